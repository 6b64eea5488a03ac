import type { ClientId, SubjectId, UnitId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { reckon } from '../retention/reckon.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { IntakeMatter, SubjectState, Urgency } from './model.ts';
import { INTAKE_REFUSALS } from './refusals.ts';

/**
 * The moves of a matter: open -> handled, when every person it concerns has been handled. Each knows its prior
 * state; the version is the race guard.
 */

export type Mover = { now: Instant; by: UserId };
type Handled = NonNullable<SubjectState['handled']>;

const nextMatter = (matter: IntakeMatter, { now, by }: Mover): IntakeMatter => ({
  ...matter,
  ...changed(matter, now, by),
});

function mustBeOpen(matter: IntakeMatter): void {
  if (matter.state !== 'open') throw new Refusal(INTAKE_REFUSALS.isHandled);
}

/** open, with other contents: who is linked or handled stays, others come and go. */
export function changeRecord(
  matter: IntakeMatter,
  to: {
    subjectIds: readonly SubjectId[];
    codes: readonly string[];
    serviceTasks?: readonly ServiceTask[] | undefined;
  },
  by: Mover,
): IntakeMatter {
  mustBeOpen(matter);
  const kept = matter.subjects.filter(
    ({ subjectId, clientId, handled }) =>
      to.subjectIds.includes(subjectId) || clientId !== undefined || handled !== undefined,
  );
  if (kept.some(({ subjectId }) => !to.subjectIds.includes(subjectId))) {
    throw new Refusal(INTAKE_REFUSALS.subjectLinked);
  }
  return {
    ...nextMatter(matter, by),
    subjects: to.subjectIds.map(
      (subjectId) => kept.find((subject) => subject.subjectId === subjectId) ?? { subjectId },
    ),
    codes: [...to.codes],
    ...(to.serviceTasks === undefined ? {} : { serviceTasks: [...to.serviceTasks] }),
  };
}

/** open, its urgency assessed, or assessed anew. */
export function assessUrgency(matter: IntakeMatter, result: Urgency, by: Mover): IntakeMatter {
  mustBeOpen(matter);
  return { ...nextMatter(matter, by), urgency: { result, at: by.now, by: by.by } };
}

/** open, in the hands of a worker, or of nobody. */
export function assignMatter(matter: IntakeMatter, workerId: UserId | undefined, by: Mover): IntakeMatter {
  mustBeOpen(matter);
  const { workerId: _former, ...rest } = nextMatter(matter, by);
  return { ...rest, ...(workerId === undefined ? {} : { workerId }) };
}

/** open, in another unit: whoever had it in hand there has it no longer. Its deadlines go on. */
export function transferMatter(
  matter: IntakeMatter,
  to: { unitId: UnitId; serviceTasks?: readonly ServiceTask[] | undefined },
  by: Mover,
): IntakeMatter {
  mustBeOpen(matter);
  const { workerId: _former, ...rest } = nextMatter(matter, by);
  return {
    ...rest,
    unitId: to.unitId,
    ...(to.serviceTasks === undefined ? {} : { serviceTasks: [...to.serviceTasks] }),
  };
}

/** open, one of its persons known to be this client. */
export function linkSubject(
  matter: IntakeMatter,
  { subjectId, clientId }: { subjectId: SubjectId; clientId: ClientId },
  by: Mover,
): IntakeMatter {
  mustBeOpen(matter);
  const subject = matter.subjects.find((one) => one.subjectId === subjectId);
  if (subject === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (subject.handled !== undefined) throw new Refusal(INTAKE_REFUSALS.subjectHandled);
  if (subject.clientId !== undefined) throw new Refusal(INTAKE_REFUSALS.subjectLinked);
  if (matter.subjects.some((one) => one.clientId === clientId)) {
    throw new Refusal(INTAKE_REFUSALS.clientTwice);
  }
  return {
    ...nextMatter(matter, by),
    subjects: matter.subjects.map((one) => (one === subject ? { ...one, clientId } : one)),
  };
}

/** open, one of its persons handled. With the last of them the matter is handled, and its retention runs. */
export function handleSubject(
  matter: IntakeMatter,
  subjectId: SubjectId,
  handled: Omit<Handled, 'at' | 'by'>,
  by: Mover,
): IntakeMatter {
  mustBeOpen(matter);
  const subject = matter.subjects.find((one) => one.subjectId === subjectId);
  if (subject === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (subject.handled !== undefined) throw new Refusal(INTAKE_REFUSALS.subjectHandled);
  const subjects = matter.subjects.map((one) =>
    one === subject ? { ...one, handled: { ...handled, at: by.now, by: by.by } } : one,
  );
  const next = { ...nextMatter(matter, by), subjects };
  if (subjects.some((one) => one.handled === undefined)) return next;
  return closed(next, by);
}

/**
 * A matter that led to no case is a disposal unit of its own (of child welfare nothing is due while the death of the
 * client is unknown); one that did is kept as long as its case.
 */
function closed(matter: IntakeMatter, { now }: Mover): IntakeMatter {
  const today = helsinkiDateOf(now);
  const isOfCase = matter.subjects.some(({ handled }) => handled?.caseId !== undefined);
  const { dueMonth } = reckon(
    { documentClass: 'document', serviceTasks: matter.serviceTasks },
    { caseClosed: today, lastCaseClosed: today },
    today,
  );
  return {
    ...matter,
    state: 'handled',
    handledAt: now,
    ...(dueMonth === undefined || isOfCase ? {} : { dueMonth }),
  };
}
