import * as z from 'zod';
import { EntryTypeKey } from '../../shared/documents/entry-type.ts';
import { libraryOf } from '../../shared/documents/library.ts';
import { type Doer, NoteHead } from '../../shared/domain/case-notes/model.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** An entry or a document of a file, by its head alone: nothing is unsealed for a line. */
export type FileItem = NoteHead | DocumentHead;

const { noteId, eventUntil, serviceTasks, socialServices, sensitivity, phase, caseId } = NoteHead.shape;
const { documentId, documentType, definitionOid, kind, unitId, documentClass: _class } = DocumentHead.shape;

const common = {
  /** Of a file that was merged into this one: there it is opened. */
  mergedClientId: ClientId.optional(),
  caseId,
  serviceTasks,
  socialServices,
  sensitivity,
  phase,
  /** When it happened, or the document's own time; when it was written stands beside it. */
  at: Instant,
  writtenAt: Instant,
  author: z.strictObject({ name: z.string(), post: z.string() }),
  /** How many times it has been corrected. */
  correction: z.int(),
  correctedAt: Instant.optional(),
  removedAt: Instant.optional(),
};

/** What a document is called, in Swedish too where its definition says so. */
const DocumentName = z.strictObject({ fi: z.string(), sv: z.string().optional() });
export type DocumentNames = (
  item: Pick<DocumentHead, 'definitionOid' | 'documentType'>,
) => z.infer<typeof DocumentName>;

/** The names of documents by the definitions that this deployment knows; without one, the word for the type. */
export async function documentNames(services: Services): Promise<DocumentNames> {
  const entries = await libraryOf(services).listDefinitions();
  const byOid = new Map(entries.map((entry) => [entry.oid, entry]));
  return ({ definitionOid: oid, documentType: word }) => {
    const { fi = word, sv } = byOid.get(oid) ?? {};
    return { fi, ...(sv === undefined ? {} : { sv }) };
  };
}

const EntryLine = z.strictObject({
  what: z.literal('entry'),
  noteId,
  entryType: EntryTypeKey,
  until: eventUntil,
  state: NoteHead.shape.state,
  movedAt: Instant.optional(),
  ...common,
});
const DocumentLine = z.strictObject({
  what: z.literal('document'),
  documentId,
  /** THL's word for the type, the definition, and what it is called. */
  documentType,
  definitionOid,
  documentName: DocumentName,
  kind,
  unitId,
  state: DocumentHead.shape.state,
  invalidatedAt: Instant.optional(),
  ...common,
});

/** A line of a file: what, when, who wrote it, of which kind and in which state. */
export const FileLine = z.discriminatedUnion('what', [EntryLine, DocumentLine]).meta({ id: 'FileLine' });
export type FileLine = z.infer<typeof FileLine>;

export const idOf = (item: FileItem): string => (item.entity === 'caseNote' ? item.noteId : item.documentId);
export const timeOf = (item: FileItem): Instant =>
  item.entity === 'caseNote' ? item.eventAt : item.documentAt;
export const writtenAtOf = (item: FileItem): Instant =>
  item.entity === 'caseNote' ? item.writtenAt : item.finalAt;

type Marked = { correctedBy?: Pick<Doer, 'at'> | undefined; removedBy?: Pick<Doer, 'at'> | undefined };

/** What a line needs beside its item: names of documents, and whose file it is that is read. */
export type LineBeside = { names: DocumentNames; own: ClientId };

function commonOf(item: FileItem & Marked, own: ClientId) {
  const { correctedBy, removedBy, author } = item;
  return {
    ...(item.clientId === own ? {} : { mergedClientId: item.clientId }),
    ...(item.caseId === undefined ? {} : { caseId: item.caseId }),
    serviceTasks: item.serviceTasks,
    socialServices: item.socialServices,
    sensitivity: item.sensitivity,
    phase: item.phase,
    at: timeOf(item),
    writtenAt: writtenAtOf(item),
    author: { name: author.name, post: author.post },
    correction: item.correction,
    ...(correctedBy === undefined ? {} : { correctedAt: correctedBy.at }),
    ...(removedBy === undefined ? {} : { removedAt: removedBy.at }),
  };
}

export function lineOf(item: FileItem, { names, own }: LineBeside): FileLine {
  if (item.entity === 'caseNote') {
    return {
      what: 'entry',
      noteId: item.noteId,
      entryType: item.entryType,
      ...(item.eventUntil === undefined ? {} : { until: item.eventUntil }),
      state: item.state,
      ...(item.movedBy === undefined ? {} : { movedAt: item.movedBy.at }),
      ...commonOf(item, own),
    };
  }
  return {
    what: 'document',
    documentId: item.documentId,
    documentType: item.documentType,
    definitionOid: item.definitionOid,
    documentName: names(item),
    kind: item.kind,
    ...(item.unitId === undefined ? {} : { unitId: item.unitId }),
    state: item.state,
    ...(item.invalidatedBy === undefined ? {} : { invalidatedAt: item.invalidatedBy.at }),
    ...commonOf(item, own),
  };
}

/** @param amongSeveral whether the line names several clients, so that it must say whose this is. */
export const resourceOf = (item: FileItem, amongSeveral = false): Resource => ({
  kind: item.entity === 'caseNote' ? 'caseNote' : 'document',
  id: idOf(item),
  ...(amongSeveral ? { client: item.clientId } : {}),
  serviceTasks: item.serviceTasks,
});
