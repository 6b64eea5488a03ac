import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { TaskSubject } from '../../shared/domain/tasks/model.ts';
import { indexedTask } from '../../shared/domain/tasks/place.ts';
import { TASK_REFUSALS } from '../../shared/domain/tasks/refusals.ts';
import { sealTaskWords, TaskWords } from '../../shared/domain/tasks/words.ts';
import { CaseId, TaskId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys, taskKeys } from '../../shared/table/keys.ts';
import { mustBeTied } from './must-be-tied.ts';
import { commitTask, type TaskChanged } from './one-task.ts';

export const GiveTask = z
  .strictObject({
    words: TaskWords,
    dueOn: LocalDate,
    unitId: UnitId,
    /** Without one it lies in the unit's queue. */
    workerId: UserId.optional(),
    /** The case decides its service tasks, and the task goes where the case goes. */
    caseId: CaseId.optional(),
    serviceTasks: z.array(ServiceTask).max(7).default([]),
    /** A document, decision or plan of the file; the client or the case when nothing is said. */
    subject: TaskSubject.optional(),
  })
  .meta({ id: 'GiveTask' });
type GiveTask = z.infer<typeof GiveTask>;

/** Gives work about a client to a worker, or to the queue of a unit. */
export async function giveTask(
  context: ClientContext,
  { body }: { body: GiveTask },
): Promise<Answer<TaskChanged>> {
  const { services, actor, now, today, file } = context;
  const { clientId } = file.head;
  const { words, dueOn, unitId, workerId, caseId } = body;
  if (dueOn < today) throw new Refusal(TASK_REFUSALS.dueInPast);
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (caseId !== undefined && ofCase === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  await mustBeTied(context, { unitId, workerId });

  const taskId = TaskId.parse(newId(services));
  const key = taskKeys.open(clientKeys.partition(actor.controller, clientId), taskId);
  const subject =
    body.subject ??
    (caseId === undefined
      ? { kind: 'client' as const, id: clientId }
      : { kind: 'case' as const, id: caseId });
  const task = indexedTask(
    {
      ...key,
      entity: 'task',
      ...created(now, actor.userId),
      taskId,
      kind: 'toDo',
      subject,
      clientId,
      ...(caseId === undefined ? {} : { caseId }),
      serviceTasks: ofCase?.serviceTasks ?? body.serviceTasks,
      unitId,
      ...(workerId === undefined ? { state: 'queued' } : { state: 'taken', workerId }),
      givenBy: actor.userId,
      dueOn,
      words: await sealTaskWords(ringOf(context), { pk: key.pk, taskId, caseId }, words),
    },
    actor.controller,
  );
  return commitTask(context, task, {
    changes: [{ put: task, when: 'absent' }],
    fields: ['task'],
    location: `/v1/tasks/clients/${clientId}/tasks/${taskId}`,
  });
}
