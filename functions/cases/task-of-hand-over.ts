import type { ActContext } from '../../shared/act.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { indexedTask } from '../../shared/domain/tasks/place.ts';
import { type ClientId, TaskId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys, taskKeys } from '../../shared/table/keys.ts';

type Of = Pick<Task, 'kind' | 'subject' | 'serviceTasks' | 'caseId'> & {
  clientId: ClientId;
  workerId: NonNullable<Task['workerId']>;
};

/** What a hand-over leaves to somebody to see to, today: in the file of the client, in that worker's list. */
export const taskOfHandOver = (
  { services, actor, now, today }: ActContext,
  { unitId }: HandOver,
  { clientId, ...of }: Of,
): Task => {
  const taskId = TaskId.parse(newId(services));
  return indexedTask(
    {
      ...taskKeys.open(clientKeys.partition(actor.controller, clientId), taskId),
      entity: 'task',
      ...created(now, actor.userId),
      taskId,
      ...of,
      clientId,
      unitId,
      givenBy: actor.userId,
      dueOn: today,
      state: 'taken',
    },
    actor.controller,
  );
};
