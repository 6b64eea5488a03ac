import * as z from 'zod';
import { StoredFact } from '../../statistics-fact.ts';
import type { PartitionKey, SortKey } from '../../table/keys.ts';

const isText = (value: unknown): boolean => typeof value === 'string';

export const FactItem = z.strictObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  entity: z.literal('fact'),
  schemaVersion: z.literal(1),
  fact: StoredFact,
});
export type FactItem = z.infer<typeof FactItem>;
