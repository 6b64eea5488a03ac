import * as z from 'zod';
import { Instant } from '../kernel/instant.ts';
import type { PartitionKey, SortKey } from './keys.ts';

/**
 * What a thing was counted as: each fact that an act told of it stands with it, sealed, so that the figures can be made
 * anew from the register (docs/decisions/0127). Commit alone writes it.
 */
export const CountedAs = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');
export type CountedAs = z.infer<typeof CountedAs>;

/**
 * What every stored item carries: which entity, in which shape, which version, who and when. A shape that has
 * changed says so itself (`schemaVersion: z.literal(2)`) and has its step in `migrations/register.ts`; the type
 * then holds whoever writes it to that version.
 */
const itemHead = {
  pk: z.custom<PartitionKey>((value) => typeof value === 'string', 'a partition key'),
  sk: z.custom<SortKey>((value) => typeof value === 'string', 'a sort key'),
  schemaVersion: z.literal(1),
  version: z.int().positive(),
  createdAt: Instant,
  createdBy: z.string(),
  updatedAt: Instant,
  updatedBy: z.string(),
  countedAs: z.array(CountedAs).optional(),
};

/** The closed schema of a stored item: an unknown attribute is as much a fault as a missing one. */
export const storedItem = <Name extends string, Shape extends z.core.$ZodShape>(entity: Name, shape: Shape) =>
  z.strictObject({ ...itemHead, entity: z.literal(entity), ...shape });

type IndexNumber = 1 | 2 | 3 | 4;
type KeysIn<N extends IndexNumber> = `g${N}pk` | `g${N}sk`;

/** The keys under which an item stands in indexes (`gsi1` to `gsi4`): it has them for as long as it stands there. */
export const inIndexes = <N extends IndexNumber>(
  ...indexes: N[]
): Record<KeysIn<N>, z.ZodOptional<z.ZodString>> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one pair for each number given
  Object.fromEntries(
    indexes.flatMap((index) => [`g${index}pk`, `g${index}sk`].map((name) => [name, z.string().optional()])),
  ) as Record<KeysIn<N>, z.ZodOptional<z.ZodString>>;

/** The item as it stands in no index. */
export function outOfIndexes<T extends { [name in KeysIn<IndexNumber>]?: string | undefined }>(
  item: T,
): Omit<T, KeysIn<IndexNumber>> {
  const { g1pk: _1, g1sk: _2, g2pk: _3, g2sk: _4, g3pk: _5, g3sk: _6, g4pk: _7, g4sk: _8, ...rest } = item;
  return rest;
}

export type ItemHead<SchemaVersion extends number = 1> = {
  schemaVersion: SchemaVersion;
  version: number;
  createdAt: Instant;
  createdBy: string;
  updatedAt: Instant;
  updatedBy: string;
};

/** The head of an item made now. */
export const created = (now: Instant, by: string): ItemHead => ({
  schemaVersion: 1,
  version: 1,
  createdAt: now,
  createdBy: by,
  updatedAt: now,
  updatedBy: by,
});

/** The head of the next version of an item. */
export const changed = <SchemaVersion extends number>(
  item: { version: number; schemaVersion: SchemaVersion; createdAt: Instant; createdBy: string },
  now: Instant,
  by: string,
): ItemHead<SchemaVersion> => ({
  schemaVersion: item.schemaVersion,
  version: item.version + 1,
  createdAt: item.createdAt,
  createdBy: item.createdBy,
  updatedAt: now,
  updatedBy: by,
});
