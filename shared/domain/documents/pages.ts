import { blindIndex } from '../../crypto/blind-index.ts';
import type { CaseId, ClientId, ControllerId, DocumentId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys } from '../../table/keys.ts';
import { type AskedOfClasses, type ClassPlace, readByClasses } from '../class-pages.ts';
import { type DocumentClass, indexOfClass, wordsOfDocumentClass } from './document-class.ts';
import { DocumentHead } from './model.ts';

type Where = { services: Services; actor: { controller: ControllerId } };

export type PageOfDocuments = Omit<AskedOfClasses<DocumentHead, DocumentId>, 'places'> & {
  clientId: ClientId;
  /** Read the file itself, the case named, or the classes named: by key in each way. */
  all: boolean;
  caseId?: CaseId | undefined;
  classes: readonly DocumentClass[];
};

/** A page of a client's documents, the latest first, and where the next one begins. */
export async function readDocuments(
  where: Where,
  asked: PageOfDocuments,
): Promise<{ documents: DocumentHead[]; next?: DocumentId }> {
  const { controller } = where.actor;
  const { items: documents, ...more } = await readByClasses(
    where,
    {
      schema: DocumentHead,
      idOf: ({ documentId }) => documentId,
      keyOf: (documentId) => clientKeys.document(controller, asked.clientId, documentId),
      span: clientKeys.spans.documents,
      inIndex: indexKeys.documentInIndex,
    },
    { ...asked, places: await placesOf(where, asked) },
  );
  return { documents, ...more };
}

async function placesOf(
  { services, actor: { controller } }: Where,
  { clientId, all, caseId, classes }: PageOfDocuments,
): Promise<ClassPlace[]> {
  if (caseId !== undefined) {
    return [{ index: 'gsi4', pk: indexKeys.documentsOfCase(controller, clientId, caseId) }];
  }
  if (all) return [{ pk: clientKeys.partition(controller, clientId) }];
  const blind = await blindIndex(services, controller);
  return classes.map((documentClass) => ({
    index: indexOfClass(documentClass),
    pk: indexKeys.documentClass(
      controller,
      clientId,
      blind.documentClass(wordsOfDocumentClass(documentClass)),
    ),
  }));
}
