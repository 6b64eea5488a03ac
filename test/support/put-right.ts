import type { ClientId } from '../../shared/kernel/id.ts';
import { anEntry, newClient, write } from './case-notes.ts';
import { PROFILES, worldOf } from './controllers.ts';
import { text } from './people.ts';
import { handler } from './subject-requests.ts';
import type { Told, Worker, World } from './world.ts';

/** A client with one entry that may be wrong, under the settings of a controller. */

export const REASON = { ground: 'erroneous', initiator: 'client', words: 'Päivä oli väärä.' };

export const noteAt = (clientId: string, noteId: string, rest = ''): string =>
  `/v1/case-notes/clients/${clientId}/notes/${noteId}${rest}`;
export const besideAt = (clientId: string, noteId: string, what: string): string =>
  `/v1/data-subject-requests/clients/${clientId}/notes/${noteId}/${what}`;

export type Place = { world: World; head: Worker; worker: Worker; clientId: ClientId; noteId: string };

export async function placeOf(
  letter: 'L' | 'J' | 'K' | 'U',
  role: 'management' | 'dataProtectionOfficer',
  asked: { rows?: true } = {},
): Promise<Place> {
  const world = await worldOf(PROFILES[letter], asked);
  const [head, worker] = await Promise.all([
    handler(world, role),
    world.worker('broadResponsibility', { specialRights: ['correctRecord'] }),
  ]);
  const clientId = await newClient(world, worker);
  return { world, head, worker, clientId, noteId: text(await write(worker, clientId), 'noteId') };
}

export const corrected = (
  by: Worker,
  { clientId, noteId }: Place,
  reason: object = REASON,
  version = 1,
): Promise<Told> => {
  const { caseId: _caseId, ...entry } = {
    caseId: undefined,
    ...anEntry({}, { text: 'Kotikäynti oli maanantaina.' }),
  };
  return by.call('POST', noteAt(clientId, noteId, '/correct'), { body: { entry, reason }, version });
};
