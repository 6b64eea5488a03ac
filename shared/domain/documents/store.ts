import { blindIndex } from '../../crypto/blind-index.ts';
import type { ClientId, ControllerId, DocumentId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { clientKeys, indexKeys } from '../../table/keys.ts';
import { batchGet, getItem, queryAll } from '../../table/read.ts';
import { classesOfDocument, indexOfClass, wordsOfDocumentClass } from './document-class.ts';
import { DocumentHead, SupersededDocument } from './model.ts';

/** What is stored of documents and how it is found. No rule lives here. */

type Where = { services: Services; actor: { controller: ControllerId } };

export const loadDocument = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  documentId: DocumentId,
): Promise<DocumentHead | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.document(controller, clientId, documentId),
    DocumentHead,
  );

/** The heads of a document in the files of all its clients, that of this one first. */
export async function loadEveryHead(
  { services, actor: { controller } }: Where,
  head: DocumentHead,
): Promise<DocumentHead[]> {
  const keys = head.clients
    .filter((clientId) => clientId !== head.clientId)
    .map((clientId) => clientKeys.document(controller, clientId, head.documentId));
  if (keys.length === 0) return [head];
  return [head, ...(await batchGet(services.tables, controller, 'records', keys, DocumentHead))];
}

/** Documents by their ids, in no order. */
export const loadDocuments = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  documentIds: readonly DocumentId[],
): Promise<DocumentHead[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    documentIds.map((documentId) => clientKeys.document(controller, clientId, documentId)),
    DocumentHead,
  );

/** The versions that corrections replaced, the first one first. */
export const loadSupersededDocuments = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  documentId: DocumentId,
): Promise<SupersededDocument[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.supersededDocuments(documentId),
    },
    SupersededDocument,
  );

/** The head with its index attributes: opaque codes of the controller in the client's own partitions, and the case. */
export async function indexedDocument(where: Where, head: DocumentHead): Promise<DocumentHead> {
  const rest = outOfIndexes(head);
  const { controller } = where.actor;
  const index = await blindIndex(where.services, controller);
  const sk = indexKeys.documentInIndex(head.documentId);
  const rows = classesOfDocument(head).map((documentClass) => {
    const pk = indexKeys.documentClass(
      controller,
      head.clientId,
      index.documentClass(wordsOfDocumentClass(documentClass)),
    );
    const number = indexOfClass(documentClass).slice(3);
    return { [`g${number}pk`]: pk, [`g${number}sk`]: sk };
  });
  const ofCase =
    head.caseId === undefined
      ? {}
      : { g4pk: indexKeys.documentsOfCase(controller, head.clientId, head.caseId), g4sk: sk };
  return DocumentHead.parse(Object.assign({}, rest, ...rows, ofCase));
}
