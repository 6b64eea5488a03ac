import type * as z from 'zod';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import type { Key, PartitionKey, SortKey, Span } from '../table/keys.ts';
import { type LastKey, type Page, query } from '../table/read.ts';

/**
 * Lists of what has a visibility class (documents, attachments, papers) are made by key: from the file itself, or from
 * one partition for each class that the worker may read. Little that the keys bring is thrown away.
 */
type Where = { services: Services; actor: { controller: ControllerId } };
type Index = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';

/** One place to read from: the file itself, or a class of it by its opaque code. */
export type ClassPlace = { index?: Index; pk: PartitionKey };

/** How items of one kind lie: under their ids, which carry their time. */
export type ListedKind<T, Id extends string> = {
  schema: z.ZodType<T>;
  idOf: (item: T) => Id;
  keyOf: (id: Id) => Key;
  /** In the client's own partition. */
  span: Span;
  inIndex: (id: Id) => SortKey;
};

export type AskedOfClasses<T, Id> = {
  places: readonly ClassPlace[];
  /** The last word on each item. What the keys brought and this refuses is little. */
  isShown: (item: T) => boolean;
  /** The page goes on before this item. */
  before?: Id | undefined;
  limit: number;
};

type Step<T> = { items: T[]; isLast: boolean };

/** A page that came out short is read on so many times, in steps of so many; after that the caller asks for the next one. */
const ROUNDS = 4;
const STEP = 50;

/**
 * A page of a client's items, the latest first, and where the next one begins: only where one more is shown, so that
 * it does not tell that something lies hidden.
 */
export async function readByClasses<T, Id extends string>(
  where: Where,
  kind: ListedKind<T, Id>,
  asked: AskedOfClasses<T, Id>,
): Promise<{ items: T[]; next?: Id }> {
  const shown: T[] = [];
  let { before } = asked;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // One row more than a page is asked for: it tells whether another page follows.
    const limit = 1 + (round === 1 ? asked.limit : STEP);
    const { items, isLast } = await stepOf(where, kind, { ...asked, limit }, before);
    shown.push(...items.filter(asked.isShown));
    const last = shown[asked.limit - 1];
    if (shown.length > asked.limit && last !== undefined) {
      return { items: shown.slice(0, asked.limit), next: kind.idOf(last) };
    }
    const read = items.at(-1);
    if (isLast || read === undefined) return { items: shown };
    before = kind.idOf(read);
  }
  return before === undefined ? { items: shown } : { items: shown, next: before };
}

/** Items of the places, merged by id, that is by their time: a query a place. */
async function stepOf<T, Id extends string>(
  where: Where,
  kind: ListedKind<T, Id>,
  { places, limit }: AskedOfClasses<T, Id>,
  before: Id | undefined,
): Promise<Step<T>> {
  const pages = await Promise.all(places.map((place) => pageOf(where, kind, place, limit, before)));
  const merged = new Map(pages.flatMap(({ items }) => items).map((item) => [kind.idOf(item), item]));
  const items = [...merged.entries()].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, item]) => item);
  // Each place brought a page's worth or all it has: so far down the merged order has no gap.
  return {
    items: items.slice(0, limit),
    isLast: items.length <= limit && pages.every(({ lastKey }) => lastKey === undefined),
  };
}

function pageOf<T, Id extends string>(
  { services, actor: { controller } }: Where,
  kind: ListedKind<T, Id>,
  { index, pk }: ClassPlace,
  limit: number,
  before: Id | undefined,
): Promise<Page<T>> {
  const after: { after?: LastKey } =
    before === undefined
      ? {}
      : {
          after: {
            ...kind.keyOf(before),
            ...(index === undefined ? {} : indexAttributes(index, pk, kind.inIndex(before))),
          },
        };
  return query(
    services.tables,
    controller,
    {
      table: 'records',
      pk,
      ...(index === undefined ? { span: kind.span } : { index }),
      descending: true,
      limit,
      ...after,
    },
    kind.schema,
  );
}

/** The attributes by which an item stands in an index. */
export const indexAttributes = (index: Index, pk: PartitionKey, sk: SortKey): Record<string, string> => ({
  [`g${index.slice(3)}pk`]: pk,
  [`g${index.slice(3)}sk`]: sk,
});
