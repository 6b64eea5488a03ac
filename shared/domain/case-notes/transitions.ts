import type { ClientId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed, outOfIndexes } from '../../table/item.ts';
import { expectNotLimited } from '../limited.ts';
import type { Doer, NoteHead, Reason } from './model.ts';
import { NOTE_REFUSALS } from './refusals.ts';

/** The moves of an entry. Each knows its prior state; the version is the race guard. */

/** What a correction may make different. The place in the narrative stays that of the first recording. */
export type Corrected = Pick<
  NoteHead,
  | 'entryType'
  | 'serviceTasks'
  | 'socialServices'
  | 'sensitivity'
  | 'phase'
  | 'eventAt'
  | 'eventUntil'
  | 'thirdPersons'
  | 'content'
  | 'bodyId'
>;

/** Only a readable entry moves on: a mark stays a mark. */
function readable(head: NoteHead): void {
  expectNotLimited(head);
  if (head.state !== 'final' && head.state !== 'corrected') throw new Refusal(NOTE_REFUSALS.isMark);
}

const nextHead = (head: NoteHead, by: Doer): NoteHead => ({ ...head, ...changed(head, by.at, by.userId) });

/** The entry without its text: content, body and digest are gone. */
function emptied(head: NoteHead): NoteHead {
  const { content: _content, bodyId: _bodyId, ...rest } = head;
  return { ...rest, thirdPersons: false };
}

/** final | corrected -> corrected: the corrector, the post, the day and the ground are marked (L-11.9). */
export function correctNote(head: NoteHead, to: Corrected, reason: Reason, by: Doer): NoteHead {
  readable(head);
  const { eventUntil: _until, ...rest } = emptied(head);
  return {
    ...nextHead(rest, by),
    ...to,
    state: 'corrected',
    correction: head.correction + 1,
    correctedBy: by,
    reason,
  };
}

/** final | corrected -> removed: a mark of what, who, when and why is left (L-11.10). */
export function removeNote(head: NoteHead, reason: Reason, by: Doer): NoteHead {
  readable(head);
  return { ...nextHead(emptied(head), by), state: 'removed', removedBy: by, reason };
}

/** final | corrected -> moved: the wrong client's file keeps a mark without the text. */
export function moveNoteAway(head: NoteHead, to: ClientId, reason: Reason, by: Doer): NoteHead {
  readable(head);
  return { ...nextHead(emptied(head), by), state: 'moved', movedBy: by, movedTo: to, reason };
}

/** The same entry in the right client's file, marked with where it came from. */
export function arriveNote(
  moved: NoteHead,
  place: Pick<NoteHead, 'pk' | 'sk' | 'noteId' | 'clientId'> & Partial<Pick<NoteHead, 'caseId'>>,
  texts: Pick<NoteHead, 'content' | 'bodyId'>,
  marks: { reason: Reason; by: Doer; now: Instant },
): NoteHead {
  const { caseId: _case, ...rest } = outOfIndexes(moved);
  // What it was counted as stays with the entry that it came from, where it is taken back.
  const { content: _content, bodyId: _body, countedAs: _countedAs, ...facts } = rest;
  return {
    ...facts,
    ...place,
    ...texts,
    version: 1,
    updatedAt: marks.now,
    updatedBy: marks.by.userId,
    movedBy: marks.by,
    movedFrom: moved.clientId,
    reason: marks.reason,
  };
}
