import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { dayOf, type Start } from '../../shared/domain/deadlines/due-of.ts';
import { ruleOf } from '../../shared/domain/deadlines/lateness.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { type DeadlineMoved, startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DeadlineId } from '../../shared/kernel/id.ts';
import {
  Happened,
  mustBeRecorded,
  mustFollow,
  mustHaveHappened,
  mustHaveMoment,
  runsUpTo,
} from './happened.ts';
import { DeadlineChanged, findDeadline, type OfDeadline } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

export const MeetDeadline = z.strictObject({ event: Happened }).meta({ id: 'MeetDeadline' });

/** `nextId`: the time that began again, of what the law asks for again and again. */
export const DeadlineMet = z
  .strictObject({ ...DeadlineChanged.shape, nextId: DeadlineId.optional() })
  .meta({ id: 'DeadlineMet' });
type DeadlineMet = z.infer<typeof DeadlineMet>;

/** Records the event that ends a time which an official began; late, it waits for its reason as any other does. */
export async function recordEnd(
  context: ClientContext,
  { params, version, body: { event } }: OfDeadline & { body: z.infer<typeof MeetDeadline> },
): Promise<Answer<DeadlineMet>> {
  const found = await findDeadline(context, params.deadlineId);
  expectVersion(found, version);
  const rule = ruleOf(found);
  mustBeRecorded(rule);
  mustHaveMoment(rule, event);
  mustHaveHappened(context, event);
  if (!runsUpTo(rule)) mustFollow(found, event);
  const { deadline, changes } = meetDeadline(context, found, event);
  const next = rule.repeats === true ? begunAgain(context, found, event) : undefined;
  return commit(context, {
    changes: [...changes, ...(next?.changes ?? [])],
    line: {
      clients: [params.clientId],
      resources: [deadline, ...(next === undefined ? [] : [next.deadline])].map(resourceOf),
      dataGroups: ['deadlines'],
      changedFields: ['state', 'endedOn'],
    },
    answer: {
      body: {
        deadlineId: deadline.deadlineId,
        version: deadline.version,
        ...(next === undefined ? {} : { nextId: next.deadline.deadlineId }),
      },
      version: deadline.version,
    },
  });
}

/** The same time from the day on which it was met, in the wording of that day. */
function begunAgain(context: ClientContext, found: Deadline, event: Start): DeadlineMoved {
  const { rule, subject, caseId, serviceTasks, unitId, workerId } = found;
  const { clientId } = context.file.head;
  const start = { on: dayOf(event) };
  return startDeadline(context, { rule, start, clientId, subject, caseId, serviceTasks, unitId, workerId });
}
