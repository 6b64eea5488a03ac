import * as z from 'zod';
import { Instant } from '../../../kernel/instant.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { storedItem } from '../../../table/item.ts';
import { type PartitionKey, type SortKey } from '../../../table/keys.ts';
import { Month } from '../../retention/model.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The head of a cube that is stored: which parts it has, and which facts it is of. Put anew with each making. */
export const StatisticsCube = storedItem('statisticsCube', {
  month: Month,
  /** Its parts lie under this: those of another making are of no use. */
  makingId: z.string(),
  parts: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
  cells: z.int().nonnegative(),
  persons: z.int().nonnegative(),
  /** The facts that were read: how many, and a hash of their names. */
  facts: z.int().nonnegative(),
  snapshot: Sha256,
  madeAt: Instant,
  /** The day on which its facts were disposed of: from then on it is not counted again. */
  factsGoneOn: LocalDate.optional(),
  /** How often something came to the month after that day: it stands in no sum. */
  cameAfter: z.int().positive().optional(),
});
export type StatisticsCube = z.infer<typeof StatisticsCube>;

export const StatisticsCubePart = storedItem('statisticsCubePart', { bytes: z.instanceof(Uint8Array) });
export type StatisticsCubePart = z.infer<typeof StatisticsCubePart>;

const isText = (value: unknown): boolean => typeof value === 'string';

/** Merkki: facts came to months that were over. Written in the commit that wrote them, gone when a cube holds them. */
export const LateFacts = z.strictObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  entity: z.literal('lateFacts'),
  schemaVersion: z.literal(1),
  months: z.array(Month).min(1),
});
export type LateFacts = z.infer<typeof LateFacts>;
