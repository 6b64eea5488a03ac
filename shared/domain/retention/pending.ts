import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import { loadSubjectRequests } from '../data-subject-requests/store.ts';
import { loadMisuses } from '../log-requests/misuse-store.ts';
import { loadLogRequests } from '../log-requests/store.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Every register in which a client may have asked something: nothing of a client goes before it is answered. */
const REGISTERS: readonly ((where: Where, clientId: ClientId) => Promise<boolean>)[] = [
  async (where, clientId) => (await loadLogRequests(where, clientId)).some(({ state }) => state === 'open'),
  async (where, clientId) =>
    (await loadSubjectRequests(where, clientId)).some(({ state }) => state === 'open' || state === 'decided'),
  async (where, clientId) => (await loadMisuses(where, clientId)).some(({ state }) => state === 'open'),
];

/** Whether the client has asked something that is not answered yet. */
export async function loadPending(where: Where, clientId: ClientId): Promise<boolean> {
  const answers = await Promise.all(REGISTERS.map((register) => register(where, clientId)));
  return answers.some(Boolean);
}
