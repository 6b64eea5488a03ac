import type * as z from 'zod';
import { DEADLINE_ACTIONS } from '../../shared/access/actions/deadlines.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { coversTasks, grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { type FoundRows, rowsOf } from '../../shared/http/found-rows.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { findDeadlines, questionOf } from './find-deadlines.ts';
import { type DeadlinePage, type ListQuery, worklist } from './worklist.ts';

type Input = { params: { unitId: UnitId }; query: z.infer<typeof ListQuery> };

export const findUnit = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: Input,
): Promise<FoundRows<Deadline>> =>
  findDeadlines(services, caller, { action: DEADLINE_ACTIONS.listUnit, holder: { unitId }, query });

/** The times of one of the worker's own units, of the service tasks that the worker's grant there covers. */
export async function listUnit(
  context: ActContext,
  { params: { unitId }, query: { list } }: Input,
  found: FoundRows<Deadline> | undefined,
): Promise<Reading<DeadlinePage>> {
  const grants = grantsInUnit(context, unitId);
  return worklist(context, rowsOf(found), {
    question: questionOf({ unitId }, list),
    index: 'g2',
    mayList: ({ serviceTasks }) => coversTasks(grants, serviceTasks),
    resources: [{ kind: 'unit', id: unitId }],
  });
}
