import * as z from 'zod';
import { maySeeWork } from '../../shared/access/unit-grants.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { dayOf } from '../../shared/domain/deadlines/due-of.ts';
import { RuleKey, ruleOn } from '../../shared/domain/deadlines/norms/norms.ts';
import { DEADLINE_REFUSALS } from '../../shared/domain/deadlines/refusals.ts';
import type { DeadlineRule } from '../../shared/domain/deadlines/rule.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { CaseId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { Happened, mustBeRecorded, mustHaveHappened, mustHaveMoment, runsUpTo } from './happened.ts';
import type { DeadlineChanged } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

export const StartDeadline = z
  .strictObject({ rule: RuleKey, event: Happened, caseId: CaseId })
  .meta({ id: 'StartDeadline' });

/**
 * Records an event that has no act of its own here, such as that an isolation began or a carer gave notice, and begins
 * the time that the law counts from it. The time is of the case's unit and responsible worker.
 */
export async function recordStart(
  context: ClientContext,
  { body: { rule, event, caseId } }: { body: z.infer<typeof StartDeadline> },
): Promise<Answer<DeadlineChanged>> {
  const { clientId } = context.file.head;
  const wording = ruleOn(rule, dayOf(event));
  mustBeRecorded(wording);
  mustHaveMoment(wording, event);
  if (!runsUpTo(wording)) mustHaveHappened(context, event);
  const { serviceTasks, unitId, responsibleWorkerId } = openCase(context, caseId);
  const { deadline, changes } = startDeadline(context, {
    rule,
    start: event,
    clientId,
    subject: { kind: 'case', id: caseId },
    caseId,
    serviceTasks,
    unitId,
    workerId: responsibleWorkerId,
    birthDate: await birthDateFor(context, wording),
  });
  const { deadlineId, version } = deadline;
  return openedInCase(context, caseId, (held) =>
    commit(context, {
      changes: [...changes, held],
      line: {
        clients: [clientId],
        resources: [resourceOf(deadline)],
        dataGroups: ['deadlines'],
        changedFields: ['deadline'],
      },
      answer: {
        body: { deadlineId, version },
        version,
        location: `/v1/deadlines/clients/${clientId}/deadlines/${deadlineId}`,
      },
    }),
  );
}

/** @throws Refusal `deadline.noCase` also for one whose service tasks the worker's grants do not cover. */
function openCase(context: ClientContext, caseId: CaseId): CaseHead {
  const found = context.file.cases.find((one) => one.caseId === caseId);
  const isMine =
    found !== undefined &&
    maySeeWork(context, { workerId: found.responsibleWorkerId, serviceTasks: found.serviceTasks });
  if (!isMine) throw new Refusal(DEADLINE_REFUSALS.noCase);
  return found;
}

/** Asked for only where a time ends at an age. */
async function birthDateFor(context: ClientContext, { count }: DeadlineRule): Promise<LocalDate | undefined> {
  if (!('latestAge' in count) || count.latestAge === undefined) return undefined;
  return birthDateIn((await openBase(ringOf(context), context.file.head)).data);
}
