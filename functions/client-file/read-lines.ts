import { mayUseDocument, readableDocuments } from '../../shared/access/visible-documents.ts';
import { mayUseEntry, readableClasses } from '../../shared/access/visible-notes.ts';
import { readPage } from '../../shared/domain/case-notes/pages.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { readDocuments } from '../../shared/domain/documents/pages.ts';
import type { DocumentKind } from '../../shared/domain/entry-class.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { DocumentId, NoteId } from '../../shared/kernel/id.ts';
import { type FileItem, idOf } from './file-line.ts';

export type LinesAsked = {
  limit: number;
  serviceTask?: ServiceTask | undefined;
  kind?: DocumentKind | undefined;
  /** Before this id: both kinds of ids carry their moment, so that one id parts both lists. */
  before?: string | undefined;
  /** From this id on. */
  from?: string | undefined;
  /** The last word on each, beside the worker's rights. */
  isShown?: (item: FileItem) => boolean;
};

type List = { items: FileItem[]; next?: string };

/**
 * Entries and documents of these files, that which remains first, in one order, the latest first: both lists are read by the worker's own class keys, a page's
 * worth of each, so that a page costs the same however long the file is.
 */
export async function readLines(
  files: readonly ClientContext[],
  asked: LinesAsked,
): Promise<{ items: FileItem[]; next?: string }> {
  const { limit, kind, from = '' } = asked;
  const lists = await Promise.all(
    files.flatMap((context) => [
      ...(kind === undefined || kind === 'caseNote' ? [notesOf(context, asked)] : []),
      ...(kind === 'caseNote' ? [] : [documentsOf(context, asked)]),
    ]),
  );
  const page = merged(lists, limit);
  const within = page.items.filter((item) => idOf(item) >= from);
  const isCut = within.length < page.items.length || (page.next !== undefined && page.next < from);
  return page.next === undefined || isCut ? { items: within } : { items: within, next: page.next };
}

/** What is further down than a list has been read is left to the next page, or there would be a gap. */
export function merged(lists: readonly List[], limit: number): { items: FileItem[]; next?: string } {
  const nexts = lists.flatMap(({ next }) => (next === undefined ? [] : [next])).toSorted(byText);
  const horizon = nexts.at(-1) ?? '';
  const found = lists.flatMap(({ items }) => items).filter((item) => idOf(item) >= horizon);
  // A document of several clients lies in the file of each: where these were merged, it is shown once.
  const once = new Map(found.toReversed().map((item) => [idOf(item), item]));
  const all = [...once.values()].toSorted((a, b) => byText(idOf(b), idOf(a)));
  const items = all.slice(0, limit);
  const last = items.at(-1);
  if (all.length > limit && last !== undefined) return { items, next: idOf(last) };
  return horizon === '' ? { items } : { items, next: horizon };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function notesOf(context: ClientContext, asked: LinesAsked): Promise<List> {
  const { actor, today, file } = context;
  const { limit, serviceTask, before, isShown = () => true } = asked;
  const { notes, next } = await readPage(context, {
    clientId: file.head.clientId,
    ...readableClasses(actor, today, serviceTask),
    isShown: (note) =>
      mayUseEntry(actor, note, today) &&
      (serviceTask === undefined || note.serviceTasks.includes(serviceTask)) &&
      isShown(note),
    limit,
    ...(before === undefined ? {} : { before: NoteId.parse(before) }),
  });
  return { items: notes, ...(next === undefined ? {} : { next }) };
}

async function documentsOf(context: ClientContext, asked: LinesAsked): Promise<List> {
  const { actor, today, file } = context;
  const { limit, serviceTask, kind, before, isShown = () => true } = asked;
  const kinds = kind === undefined ? undefined : [kind];
  const { documents, next } = await readDocuments(context, {
    clientId: file.head.clientId,
    ...readableDocuments(actor, today, { serviceTask, kinds }),
    isShown: (document) =>
      mayUseDocument(actor, document, today) &&
      (serviceTask === undefined || document.serviceTasks.includes(serviceTask)) &&
      (kind === undefined || document.kind === kind) &&
      isShown(document),
    limit,
    before: before === undefined ? undefined : DocumentId.parse(before),
  });
  return { items: documents, ...(next === undefined ? {} : { next }) };
}
