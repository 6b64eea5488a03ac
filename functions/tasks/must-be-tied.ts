import { TASK_ACTIONS } from '../../shared/access/actions/tasks.ts';
import { mustHaveTie } from '../../shared/access/must-have-tie.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import { TASK_REFUSALS } from '../../shared/domain/tasks/refusals.ts';
import type { UnitId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** The unit of the relationship, of an active case, or of the intake at hand. */
const isTied = ({ head, cases }: ClientFile, unitId: UnitId): boolean =>
  (head.relationship?.state === 'active' && head.relationship.responsibleUnitId === unitId) ||
  (head.relationship === undefined && head.intake.unitId === unitId) ||
  cases.some((item) => item.unitId === unitId);

/**
 * A task gives nobody a tie: it goes to a unit that has one to this client, and there to a worker who could open the
 * file without it.
 * @throws Refusal `task.unitHasNoTie`, `task.workerHasNoTie`.
 */
export async function mustBeTied(
  context: ClientContext,
  { unitId, workerId }: { unitId: UnitId; workerId?: UserId | undefined },
): Promise<void> {
  if (!isTied(context.file, unitId)) throw new Refusal(TASK_REFUSALS.unitHasNoTie);
  if (workerId === undefined) return;
  const colleague = { userId: workerId, unitId, action: TASK_ACTIONS.finish };
  await mustHaveTie(context, colleague, TASK_REFUSALS.workerHasNoTie);
}
