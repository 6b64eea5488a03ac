import * as z from 'zod';
import { findNote } from '../../shared/access/find-note.ts';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { noteNotCounted } from '../../shared/domain/case-notes/counted.ts';
import { GivenReason, type NoteHead, type SupersededNote } from '../../shared/domain/case-notes/model.ts';
import { loadSuperseded } from '../../shared/domain/case-notes/store.ts';
import { loggedReason, newReasonId, sealReason } from '../../shared/domain/case-notes/texts.ts';
import { removeNote as removed } from '../../shared/domain/case-notes/transitions.ts';
import { wordedNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { withoutWords } from '../../shared/domain/words/changes.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ControllerId, NoteId } from '../../shared/kernel/id.ts';
import { bodyKey } from '../../shared/table/keys.ts';
import { lineOfNote, type NoteWritten } from './new-note.ts';

export const RemoveNote = z.strictObject({ reason: GivenReason }).meta({ id: 'RemoveNote' });

/**
 * Removes an entry that was unneeded: its text and its words go, in every version, and a mark stays of what was removed, by
 * whom, when and why (L-11.10).
 */
export async function removeNote(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { noteId: NoteId }; body: z.infer<typeof RemoveNote>; version: number },
): Promise<Answer<NoteWritten>> {
  const { actor, services } = context;
  const note = await findNote(context, params.noteId);
  expectVersion(note, version);
  const by = await whoMarks(context, note, body.reason.presentUserId);
  const kept = await loadSuperseded(context, note.clientId, note.noteId);
  const at = { key: note, version: note.version + 1 };
  const ring = ringOf(context);
  const [reason, words] = await Promise.all([
    sealReason(ring, note, at, { ...body.reason, reasonId: newReasonId(services) }),
    withoutWords(context, ring, [wordedNote(note), ...kept.map(wordedNote)]),
  ]);
  const mark = removed(note, reason, by);
  return commit(context, {
    changes: [
      { put: mark, when: { version } },
      ...withoutBodies(actor.controller, [note, ...kept]),
      ...words,
      ...kept.map((item): Change => ({ remove: item, when: { version: item.version } })),
    ],
    line: { ...lineOfNote(mark, ['content', 'state']), reasonId: loggedReason(reason) },
    facts: noteNotCounted(note),
    answer: { body: { noteId: note.noteId, version: mark.version, findings: [] }, version: mark.version },
  });
}

/** Takes away the texts that lie apart. */
export const withoutBodies = (
  controller: ControllerId,
  notes: readonly (NoteHead | SupersededNote)[],
): Change[] =>
  notes.flatMap(({ bodyId }): Change[] =>
    bodyId === undefined ? [] : [{ remove: bodyKey(controller, bodyId), when: { version: 1 } }],
  );
