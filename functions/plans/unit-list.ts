import type * as z from 'zod';
import type { ActContext, LinePart } from '../../shared/act.ts';
import { type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { ClientId, UnitId } from '../../shared/kernel/id.ts';
import type { LastKey } from '../../shared/table/read.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** What the lists of a unit have in common. */
export type OfUnit = { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> };

/** Who was shown, and what of. */
export const lineOf = (
  unitId: UnitId,
  clients: readonly ClientId[],
  resources: readonly Resource[],
): LinePart => ({
  clients,
  resources: [{ kind: 'unit', id: unitId }, ...resources],
  dataGroups: ['identity', 'plans'],
});

export async function goesOn(
  context: ActContext,
  unitId: UnitId,
  lastKey: LastKey | undefined,
): Promise<{ next?: string }> {
  const next = await sealCursor(context, unitId, lastKey);
  return next === undefined ? {} : { next };
}
