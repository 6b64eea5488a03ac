import * as z from 'zod';
import type { Sentence } from '../../kernel/finding.ts';
import { Instant } from '../../kernel/instant.ts';
import type { FactKind } from '../../statistics-fact.ts';
import { storedItem } from '../../table/item.ts';
import { Provision } from '../../trail/disclosure.ts';
import { BusinessId } from '../controllers/model.ts';
import { ServiceSettings } from '../controllers/settings/services.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { Period, type PeriodKind } from './periods.ts';

/** Tilastot: what is counted, how a figure is published, and what is given to whom (C-37). */

/** By what a figure is divided. `code`: of the fact's kind: a social service, an outcome, an entry type. */
export const Dimension = z
  .enum(['unit', 'municipality', 'serviceTask', 'code', 'month'])
  .meta({ id: 'StatisticsDimension' });
export type Dimension = z.infer<typeof Dimension>;

/**
 * One number of a definition. `events`: what was done, each time. `persons`: each person once. `days`: whole days in all,
 * of kinds that have a length.
 */
export type Measure = {
  id: string;
  title: Sentence;
  counts: 'events' | 'persons' | 'days';
  kinds: readonly FactKind[];
  serviceTasks?: readonly ServiceTask[];
  codes?: readonly string[];
  inTime?: boolean | 'unsaid';
};

const { recipients, ownUses } = ServiceSettings.shape.statistics.shape;
export const StatisticsRecipient = recipients.unwrap();
export const OwnUse = ownUses.unwrap();

/** Määritelmä: data with its version and source. A change of what is counted is a new version. */
export type FigureDefinition = {
  id: string;
  version: number;
  title: Sentence;
  source: string;
  /** What of it no source here says, or this system does not count. */
  unverified?: string;
  /** Whole periods in which it is published and exported. */
  periods: readonly PeriodKind[];
  /** By what it may be divided. */
  dimensions: readonly Dimension[];
  /**
   * The one division in which it is published. Divisions of one figure that are published side by side can be
   * subtracted from each other (docs/decisions/0093).
   */
  publishedBy?: Dimension;
  measures: readonly Measure[];
  /** Collected by an authority: who, and the last day after the period (`month` 1 is the first month after it). */
  collection?: {
    recipient: z.infer<typeof StatisticsRecipient>;
    provision: string;
    due: { month: number; day: number };
  };
};

/** What is collected or asked for, and no act writes yet: it has no figures. */
export type WaitingDefinition = Pick<FigureDefinition, 'id' | 'title' | 'source'> & { waitsFor: string };

/** `hidden`: too few stand behind it to be published, or it would tell one that is. */
export const Figure = z
  .strictObject({
    measure: z.string(),
    /** Of the division that was asked for; the whole has none. */
    key: z.string().optional(),
    value: z.int().optional(),
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'StatisticsFigure' });
export type Figure = z.infer<typeof Figure>;

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

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Row = z.strictObject({ by: z.string().optional(), ...Figure.omit({ hidden: true }).shape });
export type Row = z.infer<typeof Row>;

/** What became different since the edition before. */
export const Difference = z
  .strictObject({
    by: z.string().optional(),
    measure: z.string(),
    key: z.string().optional(),
    before: z.int(),
    after: z.int(),
  })
  .meta({ id: 'StatisticsDifference' });
export type Difference = z.infer<typeof Difference>;

/** So many rows fit one item of the table. */
export const MOST_ROWS = 2000;

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
  madeAt: Instant,
});
export type StatisticsEdition = z.infer<typeof StatisticsEdition>;
