import * as z from 'zod';
import { findNote } from '../../shared/access/find-note.ts';
import { otherFile } from '../../shared/access/other-file.ts';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commitEntry, type WithWords } from '../../shared/commit-entry.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { countedThere } from '../../shared/domain/case-notes/counted.ts';
import {
  type Doer,
  GivenReason,
  type NoteContent,
  type NoteHead,
  type SupersededNote,
} from '../../shared/domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { indexed, loadBodies, loadSuperseded, openContent } from '../../shared/domain/case-notes/store.ts';
import {
  loggedReason,
  newReasonId,
  type Owner,
  sealReason,
  sealText,
} from '../../shared/domain/case-notes/texts.ts';
import { arriveNote, moveNoteAway } from '../../shared/domain/case-notes/transitions.ts';
import { movedVersion } from '../../shared/domain/case-notes/versions.ts';
import { textsOfNote, wordedNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { withoutWords } from '../../shared/domain/words/changes.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { CaseId, ClientId, NoteId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { writableCase } from './judge-note.ts';
import { withoutBodies } from './remove-note.ts';

export const MoveNote = z
  .strictObject({
    toClientId: ClientId,
    /** An active case of that client, where the entry belongs to one. */
    toCaseId: CaseId.optional(),
    reason: GivenReason.omit({ ground: true }),
  })
  .meta({ id: 'MoveNote' });
type MoveNote = z.infer<typeof MoveNote>;

export const NoteMoved = z
  .strictObject({ noteId: NoteId, version: z.int(), toClientId: ClientId, toNoteId: NoteId })
  .meta({ id: 'NoteMoved' });

/**
 * Moves an entry written into the wrong client's file. The text is sealed anew under the right client's keys,
 * in that file with a mark of where it came from; the wrong file keeps a mark and no text. The worker has a
 * tie to both, and the line names both.
 */
export async function moveNote(
  context: ClientContext,
  { params, body, version }: { params: { noteId: NoteId }; body: MoveNote; version: number },
): Promise<Answer<z.infer<typeof NoteMoved>>> {
  const { file, services } = context;
  if (body.toClientId === file.head.clientId) throw new Refusal(NOTE_REFUSALS.sameClient);
  const target = await otherFile(context, body.toClientId);
  const note = await findNote(context, params.noteId);
  expectVersion(note, version);
  const by = await whoMarks(context, note, body.reason.presentUserId);
  const ofCase = writableCase(target, body.toCaseId);
  if (ofCase !== undefined && !note.serviceTasks.every((task) => ofCase.serviceTasks.includes(task))) {
    throw new Refusal(NOTE_REFUSALS.noCase);
  }

  const reasonId = newReasonId(services);
  const given = { ...body.reason, ground: 'wrongClient', reasonId } as const;
  const reason = await sealReason(ringOf(context), note, { key: note, version: note.version + 1 }, given);
  const left = moveNoteAway(note, body.toClientId, reason, by);
  const { arrived, changes, written } = await arrival(context, target, note, body, { given, by });
  return commitEntry(context, [written], {
    changes: [{ put: left, when: { version } }, ...changes],
    line: {
      clients: [note.clientId, body.toClientId],
      resources: [left, arrived].map((item) => ({
        kind: 'caseNote' as const,
        id: item.noteId,
        version: item.version,
        serviceTasks: item.serviceTasks,
      })),
      dataGroups: ['caseNotes'],
      changedFields: ['client'],
      reasonId: loggedReason(reason),
    },
    facts: countedThere(note, arrived, ofCase?.unitId ?? target.head.relationship?.responsibleUnitId),
    answer: {
      body: {
        noteId: note.noteId,
        version: left.version,
        toClientId: body.toClientId,
        toNoteId: arrived.noteId,
      },
      version: left.version,
    },
  });
}

type Given = Parameters<typeof sealReason>[3];

/** A commit has room for its line, its marks, its facts and the words of the entry beside so many changes. */
const MOST_CHANGES = 16;

/** What is written on the right side, and what is taken away on the wrong one. */
async function arrival(
  context: ClientContext,
  target: ClientFile,
  note: NoteHead,
  body: MoveNote,
  marks: { given: Given; by: Doer },
): Promise<{ arrived: NoteHead; changes: Change[]; written: WithWords }> {
  const { actor, services, now } = context;
  const owner: Owner = { clientId: target.head.clientId, caseId: body.toCaseId };
  const from = ringOf(context);
  const ring = keyRing(services, actor.controller, target.keys);
  const noteId = NoteId.parse(newId(services, note.eventAt));
  const key = clientKeys.note(actor.controller, owner.clientId, noteId);
  const versions = await loadSuperseded(context, note.clientId, note.noteId);
  const bodies = await loadBodies(context, [note, ...versions]);
  const contentOf = async (item: NoteHead | SupersededNote): Promise<NoteContent> => {
    const content = await openContent(from, item, bodies);
    if (content === undefined) throw new Refusal(NOTE_REFUSALS.isMark);
    return content;
  };

  const content = await contentOf(note);
  const text = await sealText(context, ring, owner, { key, version: 1 }, content);
  const place = {
    ...key,
    noteId,
    clientId: owner.clientId,
    ...(body.toCaseId === undefined ? {} : { caseId: body.toCaseId }),
  };
  const reason = await sealReason(ring, owner, { key, version: 1 }, marks.given);
  const arrived = await indexed(
    context,
    arriveNote(note, place, text.attributes, { reason, by: marks.by, now }),
  );
  const moved = await Promise.all(
    versions.map(async (version) =>
      movedVersion(context, version, await contentOf(version), { noteId, from, to: { ring, owner } }),
    ),
  );
  const newBodies = [text.body, ...moved.map((version) => version.body)].filter((one) => one !== undefined);
  const changes: Change[] = [
    { put: arrived, when: 'absent' },
    ...moved.map(({ kept }): Change => ({ put: kept, when: 'absent' })),
    ...newBodies.map((put): Change => ({ put, when: 'absent' })),
    ...withoutBodies(actor.controller, [note, ...versions]),
    ...(await withoutWords(context, from, [wordedNote(note), ...versions.map(wordedNote)])),
    ...versions.map((item): Change => ({ remove: item, when: { version: item.version } })),
  ];
  if (changes.length > MOST_CHANGES) throw new Refusal(NOTE_REFUSALS.tooManyVersions);
  return { arrived, changes, written: { ring, entry: wordedNote(arrived), texts: textsOfNote(content) } };
}
