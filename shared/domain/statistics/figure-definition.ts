import type * as z from 'zod';
import type { Sentence } from '../../kernel/finding.ts';
import type { FactKind } from '../../statistics-fact.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { Dimension, StatisticsRecipient } from './model.ts';
import type { PeriodKind, RecurringKind } from './periods.ts';

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
  parts?: readonly string[];
  inTime?: boolean | 'unsaid';
};

/** Määritelmä: data with its version and source. A change of what is counted is a new version. */
export type FigureDefinition = {
  id: string;
  version: number;
  title: Sentence;
  source: string;
  /** What of it no source here says, or this system does not count. */
  unverified?: Sentence;
  /** Its acts are done in no unit: it is of the whole controller alone, and no unit has a figure of it. */
  ofNoUnit?: true;
  /** Whole periods in which it is exported. The first is the one in which it is published. */
  periods: readonly PeriodKind[];
  /** By what it may be divided. */
  dimensions: readonly Dimension[];
  /**
   * The one division in which it is published. Divisions of one figure that are published side by side can be
   * subtracted from each other (docs/decisions/0093).
   */
  publishedBy?: Dimension;
  /** By what an edition is divided besides: it goes to whom the law names, and is no publication. */
  givenBy?: readonly Dimension[];
  measures: readonly Measure[];
  /**
   * Collected by an authority: who, of which periods, and the last day after each (`month` 1 is the first month after it);
   * none where no public source says it.
   */
  collection?: {
    recipient: z.infer<typeof StatisticsRecipient>;
    provision: string;
    of: RecurringKind;
    due?: { month: number; day: number };
  };
};

/** What is collected or asked for, and no act writes yet: it has no figures. */
export type WaitingDefinition = Pick<FigureDefinition, 'id' | 'title' | 'source'> & { waitsFor: string };
