import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { expectMayBeMade } from '../../shared/domain/statistics/make-edition.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import type { ExportMade } from './export-view.ts';
import { notedRun } from './noted-run.ts';

export const MakeExport = z
  .strictObject({ definitionId: z.string().max(60), period: Period, use: StatisticsUse })
  .meta({ id: 'MakeStatisticsExport' });

/**
 * Counts a period that is over, and lays the figures down for a recipient or an own use (C-37): with a record from its
 * beginning, as every run has one.
 */
export async function makeExport(
  context: ActContext,
  { body: { definitionId, period, use } }: { body: z.infer<typeof MakeExport> },
): Promise<Answer<ExportMade>> {
  const definition = knownDefinition(definitionId);
  await expectMayBeMade(context, definition, period, use);
  const { result, edition } = await notedRun({
    definition,
    period,
    use,
    by: 'hand',
    when: 'noted',
    contextOf: (event) => (event === 'StatisticsExported' ? context : beside(context, event)),
  });
  return { body: { definitionId, period, edition: edition.edition, isNew: result === 'made' } };
}

/** A line of its own beside the act, whose answer is kept for a repeated request with what it lays down alone. */
function beside({ idempotency: _ofAct, ...context }: ActContext, eventName: string): ActContext {
  return { ...context, eventName, now: context.services.clock.now() };
}
