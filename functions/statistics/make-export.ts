import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { commitEdition } from './commit-edition.ts';
import type { ExportMade } from './export-view.ts';

export const MakeExport = z
  .strictObject({ definitionId: z.string().max(60), period: Period, use: StatisticsUse })
  .meta({ id: 'MakeStatisticsExport' });

/** Counts a period that is over, and lays the figures down for a recipient or an own use (C-37). */
export async function makeExport(
  context: ActContext,
  { body: { definitionId, period, use } }: { body: z.infer<typeof MakeExport> },
): Promise<Answer<ExportMade>> {
  const { answer } = await commitEdition(context, knownDefinition(definitionId), period, use, 'always');
  return answer;
}
