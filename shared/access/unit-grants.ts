import type { ActContext } from '../act.ts';
import type { ServiceTask } from '../domain/service-tasks.ts';
import type { UnitId, UserId } from '../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Grant } from './actor.ts';

/**
 * The grants by which a worker looks into the lists of a unit. The first stands in the line.
 * @throws Refusal `access.notAllowed` where none is for this unit.
 */
export function grantsInUnit(context: ActContext, unitId: UnitId): readonly [Grant, ...Grant[]] {
  const { actor, action } = context;
  const [first, ...others] = actor.grants.filter(
    (grant) => action.roles.includes(grant.role) && grant.unitIds.includes(unitId),
  );
  if (first === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = first;
  return [first, ...others];
}

/** Whether one of the grants covers something of these service tasks; what has none is everybody's of the unit. */
export const coversTasks = (grants: readonly Grant[], serviceTasks: readonly ServiceTask[]): boolean =>
  serviceTasks.length === 0 ||
  grants.some((grant) => serviceTasks.some((task) => grant.serviceTasks.includes(task)));

/** Whether the worker looks into a unit's list as its supervisor: the decree's roles say nothing of that (703/2023 § 9). */
export const isSupervised = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => role === 'supervisor');

/** Whether the worker may know of a deadline or task in a file: one's own, or of a service task one's grants cover. */
export const maySeeWork = (
  { actor, action }: Pick<ActContext, 'actor' | 'action'>,
  { workerId, serviceTasks }: { workerId?: UserId | undefined; serviceTasks: readonly ServiceTask[] },
): boolean =>
  workerId === actor.userId ||
  coversTasks(
    actor.grants.filter(({ role }) => action.roles.includes(role)),
    serviceTasks,
  );
