import * as z from 'zod';
import { sha256Of } from '../../crypto/sha256.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';
import { Provision } from '../../trail/disclosure.ts';
import { BusinessId } from '../controllers/model.ts';
import { Form } from './form.ts';
import { Difference, MOST_ROWS, OwnUse, Row, StatisticsRecipient } from './model.ts';
import { Period } from './periods.ts';

/** What it is for (U-7.14, K-11.7: recipient and purpose; J-4.5, K-5.25: own use). */
export const StatisticsUse = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('recipient'),
      recipient: StatisticsRecipient,
      /** Which authority, where the kind of recipient does not tell. */
      businessId: BusinessId.optional(),
      purpose: z.enum(['statistics', 'research', 'planning', 'supervision', 'other']),
      provision: Provision,
    }),
    z.strictObject({ kind: z.literal('own'), use: OwnUse }),
  ])
  .meta({ id: 'StatisticsUse' });
export type StatisticsUse = z.infer<typeof StatisticsUse>;

/** The same use has the same name, in keys and in names of files. */
export const nameOfUse = (use: StatisticsUse): string => sha256Of(canonicalJson(use)).slice(0, 12);

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Painos: figures of one period as they were counted and given, never changed. What is counted anew is a new one. */
export const StatisticsEdition = storedItem('statisticsEdition', {
  definitionId: z.string(),
  definitionVersion: z.int().positive(),
  period: Period,
  edition: z.int().positive(),
  use: StatisticsUse,
  rows: z.array(Row).max(MOST_ROWS),
  differences: z.array(Difference).max(2 * MOST_ROWS),
  /** The facts that were read: how many, and a hash of their names. */
  facts: z.int().nonnegative(),
  snapshot: Sha256,
  /** Of the file of the rows. */
  csv: z.strictObject({ bytes: z.int().nonnegative(), sha256: Sha256 }),
  /** In the fields of its recipient, where the settings had a form then. */
  form: Form.optional(),
  madeAt: Instant,
});
export type StatisticsEdition = z.infer<typeof StatisticsEdition>;

/** The number of the latest edition of a period: two that are made at one moment do not share one. */
export const LatestEdition = storedItem('latestEdition', { period: Period, edition: z.int().positive() });
export type LatestEdition = z.infer<typeof LatestEdition>;
