import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { RunShape, wasCutShort } from '../../shared/domain/statistics/run.ts';
import { loadRuns } from '../../shared/domain/statistics/store.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';

export const StatisticsRuns = z
  .strictObject({
    runs: z.array(
      z
        .strictObject({
          ...RunShape,
          /** `cutShort`: it began and gave no sign for longer than it can live. */
          result: z.enum([...RunShape.result.options, 'cutShort']),
        })
        .meta({ id: 'StatisticsRun' }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'StatisticsRunPage' });

export const RunsQuery = z.strictObject({ cursor: z.string().max(2000).optional() });

const PAGE = 25;
const RUNS = 'runs';

/** Which exports were made or tried, by the calendar and by hand, the latest first: how far each came, and whether one was late, cut short or failed. */
export async function listRuns(
  context: ActContext,
  { query }: { query: z.infer<typeof RunsQuery> },
): Promise<Reading<z.infer<typeof StatisticsRuns>>> {
  const after = await openCursor(context, RUNS, query.cursor);
  const page = await loadRuns(context, { limit: PAGE, after });
  return {
    line: { clients: [], resources: [{ kind: 'statistics', id: RUNS }], dataGroups: ['statistics'] },
    body: async () => {
      const next = await sealCursor(context, RUNS, page.lastKey);
      return {
        runs: page.items.map((run) => ({
          runId: run.runId,
          definitionId: run.definitionId,
          period: run.period,
          by: run.by,
          startedAt: run.startedAt,
          ...(run.endedAt === undefined ? {} : { endedAt: run.endedAt }),
          result: wasCutShort(run, context.now) ? ('cutShort' as const) : run.result,
          ...(run.edition === undefined ? {} : { edition: run.edition }),
          ...(run.dueOn === undefined ? {} : { dueOn: run.dueOn }),
          isLate: run.isLate,
          ...(run.progress === undefined ? {} : { progress: run.progress }),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
