import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { told, toTell } from '../../shared/domain/deadlines/escalation.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { indexedDeadline } from '../../shared/domain/deadlines/place.ts';
import { countDeadlines, deadlinesOf, loadDeadlines } from '../../shared/domain/deadlines/worklists.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { indexedTask } from '../../shared/domain/tasks/place.ts';
import { TaskId, type UnitId } from '../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { indexKeys, taskKeys } from '../../shared/table/keys.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';
import { resourceOf } from './worklist.ts';

const PAGE = 100;
/** Deadlines of one client that one commit marks. */
const MARKED_AT_ONCE = 20;

type UnitEscalated = { escalated: number; warned: number; notice: Task | undefined };

/**
 * Goes through what of a unit is late or soon due, the earliest first, and marks what its supervisor has not been
 * told of. The notice counts whatever was marked today, so that a run that was cut short forgets nothing.
 */
export async function escalateUnit(
  context: ActContext,
  unitId: UnitId,
  { warnDays, reasonWithinDays }: { warnDays: number; reasonWithinDays: number },
): Promise<UnitEscalated> {
  const { services, actor, today } = context;
  const { controller } = actor;
  const soonUntil = addDays(today, warnDays);
  const span = indexKeys.deadlinesOfDays('t', { to: soonUntil });
  let escalated = 0;
  let warned = 0;
  let after: LastKey | undefined;
  do {
    const page = await deadlinesOf(services, controller, { unitId }, { span, limit: PAGE, after });
    const stand = await loadDeadlines(services, controller, page.items);
    const standing = await marked(
      context,
      stand.filter((item) => item.unitId === unitId),
      soonUntil,
    );
    escalated += standing.filter(({ escalatedOn }) => escalatedOn === today).length;
    warned += standing.filter(
      ({ warnedOn, escalatedOn }) => warnedOn === today && escalatedOn !== today,
    ).length;
    after = page.lastKey;
  } while (after !== undefined);

  const longAgo = addDays(today, -reasonWithinDays);
  const unexplained = await countDeadlines(
    services,
    controller,
    { unitId },
    indexKeys.deadlinesOfDays('tr', { to: longAgo }),
  );
  const count = escalated + warned + unexplained.count;
  return { escalated, warned, notice: count === 0 ? undefined : noticeOf(context, unitId, count) };
}

/** Marks them, a commit and a line for each client. @returns all of them as they stand then. */
async function marked(
  context: ActContext,
  deadlines: readonly Deadline[],
  soonUntil: LocalDate,
): Promise<Deadline[]> {
  const { actor, now, today } = context;
  const stand: Deadline[] = [];
  const byClient = new Map<string, { before: Deadline; after: Deadline }[]>();
  for (const before of deadlines) {
    const of = toTell(before, context, soonUntil);
    if (of === undefined) {
      stand.push(before);
      continue;
    }
    const after = indexedDeadline(told(before, of, { now, today, by: actor.userId }), actor.controller);
    byClient.set(before.pk, [...(byClient.get(before.pk) ?? []), { before, after }]);
  }
  for (const all of byClient.values()) {
    for (let from = 0; from < all.length; from += MARKED_AT_ONCE) {
      const part = all.slice(from, from + MARKED_AT_ONCE);
      if (await isMarked(context, part)) stand.push(...part.map(({ after }) => after));
    }
  }
  return stand;
}

/** False when somebody changed one of them this moment: the next run looks again. */
function isMarked(
  context: ActContext,
  part: readonly { before: Deadline; after: Deadline }[],
): Promise<boolean> {
  const [first] = part;
  const clientId = first?.after.clientId;
  return unlessChanged(() =>
    commit(context, {
      changes: part.map(({ before, after }) => ({ put: after, when: { version: before.version } })),
      line: {
        clients: clientId === undefined ? [] : [clientId],
        resources: part.map(({ after }) => resourceOf(after)),
        dataGroups: ['deadlines'],
        changedFields: ['escalatedOn', 'warnedOn'],
      },
      answer: { body: {} },
    }),
  );
}

/** What the supervisor finds: so many times are late, soon over, or without the reason that had to be recorded. */
function noticeOf({ services, actor, now, today }: ActContext, unitId: UnitId, count: number): Task {
  const taskId = TaskId.parse(newId(services));
  return indexedTask(
    {
      ...taskKeys.open(taskKeys.ofUnit(actor.controller, unitId), taskId),
      entity: 'task',
      ...created(now, actor.userId),
      taskId,
      kind: 'lateDeadlines',
      subject: { kind: 'unit', id: unitId },
      serviceTasks: [],
      unitId,
      givenBy: actor.userId,
      dueOn: today,
      state: 'queued',
      count,
    },
    actor.controller,
  );
}
