import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { PLANTINGS } from '../../shared/domain/plantings/kind.ts';
import { PlantingDay, PlantingResult } from '../../shared/domain/plantings/model.ts';
import { pageOfDays } from '../../shared/domain/plantings/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { LINES_SHOWN } from '../../shared/trail/read.ts';

const Shown = PlantingDay.pick({ on: true, state: true, version: true }).extend({
  results: z.array(PlantingResult.extend({ sentence: z.string() })),
});

export const PlantingDays = z
  .strictObject({ days: z.array(Shown), next: z.string().optional() })
  .meta({ id: 'PlantingDays' });

/** What was planted each day to see that the controls are awake, and how each ended. What waits is shown to nobody. */
export async function listPlantings(
  context: ActContext,
  { query: page }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof PlantingDays>>> {
  const { actor, services } = context;
  const after = await openCursor(context, 'plantings', page.cursor);
  const { items, lastKey } = await pageOfDays(services.tables, actor.controller, {
    limit: page.limit ?? LINES_SHOWN,
    after,
  });
  return {
    line: {
      clients: [],
      resources: items.map(({ on: id, version }) => ({ kind: 'planting', id, version })),
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, 'plantings', lastKey);
      const days = items.map(({ on, state, version, results }) => ({
        on,
        state,
        version,
        results: results.map((one) => ({ ...one, sentence: PLANTINGS[one.kind].sentence })),
      }));
      return { days, ...(next === undefined ? {} : { next }) };
    },
  };
}
