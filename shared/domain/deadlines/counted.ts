import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { Deadline } from './model.ts';

/** What the times of social assistance add to the figures (1412/1997 14 a, 14 b, 14 d and 27 c §). */

const of = (
  { deadlineId, unitId, metInUnitId, serviceTasks, dueOn, timesBegun }: Deadline,
  on: LocalDate,
) => ({
  of: deadlineId,
  on,
  // Counted anew it is counted in the unit in which it was met, as before.
  unitId: metInUnitId ?? unitId,
  serviceTasks,
  inTime: on <= dueOn,
  ...(timesBegun === undefined ? {} : { about: `${deadlineId}.${timesBegun}` }),
});

/** Applications that were decided: `urgent` where the time of urgent ones ran beside. */
export const factsOfAnswered = (met: readonly Deadline[], on: LocalDate): Fact[] =>
  met.flatMap((deadline): Fact[] => {
    const { rule, subject } = deadline;
    if (rule === 'assistanceUrgent') return [{ kind: 'urgentApplicationDecided', ...of(deadline, on) }];
    if (rule !== 'assistanceDecision') return [];
    const isUrgent = met.some((one) => one.rule === 'assistanceUrgent' && one.subject.id === subject.id);
    return [{ kind: 'applicationDecided', ...of(deadline, on), code: isUrgent ? 'urgent' : 'ordinary' }];
  });

/** Personal talks that were asked for, and held on the day. */
export const factsOfTalk = (running: readonly Deadline[], on: LocalDate): Fact[] =>
  running
    .filter(({ rule }) => rule === 'assistanceTalk')
    .map((deadline) => ({ kind: 'assistanceTalkHeld', ...of(deadline, on) }));

/**
 * Itemised requests to complete an application, each with how many days after the time began it was given: a pause of the
 * time for a decision is one.
 */
export const factsOfCompletion = (deadline: Deadline): Fact[] => {
  const { rule, deadlineId, unitId, serviceTasks, startedOn, pauses, timesBegun } = deadline;
  if (rule !== 'assistanceDecision') return [];
  return pauses.map(({ on, unitId: unitThen = unitId }, nth) => ({
    kind: 'completionAsked',
    of: deadlineId,
    on,
    unitId: unitThen,
    serviceTasks,
    days: Math.max(0, daysBetween(startedOn, on)),
    ...(timesBegun === undefined ? {} : { about: `${deadlineId}.${timesBegun}.${nth + 1}` }),
  }));
};
