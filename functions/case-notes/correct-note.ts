import * as z from 'zod';
import { findNote } from '../../shared/access/find-note.ts';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commitEntry } from '../../shared/commit-entry.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { reclassed } from '../../shared/domain/attachments/reclassed.ts';
import { countedAnew } from '../../shared/domain/case-notes/counted.ts';
import {
  GivenReason,
  type NoteContent,
  NoteEntry,
  type NoteHead,
} from '../../shared/domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { indexed, openContent } from '../../shared/domain/case-notes/store.ts';
import { loggedReason, newReasonId, sealReason, sealText } from '../../shared/domain/case-notes/texts.ts';
import { correctNote as corrected } from '../../shared/domain/case-notes/transitions.ts';
import { supersede } from '../../shared/domain/case-notes/versions.ts';
import { textsOfNote, wordedNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { withoutWords } from '../../shared/domain/words/changes.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { NoteId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { type JudgedNote, judgeNote } from './judge-note.ts';
import { lineOfNote, type NoteWritten } from './new-note.ts';

/** The whole entry as it should have been. It stays in its case. */
export const CorrectNote = z
  .strictObject({ entry: NoteEntry.omit({ caseId: true }), reason: GivenReason })
  .meta({ id: 'CorrectNote' });
type CorrectNote = z.infer<typeof CorrectNote>;

/** So many superseded versions and their texts can still be moved or removed in one transaction. */
const MOST_CORRECTIONS = 6;

/**
 * Corrects an entry: the new version stands in its place and the old one beside it, both readable, with the
 * corrector's name, post, time and ground (L-11.8, L-11.9; 703/2023 § 22).
 */
export async function correctNote(
  context: ClientContext,
  { params, body, version }: { params: { noteId: NoteId }; body: CorrectNote; version: number },
): Promise<Answer<NoteWritten>> {
  const { file } = context;
  const note = await findNote(context, params.noteId);
  expectVersion(note, version);
  if (note.correction >= MOST_CORRECTIONS) throw new Refusal(NOTE_REFUSALS.tooManyVersions);
  const by = await whoMarks(context, note, body.reason.presentUserId);
  const ring = ringOf(context);
  const ofCase = file.cases.find((item) => item.caseId === note.caseId);
  const judged = await judgeNote(context, { file, ring, ofCase }, body.entry);

  const before = await openContent(ring, note, []);
  const [{ next, changes }, oldWords] = await Promise.all([
    nextVersion(context, ring, { note, before }, judged, body, by),
    withoutWords(context, ring, [wordedNote(note)]),
  ]);
  const line = lineOfNote(next, fieldsOf(note, next, isSame(before, body.entry.content)));
  const written = { ring, entry: wordedNote(next), texts: textsOfNote(body.entry.content) };
  return commitEntry(context, [written], {
    changes: [{ put: next, when: { version } }, ...changes, ...oldWords],
    events: reclassed(
      { clientId: next.clientId, ownerId: next.noteId },
      { ...note, kind: 'caseNote' },
      { ...next, kind: 'caseNote' },
    ),
    facts: await countedAnew(
      context,
      note,
      next,
      ofCase?.unitId ?? file.head.relationship?.responsibleUnitId,
    ),
    line: { ...line, ...(next.reason === undefined ? {} : { reasonId: loggedReason(next.reason) }) },
    answer: {
      body: { noteId: note.noteId, version: next.version, findings: judged.remarks },
      version: next.version,
    },
  });
}

async function nextVersion(
  context: ClientContext,
  ring: KeyRing,
  { note, before }: { note: NoteHead; before: NoteContent | undefined },
  judged: JudgedNote,
  body: CorrectNote,
  by: Parameters<typeof corrected>[3],
): Promise<{ next: NoteHead; changes: Change[] }> {
  const at = { key: note, version: note.version + 1 };
  const [text, reason, kept] = await Promise.all([
    sealText(context, ring, note, at, body.entry.content),
    sealReason(ring, note, at, { ...body.reason, reasonId: newReasonId(context.services) }),
    supersede(context, ring, note, before),
  ]);
  const next = await indexed(context, corrected(note, { ...judged.facts, ...text.attributes }, reason, by));
  return {
    next,
    changes: [
      { put: kept, when: 'absent' },
      ...(text.body === undefined ? [] : [{ put: text.body, when: 'absent' as const }]),
    ],
  };
}

const FIELDS = ['entryType', 'serviceTasks', 'sensitivity', 'phase', 'eventAt', 'eventUntil'] as const;

/** Names of what became different, for the log. */
const fieldsOf = (before: NoteHead, after: NoteHead, sameContent: boolean): string[] => [
  ...FIELDS.filter((field) => String(before[field]) !== String(after[field])),
  ...(sameContent ? [] : ['content']),
];

/** A long text lies apart and is not fetched for this alone: it counts as changed. */
const isSame = (before: NoteContent | undefined, after: NoteContent): boolean =>
  before !== undefined && canonicalJson(before) === canonicalJson(after);
