import * as z from 'zod';
import { Instant } from '../../../kernel/instant.ts';
import { storedItem } from '../../../table/item.ts';
import { Figure, MOST_ROWS } from '../model.ts';
import { Period } from '../periods.ts';

/** Julkaisu: the figures of a definition and a period as they were given to everybody, never changed. */
export const Publication = z
  .strictObject({
    definitionId: z.string(),
    definitionVersion: z.int().positive(),
    period: Period,
    /** Of the same definition and period: another after a correction. */
    number: z.int().positive(),
    figures: z.array(Figure).max(MOST_ROWS),
    publishedAt: Instant,
  })
  .meta({ id: 'StatisticsPublication' });
export type Publication = z.infer<typeof Publication>;

/** Persons behind a number, by groups of the year's hashes; and how often nobody is known. */
export const Behind = z.strictObject({
  groups: z.array(z.int().nonnegative()),
  unknown: z.int().nonnegative(),
});
export type Behind = z.infer<typeof Behind>;

/** What is kept beside a publication and told to nobody: which municipality each unit was of, and who stands behind it. */
export const PublicationKept = z.strictObject({
  municipalities: z.strictObject({
    units: z.array(z.tuple([z.string(), z.string()])),
    /** Until which month a unit was of another. */
    earlier: z.array(z.tuple([z.string(), z.string(), z.string()])).optional(),
    others: z.string().optional(),
  }),
  behind: z.array(z.strictObject({ measure: z.string(), key: z.string().optional(), of: Behind })),
});
export type PublicationKept = z.infer<typeof PublicationKept>;

export const PublicationItem = storedItem('statisticsPublication', {
  publication: Publication,
  /** Packed. Left out of what was published before it was kept, and where it is more than an item holds. */
  kept: z.instanceof(Uint8Array).optional(),
});
export type PublicationItem = z.infer<typeof PublicationItem>;

export const PublicationHead = storedItem('statisticsPublicationHead', { count: z.int().positive() });
export type PublicationHead = z.infer<typeof PublicationHead>;
