import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { loadTransfers, type Transfer, transfersToUnit } from '../../shared/domain/cases/transfer.ts';
import { loadActiveCases } from '../../shared/domain/cases/worklists.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { indexedTask } from '../../shared/domain/tasks/place.ts';
import { taskResourceOf } from '../../shared/domain/tasks/view.ts';
import { TaskId, type UnitId } from '../../shared/kernel/id.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { clientKeys, taskKeys } from '../../shared/table/keys.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';

const PAGE = 100;

/**
 * Whoever proposed a case to this unit and has had no answer for so many days has a task of it, once: to ask, or to
 * take the proposal back. What waits for a unit's answer is a handful, so all of it is looked at.
 */
export async function remindOfTransfers(context: ActContext, toUnitId: UnitId, days: number): Promise<void> {
  const { services, actor, today } = context;
  let after: LastKey | undefined;
  do {
    const page = await transfersToUnit(context, toUnitId, { limit: PAGE, after });
    const [stored, heads] = await Promise.all([
      loadTransfers(context, page.items),
      loadActiveCases(services, actor.controller, page.items),
    ]);
    for (const transfer of stored) {
      const isAtHand = heads.some(({ referredTo }) => referredTo?.transferId === transfer.transferId);
      const isStale = addDays(transfer.proposedOn, days) <= today && transfer.reminderId === undefined;
      if (isAtHand && isStale) await unlessChanged(() => reminded(context, transfer));
    }
    after = page.lastKey;
  } while (after !== undefined);
}

async function reminded(context: ActContext, transfer: Transfer): Promise<void> {
  const { actor, now } = context;
  const task = reminderOf(context, transfer);
  const put: Transfer = {
    ...transfer,
    ...changed(transfer, now, actor.userId),
    reminderId: task.taskId,
  };
  await commit(context, {
    changes: [
      { put, when: { version: transfer.version } },
      { put: task, when: 'absent' },
    ],
    line: {
      clients: [transfer.clientId],
      resources: [taskResourceOf(task)],
      dataGroups: ['tasks'],
      changedFields: ['task'],
    },
    answer: { body: {} },
  });
}

/** It belongs to no case: it stays with its proposer wherever the case goes. */
function reminderOf({ services, actor, now, today }: ActContext, transfer: Transfer): Task {
  const { clientId, caseId, serviceTasks, fromUnitId, proposedBy } = transfer;
  const taskId = TaskId.parse(newId(services));
  return indexedTask(
    {
      ...taskKeys.open(clientKeys.partition(actor.controller, clientId), taskId),
      entity: 'task',
      ...created(now, actor.userId),
      taskId,
      kind: 'transferNotAnswered',
      subject: { kind: 'case', id: caseId },
      clientId,
      serviceTasks,
      unitId: fromUnitId,
      workerId: proposedBy,
      givenBy: actor.userId,
      dueOn: today,
      state: 'taken',
    },
    actor.controller,
  );
}
