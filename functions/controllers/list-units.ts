import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Unit } from '../../shared/domain/controllers/model.ts';
import { loadUnits } from '../../shared/domain/controllers/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';

export const UnitPage = z
  .strictObject({
    units: z.array(z.strictObject({ unit: Unit, version: z.int(), ended: z.boolean() })),
    next: z.string().optional(),
  })
  .meta({ id: 'UnitPage' });

const MOST = 50;

/** The units of the reader's own controller; one that has ended keeps its name. */
export async function listUnits(
  context: ActContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof UnitPage>>> {
  const after = await openCursor(context, 'units', cursor);
  const page = await loadUnits(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ unit }) => ({ kind: 'unit', id: unit.unitId })),
      dataGroups: ['settings'],
    },
    body: async () => {
      const next = await sealCursor(context, 'units', page.lastKey);
      return {
        units: page.items.map(({ unit, version }) => ({
          unit,
          version,
          ended: unit.to !== undefined && unit.to < context.today,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
