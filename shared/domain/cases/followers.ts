import type { ActContext, Change } from '../../act.ts';
import type { ClientId, UnitId, UserId } from '../../kernel/id.ts';
import type { Resource } from '../../trail/event.ts';
import { binds } from '../deadlines/lateness.ts';
import type { Deadline } from '../deadlines/model.ts';
import { cancelDeadline, reassignDeadline } from '../deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../deadlines/store.ts';
import type { Task } from '../tasks/model.ts';
import { placedTask } from '../tasks/place.ts';
import { loadOpenTasks } from '../tasks/store.ts';
import { endTask, referTask } from '../tasks/transitions.ts';
import type { CaseHead } from './model.ts';

/**
 * What hangs on a case and goes where it goes: its deadlines and tasks, in the files of all its clients
 * (docs/decisions/0047).
 */

type Where = Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>;

/** One thing that moves with a case: its changes, and how the line names it. */
export type Follower = { changes: Change[]; resource: Resource; clientId: ClientId };

type Hands = { unitId: UnitId; workerId?: UserId | undefined };

export const deadlineFollower = (
  where: Where,
  clientId: ClientId,
  deadline: Deadline,
  to: { unitId?: UnitId; workerId?: UserId },
): Follower => {
  const { changes, deadline: after } = reassignDeadline(where, deadline, to);
  return { clientId, changes, resource: deadlineResource(clientId, after) };
};

export const taskFollower = (where: Where, clientId: ClientId, task: Task, to: Hands): Follower => {
  const after = referTask(task, to, { now: where.now, by: where.actor.userId });
  return {
    clientId,
    changes: placedTask(where.actor.controller, task, after),
    resource: taskResource(clientId, after),
  };
};

const deadlineResource = (client: ClientId, { deadlineId, version, serviceTasks }: Deadline): Resource => ({
  kind: 'deadline',
  id: deadlineId,
  client,
  version,
  serviceTasks,
});
const taskResource = (client: ClientId, { taskId, version, serviceTasks }: Task): Resource => ({
  kind: 'task',
  id: taskId,
  client,
  version,
  serviceTasks,
});

type AtHand = { clientId: ClientId; deadlines: Deadline[]; tasks: Task[] };

/** What is at hand of a case, in the files of its clients. */
function atHandOf(where: Where, { caseId, clients }: CaseHead): Promise<AtHand[]> {
  return Promise.all(
    clients.map(async (clientId) => {
      const [deadlines, tasks] = await Promise.all([
        loadOpenDeadlines(where, clientId),
        loadOpenTasks(where, clientId),
      ]);
      return {
        clientId,
        deadlines: deadlines.filter((deadline) => deadline.caseId === caseId),
        tasks: tasks.filter((task) => task.caseId === caseId),
      };
    }),
  );
}

/**
 * What changes hands when a case does: a deadline or task of the former responsible worker, or of nobody, goes to
 * the new one; what lies with the former unit goes to the new one. What somebody else has stays with them.
 */
export async function followersOf(where: Where, before: CaseHead, after: CaseHead): Promise<Follower[]> {
  const { unitId, responsibleWorkerId } = after;
  const isMoved = unitId !== before.unitId || responsibleWorkerId !== before.responsibleWorkerId;
  if (!isMoved) return [];
  const hands = (of: { unitId: UnitId; workerId?: UserId | undefined }): Hands => ({
    unitId: of.unitId === before.unitId ? unitId : of.unitId,
    workerId: of.workerId === before.responsibleWorkerId ? responsibleWorkerId : of.workerId,
  });
  const differ = (of: Hands, to: Hands): boolean => of.unitId !== to.unitId || of.workerId !== to.workerId;
  const parts = await atHandOf(where, before);
  return parts.flatMap(({ clientId, deadlines, tasks }) => [
    ...deadlines
      .filter((deadline) => differ(deadline, hands(deadline)))
      .map((deadline) => {
        const { unitId: unit, workerId } = hands(deadline);
        return deadlineFollower(where, clientId, deadline, {
          unitId: unit,
          ...(workerId === undefined ? {} : { workerId }),
        });
      }),
    // A task that nobody has stays in a queue: the new unit's.
    ...tasks
      .map((task) => ({
        task,
        to: task.workerId === undefined ? { unitId: hands(task).unitId } : hands(task),
      }))
      .filter(({ task, to }) => differ(task, to))
      .map(({ task, to }) => taskFollower(where, clientId, task, to)),
  ]);
}

/** What ends with a case: its tasks, and the times that bind somebody. Others' times, such as for appeal, run on. */
export async function endedWith(where: Where, closed: CaseHead): Promise<Follower[]> {
  const by = { now: where.now, by: where.actor.userId };
  const { controller } = where.actor;
  const parts = await atHandOf(where, closed);
  return parts.flatMap(({ clientId, deadlines, tasks }) => [
    ...deadlines.filter(binds).map((found): Follower => {
      const { changes, deadline } = cancelDeadline(where, found, 'matterClosed');
      return { clientId, changes, resource: deadlineResource(clientId, deadline) };
    }),
    ...tasks.map((task): Follower => {
      const after = endTask(task, 'cancelled', where.today, by);
      return {
        clientId,
        changes: placedTask(controller, task, after),
        resource: taskResource(clientId, after),
      };
    }),
  ]);
}

/** Followers that fit beside `taken` items in one commit, and those that go before it in commits of their own. */
export function inParts(
  followers: readonly Follower[],
  room: number,
): { last: Follower[]; before: Follower[][] } {
  const before: Follower[][] = [];
  const last: Follower[] = [];
  let left = room;
  for (const follower of followers) {
    if (before.length === 0 && follower.changes.length <= left) {
      last.push(follower);
      left -= follower.changes.length;
      continue;
    }
    const part = before.at(-1);
    if (part !== undefined && part.length < PART) part.push(follower);
    else before.push([follower]);
  }
  return { last, before };
}

/** Two changes each at most. */
const PART = 10;
