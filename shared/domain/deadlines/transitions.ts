import type { UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { workingDayFrom } from '../../kernel/working-days.ts';
import { changed } from '../../table/item.ts';
import { putAway } from '../earlier.ts';
import { type Due, dayOf, dueOf, type Start } from './due-of.ts';
import { isOpen, isPast, ruleOf } from './lateness.ts';
import { type CancelGround, type Deadline, DeadlineThen, MOST_PAUSES } from './model.ts';
import { ruleOn } from './norms/norms.ts';
import { DEADLINE_REFUSALS } from './refusals.ts';
import type { DeadlineRule } from './rule.ts';

/** The moves of a deadline: running <-> paused -> met | lateMet | cancelled. */

export type Mover = { now: Instant; by: UserId };

const next = (deadline: Deadline, { now, by }: Mover): Deadline => ({
  ...deadline,
  ...changed(deadline, now, by),
  ...putAway(deadline, DeadlineThen.parse(deadline), now),
});

/** In other hands, whatever its state. */
export const reassigned = (
  deadline: Deadline,
  { unitId, workerId }: Pick<Deadline, 'unitId'> & { workerId?: UserId | undefined },
  by: Mover,
): Deadline => ({
  ...next(deadline, by),
  unitId,
  ...(workerId === undefined ? {} : { workerId }),
});

function open(deadline: Deadline): void {
  if (!isOpen(deadline)) throw new Refusal(DEADLINE_REFUSALS.isOver);
}

/** What it waited for has happened; late when that was after its last day or minute. */
export function metAt(deadline: Deadline, met: Start, by: Mover): Deadline {
  open(deadline);
  const endedOn = dayOf(met);
  const late =
    deadline.state === 'running' &&
    ('at' in met ? isPast(deadline, { now: met.at, today: endedOn }) : deadline.dueOn < endedOn);
  return { ...next(deadline, by), state: late ? 'lateMet' : 'met', endedOn, metInUnitId: deadline.unitId };
}

/** One that was paused when it ended ran no more. */
const endedAs = ({ dueOn, pauses }: Deadline, endedOn: LocalDate): 'met' | 'lateMet' => {
  const last = pauses.at(-1);
  const stoodStill = last !== undefined && last.resumedOn === undefined;
  return !stoodStill && dueOn < endedOn ? 'lateMet' : 'met';
};

/** met | lateMet -> met | lateMet: what it waited for had happened on another day than was recorded. */
export function metAnew(deadline: Deadline, on: LocalDate, by: Mover): Deadline {
  if (deadline.state !== 'met' && deadline.state !== 'lateMet') throw new Refusal(DEADLINE_REFUSALS.isOver);
  return { ...next(deadline, by), state: endedAs(deadline, on), endedOn: on };
}

/**
 * Begun on another day, or at another moment, than was recorded: its last day is counted anew with what it stood still
 * since, and what has met it is held against that. One that was extended keeps its last day. A supervisor is told anew.
 */
export function begunAnew(deadline: Deadline, start: Start, by: Mover): Deadline {
  const startedOn = dayOf(start);
  const rule = ruleOn(deadline.rule, startedOn);
  const {
    startedAt: _at,
    dueAt,
    escalatedOn: _late,
    warnedOn: _soon,
    timesBegun,
    ...rest
  } = next(deadline, by);
  const due =
    deadline.extension === undefined
      ? dueAgain(deadline, rule, start)
      : { dueOn: deadline.dueOn, ...(dueAt === undefined ? {} : { dueAt }) };
  const again: Deadline = {
    ...rest,
    ruleFrom: rule.validity.from,
    startedOn,
    ...('at' in start ? { startedAt: start.at } : {}),
    ...(timesBegun === undefined ? {} : { timesBegun: timesBegun + 1 }),
    ...due,
  };
  const { state, endedOn } = again;
  const isMet = (state === 'met' || state === 'lateMet') && endedOn !== undefined;
  return isMet ? { ...again, state: endedAs(again, endedOn) } : again;
}

const dueAgain = ({ pauses }: Deadline, rule: DeadlineRule, start: Start): Due =>
  pauses.reduce(
    (due, { on, resumedOn }) => (resumedOn === undefined ? due : dueAfterPause(due, rule, on, resumedOn)),
    dueOf(rule.count, start),
  );

export function cancelled(deadline: Deadline, ground: CancelGround, on: LocalDate, by: Mover): Deadline {
  open(deadline);
  return { ...next(deadline, by), state: 'cancelled', endedOn: on, cancelGround: ground };
}

/** running -> paused, until a day on which somebody looks at it again; only where the law lets the time stand still. */
export function paused(
  deadline: Deadline,
  { on, until }: { on: LocalDate; until: LocalDate },
  by: Mover,
): Deadline {
  open(deadline);
  const may =
    ruleOf(deadline).pause !== undefined &&
    deadline.state === 'running' &&
    deadline.pauses.length < MOST_PAUSES &&
    deadline.startedOn <= on &&
    on <= deadline.dueOn &&
    on <= until;
  if (!may) throw new Refusal(DEADLINE_REFUSALS.mayNotPause);
  return {
    ...next(deadline, by),
    state: 'paused',
    pauses: [...deadline.pauses, { on, until, unitId: deadline.unitId }],
  };
}

/** paused -> running: longer by the days it stood still, or counted anew from the day, as its rule says. */
export function resumed(deadline: Deadline, on: LocalDate, by: Mover): Deadline {
  open(deadline);
  const pause = deadline.pauses.at(-1);
  if (deadline.state !== 'paused' || pause === undefined || on < pause.on) {
    throw new Refusal(DEADLINE_REFUSALS.isNotPaused);
  }
  return {
    ...next(deadline, by),
    ...dueAfterPause(deadline, ruleOf(deadline), pause.on, on),
    state: 'running',
    pauses: [...deadline.pauses.slice(0, -1), { ...pause, resumedOn: on }],
  };
}

function dueAfterPause(before: Pick<Due, 'dueOn'>, rule: DeadlineRule, from: LocalDate, to: LocalDate): Due {
  if (rule.pause?.resumes === 'anew') return dueOf(rule.count, { on: to });
  const later = addDays(before.dueOn, daysBetween(from, to));
  return { dueOn: 'moves' in rule.count && rule.count.moves ? workingDayFrom(later) : later };
}

/** Longer, once, where the law knows an extension: counted from what was the last day before it was moved. */
export function extended(deadline: Deadline, on: LocalDate, by: Mover): Deadline {
  open(deadline);
  const { extension, count } = ruleOf(deadline);
  const may = extension !== undefined && deadline.extension === undefined && deadline.state === 'running';
  if (!may) throw new Refusal(DEADLINE_REFUSALS.mayNotExtend);
  const before = deadline.dueOn;
  const unmoved =
    'moves' in count && deadline.pauses.length === 0
      ? dueOf({ ...count, moves: false }, { on: deadline.startedOn }).dueOn
      : before;
  return { ...next(deadline, by), ...dueOf(extension.count, { on: unmoved }), extension: { on, before } };
}

/** Late or met late, with why. */
export const explained = (
  deadline: Deadline,
  lateness: Pick<NonNullable<Deadline['lateness']>, 'reason' | 'words'>,
  by: Mover,
): Deadline => ({ ...next(deadline, by), lateness: { ...lateness, at: by.now, by: by.by } });
