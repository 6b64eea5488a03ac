import * as z from 'zod';
import { CASE_NOTE_ACTIONS } from '../access/actions/case-notes.ts';
import type { ServiceTask } from '../domain/service-tasks.ts';
import { type ClientId, NoteId } from '../kernel/id.ts';
import { type Asker, openCursor, sealCursor } from './paging.ts';

/**
 * Where the narrative goes on: an opened file shows its latest entries, and the list of entries takes the same
 * cursor. So it is bound to the list's action, whoever seals it.
 */
type Narrative = { clientId: ClientId; serviceTask?: ServiceTask | undefined };

/** Later than every entry: the narrative from its beginning. */
const FROM_THE_LATEST = NoteId.parse('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');

const Before = z.strictObject({ before: NoteId });

const asList = ({ services, actor }: Asker): Asker => ({ services, actor, action: CASE_NOTE_ACTIONS.list });
const questionOf = ({ clientId, serviceTask }: Narrative): string => `${clientId} ${serviceTask ?? 'all'}`;

export const sealNarrativeCursor = (
  asker: Asker,
  narrative: Narrative,
  goesOn: { before: NoteId | undefined } | undefined,
): Promise<string | undefined> =>
  sealCursor(
    asList(asker),
    questionOf(narrative),
    goesOn === undefined ? undefined : { before: goesOn.before ?? FROM_THE_LATEST },
  );

/** @throws Refusal `request.invalid` for a cursor of another narrative, service task or worker. */
export async function openNarrativeCursor(
  asker: Asker,
  narrative: Narrative,
  cursor: string | undefined,
): Promise<NoteId | undefined> {
  const opened = await openCursor(asList(asker), questionOf(narrative), cursor);
  return opened === undefined ? undefined : Before.parse(opened).before;
}
