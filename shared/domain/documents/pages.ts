import { blindIndex } from '../../crypto/blind-index.ts';
import type { CaseId, ClientId, ControllerId, DocumentId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys, type PartitionKey } from '../../table/keys.ts';
import { type Page, query } from '../../table/read.ts';
import { type DocumentClass, indexOfClass, wordsOfDocumentClass } from './document-class.ts';
import { DocumentHead } from './model.ts';

type Where = { services: Services; actor: { controller: ControllerId } };

export type PageOfDocuments = {
  clientId: ClientId;
  /** Read the file itself, the case named, or the classes named: by key in each way. */
  all: boolean;
  caseId?: CaseId | undefined;
  classes: readonly DocumentClass[];
  /** The last word on each document. What the keys brought and this refuses is little. */
  isShown: (document: DocumentHead) => boolean;
  /** The page goes on before this document. */
  before?: DocumentId | undefined;
  limit: number;
};

type Step = { documents: DocumentHead[]; isLast: boolean };
type Place = { index?: 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4'; pk: PartitionKey };

/** A page that came out short is read on so many times, in steps of so many; after that the caller asks for the next one. */
const ROUNDS = 4;
const STEP = 50;

/**
 * A page of a client's documents, the latest first, and where the next one begins: only where one more is shown, so
 * that no page to come tells of what is hidden.
 */
export async function readDocuments(
  where: Where,
  asked: PageOfDocuments,
): Promise<{ documents: DocumentHead[]; next?: DocumentId }> {
  const places = await placesOf(where, asked);
  const shown: DocumentHead[] = [];
  let { before } = asked;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // One row more than a page is asked for: it tells whether another page follows.
    const limit = 1 + (round === 1 ? asked.limit : STEP);
    const { documents, isLast } = await stepOf(where, { ...asked, limit }, places, before);
    shown.push(...documents.filter(asked.isShown));
    const last = shown[asked.limit - 1];
    if (shown.length > asked.limit && last !== undefined) {
      return { documents: shown.slice(0, asked.limit), next: last.documentId };
    }
    before = documents.at(-1)?.documentId;
    if (isLast || before === undefined) return { documents: shown };
  }
  return before === undefined ? { documents: shown } : { documents: shown, next: before };
}

async function placesOf(
  { services, actor: { controller } }: Where,
  { clientId, all, caseId, classes }: PageOfDocuments,
): Promise<Place[]> {
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

/** Documents of the places, merged by id, that is by their time: a query a place. */
async function stepOf(
  where: Where,
  asked: PageOfDocuments,
  places: readonly Place[],
  before: DocumentId | undefined,
): Promise<Step> {
  const { limit } = asked;
  const pages = await Promise.all(places.map((place) => pageOf(where, asked, place, before)));
  const merged = new Map(pages.flatMap(({ items }) => items).map((item) => [item.documentId, item]));
  const documents = [...merged.values()].toSorted((a, b) => (a.documentId < b.documentId ? 1 : -1));
  // Each place brought a page's worth or all it has: so far down the merged order has no gap.
  return {
    documents: documents.slice(0, limit),
    isLast: documents.length <= limit && pages.every(({ lastKey }) => lastKey === undefined),
  };
}

function pageOf(
  { services, actor: { controller } }: Where,
  { clientId, limit }: PageOfDocuments,
  { index, pk }: Place,
  before: DocumentId | undefined,
): Promise<Page<DocumentHead>> {
  const after =
    before === undefined
      ? {}
      : {
          after: {
            ...clientKeys.document(controller, clientId, before),
            ...(index === undefined ? {} : indexKeyOf(index, pk, before)),
          },
        };
  return query(
    services.tables,
    controller,
    {
      table: 'records',
      pk,
      ...(index === undefined ? { span: clientKeys.spans.documents } : { index }),
      descending: true,
      limit,
      ...after,
    },
    DocumentHead,
  );
}

const indexKeyOf = (index: string, pk: PartitionKey, before: DocumentId): Record<string, string> => ({
  [`g${index.slice(3)}pk`]: pk,
  [`g${index.slice(3)}sk`]: indexKeys.documentInIndex(before),
});
