import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { type IntakeMatter } from '../../shared/domain/intake/model.ts';
import { handledMattersOfUnit, loadMatters, mattersOfUnit } from '../../shared/domain/intake/queues.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { grantFor } from './find-matter.ts';
import { MatterRow, rowOf } from './matter-view.ts';

export const MatterList = z
  .strictObject({ matters: z.array(MatterRow).max(PAGE), next: z.string().optional() })
  .meta({ id: 'MatterList' });
type MatterList = z.infer<typeof MatterList>;
type Input = { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> };

/** What waits in a unit's intake: urgent matters first, then those nobody has assessed, then the others. */
export const listQueue = (context: ActContext, input: Input): Promise<Reading<MatterList>> =>
  listed(context, input, mattersOfUnit, 'open');

/** What a unit's intake has handled, the latest first: a matter that led to nothing is found here too. */
export const listHandled = (context: ActContext, input: Input): Promise<Reading<MatterList>> =>
  listed(context, input, handledMattersOfUnit, 'handled');

/**
 * A page of a unit's matters, to who works in its intake. The index tells where to look; whose a matter is and
 * how it stands, the matter itself says, read anew.
 */
async function listed(
  context: ActContext,
  { params: { unitId }, query }: Input,
  ask: typeof mattersOfUnit,
  state: IntakeMatter['state'],
): Promise<Reading<MatterList>> {
  const { services, actor, action } = context;
  const grant = grantFor(actor, action, { unitId, serviceTasks: [] });
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
  const after = await openCursor(context, unitId, query.cursor);
  const page = await ask(services, actor.controller, unitId, { limit: query.limit ?? PAGE, after });
  const found = await loadMatters(services, actor.controller, page.items);
  const matters = page.items.flatMap(({ matterId }) =>
    found.filter(
      (matter) =>
        matter.matterId === matterId &&
        matter.unitId === unitId &&
        matter.state === state &&
        grantFor(actor, action, matter) !== undefined,
    ),
  );
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'unit', id: unitId },
        ...matters.map(({ matterId, serviceTasks }) => ({
          kind: 'intakeMatter' as const,
          id: matterId,
          serviceTasks,
        })),
      ],
      dataGroups: ['intake'],
    },
    body: async () => {
      const next = await sealCursor(context, unitId, page.lastKey);
      return { matters: matters.map(rowOf), ...(next === undefined ? {} : { next }) };
    },
  };
}
