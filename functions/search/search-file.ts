import * as z from 'zod';
import { readableDocuments } from '../../shared/access/visible-documents.ts';
import { readableClasses } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContexts } from '../../shared/domain/clients/merged.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { KINDS } from '../../shared/domain/documents/document-class.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { findWorded } from '../../shared/domain/words/find.ts';
import {
  placesOfDocumentClasses,
  placesOfNoteClasses,
  type WordPlace,
} from '../../shared/domain/words/places.ts';
import { beginningsOf } from '../../shared/domain/words/words.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { FileHits, Hit } from './hits.ts';
import { lookThrough, type Named, type Searched } from './look-through.ts';

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

const Before = z.strictObject({ before: z.string() });

/**
 * Searches the file by the beginnings of words. The index says where to look, and only segments of classes the worker may
 * read are opened, of this file and of those merged into it; that an entry or a document is shown, it says itself: it is read, judged and looked through.
 */
export async function searchFile(
  context: ClientContext,
  { body: { words, serviceTask, cursor, limit = PAGE } }: { body: SearchFile },
): Promise<Reading<FileHits>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const beginnings = beginningsOf(words);
  const question = JSON.stringify([clientId, beginnings, serviceTask ?? 'all']);
  const opened = await openCursor(context, question, cursor);
  const before = opened === undefined ? undefined : Before.parse(opened).before;
  const others = await mergedContexts(context);
  const mergedFrom = others.map(({ file }) => file.head.clientId);
  const searched = [
    { context, isBanned: false },
    ...others.map((one) => ({ context: one, isBanned: one.isBanned })),
  ];
  const named = await Promise.all(searched.map((one) => namedIn(one, beginnings, serviceTask)));
  const found = onceEach(named.flat())
    .filter(({ id }) => before === undefined || id < before)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const { hits, next } = await lookThrough(found, { beginnings, limit, serviceTask, own: clientId });
  const sealed = await sealCursor(context, question, next === undefined ? undefined : { before: next });
  const oldest = hits.at(-1);
  return {
    line: {
      clients: [clientId, ...mergedFrom],
      resources: [
        ...[clientId, ...mergedFrom].map((id) => ({ kind: 'client' as const, id })),
        ...hits.map((hit) => ({ ...resourceOf(hit), client: hit.mergedClientId ?? clientId })),
      ],
      dataGroups: ['caseNotes', 'documents'],
      ...(oldest === undefined ? {} : { historyFrom: timeOf(oldest) }),
    },
    body: () => ({ clientId, mergedFrom, hits, ...(sealed === undefined ? {} : { next: sealed }) }),
  };
}

/** What the index of one file names. */
async function namedIn(
  of: Searched,
  beginnings: readonly string[],
  serviceTask: ServiceTask | undefined,
): Promise<Named[]> {
  const { context } = of;
  const places = placesFor(context, serviceTask);
  const worded = await findWorded(context, ringOf(context), places, beginnings);
  return worded.map((one) => ({ ...one, of }));
}

/** A document of several clients lies in the file of each: where these were merged, it is shown once. */
const onceEach = (named: readonly Named[]): Named[] => [
  ...new Map(named.toReversed().map((one) => [one.id, one])).values(),
];

/** Where the words lie of what the worker may read. */
function placesFor({ actor, today }: ClientContext, serviceTask: ServiceTask | undefined): WordPlace[] {
  return [
    ...placesOfNoteClasses(readableClasses(actor, today, serviceTask).classes),
    ...placesOfDocumentClasses(readableDocuments(actor, today, { serviceTask }).classes, KINDS),
  ];
}

const timeOf = (hit: Hit): string => (hit.kind === 'caseNote' ? hit.eventAt : hit.documentAt);

const resourceOf = (hit: Hit) =>
  hit.kind === 'caseNote'
    ? { kind: hit.kind, id: hit.noteId, serviceTasks: hit.serviceTasks }
    : { kind: hit.kind, id: hit.documentId, serviceTasks: hit.serviceTasks };
