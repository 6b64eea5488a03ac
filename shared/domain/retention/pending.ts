import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { LastKey } from '../../table/read.ts';
import { loadSubjectRequests } from '../data-subject-requests/store.ts';
import { loadDisclosures } from '../disclosures/store.ts';
import { loadMisuses } from '../log-requests/misuse-store.ts';
import { loadLogRequests } from '../log-requests/store.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/**
 * Every register in which something may have been asked of a client's data, by the client, who acts for the client or an
 * authority: nothing of a client goes before it is answered.
 */
const REGISTERS: readonly ((where: Where, clientId: ClientId) => Promise<boolean>)[] = [
  async (where, clientId) => (await loadLogRequests(where, clientId)).some(({ state }) => state === 'open'),
  async (where, clientId) =>
    (await loadSubjectRequests(where, clientId)).some(({ state }) => state === 'open' || state === 'decided'),
  async (where, clientId) => (await loadMisuses(where, clientId)).some(({ state }) => state === 'open'),
  hasOpenDisclosure,
];

async function hasOpenDisclosure(where: Where, clientId: ClientId): Promise<boolean> {
  let after: LastKey | undefined;
  do {
    const page = await loadDisclosures(where, clientId, { limit: 50, after });
    if (page.items.some(({ state }) => state === 'asked' || state === 'prepared')) return true;
    after = page.lastKey;
  } while (after !== undefined);
  return false;
}

/** Whether something was asked of the client's data that is not answered yet. */
export async function loadPending(where: Where, clientId: ClientId): Promise<boolean> {
  const answers = await Promise.all(REGISTERS.map((register) => register(where, clientId)));
  return answers.some(Boolean);
}
