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

export const PublicationItem = storedItem('statisticsPublication', { publication: Publication });
export type PublicationItem = z.infer<typeof PublicationItem>;

export const PublicationHead = storedItem('statisticsPublicationHead', { count: z.int().positive() });
export type PublicationHead = z.infer<typeof PublicationHead>;
