import { blindIndex } from '../crypto/blind-index.ts';
import type { ClientId, ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { clientKeys, indexKeys, type SortKey } from '../table/keys.ts';
import { type ClassPlace, indexAttributes } from './class-pages.ts';
import {
  type Classified,
  classesOfDocument,
  type DocumentClass,
  indexOfClass,
  wordsOfDocumentClass,
} from './documents/document-class.ts';

/**
 * What is kept beside documents, an attachment or a paper, stands in the same classes as they do, in partitions of its
 * own: their codes are made from the kind of thing and the words of the class.
 */
type Where = { services: Services; actor: { controller: ControllerId } };
type Kept = 'attachment' | 'paper';

/** Papers stand in the list of their folder by gsi2: their class by kind has the fourth index. */
const indexOf = (kept: Kept, documentClass: DocumentClass): 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4' => {
  const index = indexOfClass(documentClass);
  return kept === 'paper' && index === 'gsi2' ? 'gsi4' : index;
};

async function placeOf(
  { services, actor: { controller } }: Where,
  kept: Kept,
  clientId: ClientId,
  documentClass: DocumentClass,
): Promise<Required<ClassPlace>> {
  const blind = await blindIndex(services, controller);
  const code = blind.documentClass([kept, ...wordsOfDocumentClass(documentClass)]);
  return {
    index: indexOf(kept, documentClass),
    pk: indexKeys.documentClass(controller, clientId, code),
  };
}

/** Where a list looks: the file itself for who may read every ordinary document, else each class that is readable. */
export async function placesOfKept(
  where: Where,
  kept: Kept,
  { clientId, all, classes }: { clientId: ClientId; all: boolean; classes: readonly DocumentClass[] },
): Promise<ClassPlace[]> {
  if (all) return [{ pk: clientKeys.partition(where.actor.controller, clientId) }];
  return Promise.all(classes.map((documentClass) => placeOf(where, kept, clientId, documentClass)));
}

/** The attributes by which it stands in its classes. */
export async function classAttributes(
  where: Where,
  kept: Kept,
  item: Classified & { clientId: ClientId },
  sk: SortKey,
): Promise<Record<string, string>> {
  const rows = await Promise.all(
    classesOfDocument(item).map(async (documentClass) => {
      const { index, pk } = await placeOf(where, kept, item.clientId, documentClass);
      return indexAttributes(index, pk, sk);
    }),
  );
  return Object.assign({}, ...rows);
}
