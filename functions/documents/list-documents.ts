import * as z from 'zod';
import { isClosedTo } from '../../shared/access/find-document.ts';
import { mayUseDocument, readableDocuments } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { CatalogueEntry } from '../../shared/documents/definition.ts';
import { documentClassOf } from '../../shared/documents/document-class.ts';
import { libraryOf } from '../../shared/documents/library.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { readDocuments } from '../../shared/domain/documents/pages.ts';
import { DocumentRow, rowOf } from '../../shared/domain/documents/view.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { CaseId, ClientId, DocumentId } from '../../shared/kernel/id.ts';

export const DocumentsQuery = PageQuery.extend({
  serviceTask: ServiceTask.optional(),
  /** Asiakirjatyyppi, in THL's word. */
  documentType: z.string().max(60).optional(),
  caseId: CaseId.optional(),
});

export const DocumentPage = z
  .strictObject({
    clientId: ClientId,
    documents: z.array(DocumentRow).max(PAGE),
    next: z.string().optional(),
  })
  .meta({ id: 'DocumentPage' });
type DocumentPage = z.infer<typeof DocumentPage>;

const Before = z.strictObject({ before: DocumentId });

/** A page of a client's documents, the latest first: heads alone, as dear at the ten-thousandth as at the first. */
export async function listDocuments(
  context: ClientContext,
  { query }: { query: z.infer<typeof DocumentsQuery> },
): Promise<Reading<DocumentPage>> {
  const { actor, today, file } = context;
  const { clientId } = file.head;
  const { cursor, limit = PAGE, serviceTask, documentType, caseId } = query;
  refuseMerged(file.head);
  const question = [clientId, serviceTask ?? '', documentType ?? '', caseId ?? ''].join(' ');
  const [opened, entries] = await Promise.all([
    openCursor(context, question, cursor),
    libraryOf(context.services).listDefinitions(),
  ]);
  const { documents: found, next } = await readDocuments(context, {
    clientId,
    caseId,
    ...readableDocuments(actor, today, { serviceTask, kinds: kindsOf(entries, documentType) }),
    isShown: (document) =>
      mayUseDocument(actor, document, today) && isWanted(document, { serviceTask, documentType }),
    limit,
    before: opened === undefined ? undefined : Before.parse(opened).before,
  });
  const documents = await withoutClosed(context, found);
  const oldest = documents.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...documents.map(({ documentId, serviceTasks }) => ({
          kind: 'document' as const,
          id: documentId,
          serviceTasks,
        })),
      ],
      dataGroups: ['documents'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.documentAt }),
    },
    body: async () => {
      const sealed = await sealCursor(context, question, next === undefined ? undefined : { before: next });
      return {
        clientId,
        documents: documents.map((document) => rowOf(document, nameOfType(entries, document))),
        ...(sealed === undefined ? {} : { next: sealed }),
      };
    },
  };
}

/** A shared document is not there for whom the file of one of its clients is closed to. */
async function withoutClosed(
  { file, actor, services }: ClientContext,
  documents: readonly DocumentHead[],
): Promise<readonly DocumentHead[]> {
  const others = new Set(documents.flatMap(({ clients }) => clients));
  others.delete(file.head.clientId);
  if (others.size === 0) return documents;
  const heads = await loadHeads(services, actor.controller, [...others]);
  const closed = new Set(heads.filter((head) => isClosedTo(head, actor)).map(({ clientId }) => clientId));
  return documents.filter(({ clients }) => !clients.some((clientId) => closed.has(clientId)));
}

/** The kinds that documents of a type are of: some types have two, such as plans. */
function kindsOf(
  entries: readonly CatalogueEntry[],
  documentType: string | undefined,
): DocumentHead['kind'][] | undefined {
  if (documentType === undefined) return undefined;
  const ofType = entries.filter((entry) => entry.documentType === documentType);
  return [...new Set(ofType.map((entry) => documentClassOf(entry).kind))];
}

const isWanted = (
  document: DocumentHead,
  { serviceTask, documentType }: { serviceTask: ServiceTask | undefined; documentType: string | undefined },
): boolean =>
  (serviceTask === undefined || document.serviceTasks.includes(serviceTask)) &&
  (documentType === undefined || document.documentType === documentType);

/** From the index of the catalogue: no definition is read for a list. */
function nameOfType(
  entries: readonly CatalogueEntry[],
  { definitionOid, documentType }: DocumentHead,
): DocumentRow['name'] {
  const entry = entries.find(({ oid }) => oid === definitionOid);
  if (entry === undefined) return { fi: documentType };
  return { fi: entry.fi, ...(entry.sv === undefined ? {} : { sv: entry.sv }) };
}
