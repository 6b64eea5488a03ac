import * as z from 'zod';
import { mayUseEntry, readableClasses } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { loadBodies, loadNotes, openContent } from '../../shared/domain/case-notes/store.ts';
import { textsOfNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { wordedOf } from '../../shared/domain/words/model.ts';
import { loadReadableSegments } from '../../shared/domain/words/readable-segments.ts';
import { entriesWith } from '../../shared/domain/words/segment.ts';
import { openPacked } from '../../shared/domain/words/store.ts';
import { beginningsOf, passageOf } from '../../shared/domain/words/words.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { NoteId } from '../../shared/kernel/id.ts';
import type { FileHits, Hit } from './hits.ts';

const SHORTEST = 2;

/** Words stand in the body, never in an address or a log. Each is the beginning of a word; all must be there. */
export const SearchFile = z
  .strictObject({
    words: z
      .string()
      .trim()
      .max(200)
      .refine((text) => beginningsOf(text).some((word) => word.length > SHORTEST), {
        message: 'a word of at least three letters',
      }),
    serviceTask: ServiceTask.optional(),
    ...PageQuery.shape,
  })
  .meta({ id: 'SearchFile' });
type SearchFile = z.infer<typeof SearchFile>;

const PAGE = 25;
/** So many entries are opened for a page at most: what the index brought and does not hold any more is little. */
const OPENED = 100;

const Before = z.strictObject({ before: z.string() });

/**
 * Searches the file by the beginnings of words. The index says where to look, and only segments of classes the worker may
 * read are opened; that an entry is shown, the entry itself says: it is read, judged and looked through.
 */
export async function searchFile(
  context: ClientContext,
  { body: { words, serviceTask, cursor, limit = PAGE } }: { body: SearchFile },
): Promise<Reading<FileHits>> {
  const { actor, today, file } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const ring = ringOf(context);
  const beginnings = beginningsOf(words);
  const question = JSON.stringify([clientId, beginnings, serviceTask ?? 'all']);
  const opened = await openCursor(context, question, cursor);
  const { classes } = readableClasses(actor, today, serviceTask);
  const segments = await loadReadableSegments(context, ring, classes);
  const found = new Set<string>();
  for (const item of segments) {
    for (const entry of entriesWith(await openPacked(ring, item), beginnings)) found.add(entry);
  }
  const ids = [...found].map((reference) => wordedOf(reference).id);
  const before = opened === undefined ? undefined : Before.parse(opened).before;
  const inOrder = ids
    .filter((id) => before === undefined || id < before)
    .toSorted((a, b) => (a < b ? 1 : -1));

  const isShown = (note: NoteHead): boolean =>
    mayUseEntry(actor, note, today) && (serviceTask === undefined || note.serviceTasks.includes(serviceTask));
  const { hits, next } = await lookThrough(context, ring, inOrder, { beginnings, limit, isShown });
  const sealed = await sealCursor(context, question, next === undefined ? undefined : { before: next });
  const oldest = hits.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...hits.map(({ noteId, serviceTasks }) => ({ kind: 'caseNote' as const, id: noteId, serviceTasks })),
      ],
      dataGroups: ['caseNotes'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventAt }),
    },
    body: () => ({ clientId, hits, ...(sealed === undefined ? {} : { next: sealed }) }),
  };
}

/** Opens what was found, the latest first, until a page is full. */
async function lookThrough(
  context: ClientContext,
  ring: KeyRing,
  ids: readonly NoteId[],
  of: { beginnings: readonly string[]; limit: number; isShown: (note: NoteHead) => boolean },
): Promise<{ hits: Hit[]; next?: NoteId }> {
  const hits: Hit[] = [];
  for (let from = 0; from < Math.min(ids.length, OPENED); from += of.limit) {
    const asked = ids.slice(from, from + of.limit);
    const notes = (await loadNotes(context, context.file.head.clientId, asked)).filter(of.isShown);
    const bodies = await loadBodies(context, notes);
    const seen = await Promise.all(notes.map((note) => hitOf(ring, note, bodies, of.beginnings)));
    for (const id of asked) {
      const hit = seen.find((one) => one?.noteId === id);
      if (hit === undefined) continue;
      hits.push(hit);
      if (hits.length === of.limit) return id === ids.at(-1) ? { hits } : { hits, next: id };
    }
  }
  const last = ids[OPENED - 1];
  return last === undefined || ids.length <= OPENED ? { hits } : { hits, next: last };
}

async function hitOf(
  ring: KeyRing,
  note: NoteHead,
  bodies: Parameters<typeof openContent>[2],
  beginnings: readonly string[],
): Promise<Hit | undefined> {
  const content = await openContent(ring, note, bodies);
  const passage = content === undefined ? undefined : passageOf(textsOfNote(content), beginnings);
  if (passage === undefined) return undefined;
  const { noteId, caseId, entryType, serviceTasks, eventAt, author, state } = note;
  return {
    noteId,
    ...(caseId === undefined ? {} : { caseId }),
    entryType,
    serviceTasks,
    eventAt,
    author,
    state,
    passage,
  };
}
