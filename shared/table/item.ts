import * as z from 'zod';
import { Instant } from '../kernel/instant.ts';
import type { PartitionKey, SortKey } from './keys.ts';

/** What every stored item carries: which entity, in which shape, which version, who and when. */
const itemHead = {
  pk: z.custom<PartitionKey>((value) => typeof value === 'string', 'a partition key'),
  sk: z.custom<SortKey>((value) => typeof value === 'string', 'a sort key'),
  schemaVersion: z.int().positive(),
  version: z.int().positive(),
  createdAt: Instant,
  createdBy: z.string(),
  updatedAt: Instant,
  updatedBy: z.string(),
};

/** The closed schema of a stored item: an unknown attribute is as much a fault as a missing one. */
export const storedItem = <Name extends string, Shape extends z.core.$ZodShape>(entity: Name, shape: Shape) =>
  z.strictObject({ ...itemHead, entity: z.literal(entity), ...shape });

export type ItemHead = {
  schemaVersion: number;
  version: number;
  createdAt: Instant;
  createdBy: string;
  updatedAt: Instant;
  updatedBy: string;
};

/** The head of an item made now. */
export const created = (now: Instant, by: string, schemaVersion = 1): ItemHead => ({
  schemaVersion,
  version: 1,
  createdAt: now,
  createdBy: by,
  updatedAt: now,
  updatedBy: by,
});

/** The head of the next version of an item. */
export const changed = (
  item: { version: number; schemaVersion: number; createdAt: Instant; createdBy: string },
  now: Instant,
  by: string,
): ItemHead => ({
  schemaVersion: item.schemaVersion,
  version: item.version + 1,
  createdAt: item.createdAt,
  createdBy: item.createdBy,
  updatedAt: now,
  updatedBy: by,
});

/** A stored item that its schema refuses: never skipped, never guessed, always an alarm. */
export class StoredItemFault extends Error {
  readonly entity: string;
  constructor(entity: string, cause: unknown) {
    super('A stored item does not parse.', { cause });
    this.name = 'StoredItemFault';
    this.entity = entity;
  }
}

export function parseItem<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const entity = z.looseObject({ entity: z.string() }).safeParse(raw).data?.entity ?? 'unknown';
  throw new StoredItemFault(entity, parsed.error);
}
