import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { StatisticsRunId } from '../../kernel/id.ts';
import { type Instant, Instant as InstantSchema, plusMinutes } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { newIdInOrder } from '../../new-id.ts';
import { changed, created, storedItem } from '../../table/item.ts';
import { statisticsKeys } from '../../table/keys.ts';
import { DAYS_OF_RUNS, goesAfterDays } from '../../table/time-to-live.ts';
import type { Progress } from './cubes/period.ts';
import type { FigureDefinition } from './figure-definition.ts';
import { dueOn, Period } from './periods.ts';

/** Ajo: one making of an export, by the calendar or by hand. */
export const RunShape = {
  runId: StatisticsRunId,
  definitionId: z.string(),
  period: Period,
  by: z.enum(['calendar', 'hand']),
  startedAt: InstantSchema,
  endedAt: InstantSchema.optional(),
  /** `unchanged`: the same figures had been laid down for the same use. */
  result: z.enum(['running', 'made', 'unchanged', 'failed']),
  edition: z.int().positive().optional(),
  /** The last day on which the authority takes it, where one collects it and the day is known; and whether it was past. */
  dueOn: LocalDate.optional(),
  isLate: z.boolean(),
  /** How far it has come, or came: months of the period counted, of how many, and the facts behind them. */
  progress: z
    .strictObject({
      months: z.int().nonnegative(),
      ofMonths: z.int().positive(),
      facts: z.int().nonnegative(),
      at: InstantSchema,
    })
    .optional(),
};
export const StatisticsRun = storedItem('statisticsRun', {
  ...RunShape,
  /** Left out of what was written before runs had a time. */
  ttl: z.int().optional(),
});
export type StatisticsRun = z.infer<typeof StatisticsRun>;

export function runOf(
  { services, actor, now, today }: ActContext,
  { id: definitionId, collection }: FigureDefinition,
  period: Period,
  by: StatisticsRun['by'],
): StatisticsRun {
  const runId = StatisticsRunId.parse(newIdInOrder(services));
  const due = collection?.due === undefined ? undefined : dueOn(period, collection.due);
  return {
    ...statisticsKeys.run(actor.controller, runId),
    entity: 'statisticsRun',
    ...created(now, actor.userId),
    runId,
    definitionId,
    period,
    by,
    startedAt: now,
    result: 'running',
    ...(due === undefined ? {} : { dueOn: due }),
    isLate: due !== undefined && today > due,
    ttl: goesAfterDays(now, DAYS_OF_RUNS),
  };
}

/** No function of the cloud lives longer than this without a sign of life. */
const LONGEST_SILENCE_MINUTES = 15;

/** Begun and never ended, by more than it can have lived: the next morning makes what it did not. */
export const wasCutShort = ({ result, startedAt, progress }: StatisticsRun, now: Instant): boolean =>
  result === 'running' && plusMinutes(progress?.at ?? startedAt, LONGEST_SILENCE_MINUTES) < now;

/** The run with how far it has come. */
export const furtherRun = (run: StatisticsRun, progress: Progress, at: Instant): StatisticsRun => ({
  ...run,
  ...changed(run, at, run.createdBy),
  progress: { ...progress, at },
});

type End = { result: StatisticsRun['result']; edition?: number };

/** The run as it ended. */
const endedRun = (run: StatisticsRun, endedAt: Instant, end: End): StatisticsRun => ({
  ...run,
  endedAt,
  ...end,
});

/** It began before, in a commit of its own, and ended so. */
export const endOf = (run: StatisticsRun, endedAt: Instant, end: End): Change => ({
  put: { ...endedRun(run, endedAt, end), ...changed(run, endedAt, run.createdBy) },
  when: { version: run.version },
});
