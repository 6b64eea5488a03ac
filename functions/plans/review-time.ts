import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline, meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { deadlineOf } from '../../shared/domain/deadlines/store.ts';
import { planKindOf } from '../../shared/domain/plans/kinds.ts';
import type { Plan } from '../../shared/domain/plans/model.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';

/** The time of the law by which a plan of a child is reviewed: it begins with the plan and with every review. */
export type ReviewTime = { dueOn?: LocalDate; changes: Change[] };

type Reviewed = Pick<
  Plan,
  'planId' | 'clientId' | 'caseId' | 'typeOid' | 'serviceTasks' | 'unitId' | 'workerId'
>;

export function startReviewTime(context: ClientContext, plan: Reviewed, on: LocalDate): ReviewTime {
  const rule = planKindOf(plan.typeOid).review;
  if (rule === undefined) return { changes: [] };
  const { clientId, caseId, serviceTasks, unitId, workerId } = plan;
  const { deadline, changes } = startDeadline(context, {
    rule,
    start: { on },
    subject: { kind: 'plan', id: plan.planId },
    clientId,
    caseId,
    serviceTasks,
    unitId,
    workerId,
  });
  return { dueOn: deadline.dueOn, changes };
}

const runningFor = (plan: Plan, deadlines: readonly Deadline[]): Deadline | undefined => {
  const rule = planKindOf(plan.typeOid).review;
  return rule === undefined
    ? undefined
    : deadlineOf(deadlines, { rule, subject: { kind: 'plan', id: plan.planId } });
};

/** The plan was reviewed, or another was made in its place. */
export function meetReviewTime(
  context: ClientContext,
  plan: Plan,
  deadlines: readonly Deadline[],
  on: LocalDate,
): Change[] {
  const running = runningFor(plan, deadlines);
  return running === undefined ? [] : meetDeadline(context, running, { on }).changes;
}

/** The plan is needed no more. */
export function cancelReviewTime(
  context: ClientContext,
  plan: Plan,
  deadlines: readonly Deadline[],
): Change[] {
  const running = runningFor(plan, deadlines);
  return running === undefined ? [] : cancelDeadline(context, running, 'matterClosed').changes;
}
