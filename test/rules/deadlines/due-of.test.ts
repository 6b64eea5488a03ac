import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../shared/domain/deadlines/due-of.ts';
import { type RuleKey, ruleOn } from '../../../shared/domain/deadlines/norms/norms.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { addDays, daysBetween, LocalDate } from '../../../shared/kernel/local-date.ts';
import { isWorkingDay } from '../../../shared/kernel/working-days.ts';

const day = (text: string) => LocalDate.parse(text);
const lastDay = (rule: RuleKey, start: string, born?: string): string =>
  dueOf(ruleOn(rule, day(start)).count, { on: day(start) }, born === undefined ? undefined : day(born)).dueOn;

// biome-ignore format: a table, one row a line
describe('the last day of a time', () => {
  test.each<[RuleKey, string, string, string]>([
    ['protectionUrgentNeed', '2026-11-28', '2026-11-28', 'at once: on a Saturday too'],
    ['protectionAssessmentStart', '2026-11-02', '2026-11-11', 'the day of arrival is not counted'],
    ['protectionAssessmentStart', '2026-11-07', '2026-11-17', 'from a Saturday the first day is Monday'],
    ['protectionAssessmentStart', '2026-12-23', '2027-01-05', 'across the end of the year'],
    ['protectionAssessmentStart', '2025-12-29', '2026-01-09', 'New Year and Epiphany are not counted'],
    ['protectionAssessmentStart', '2026-04-01', '2026-04-14', 'over Easter'],
    ['protectionAssessmentStart', '2026-06-10', '2026-06-22', 'not on Midsummer Eve'],
    ['protectionAssessmentStart', '2026-12-15', '2026-12-28', 'not on Christmas Eve'],
    ['protectionAssessmentStart', '2026-04-22', '2026-05-04', 'over the first of May'],
    ['protectionAssessmentReady', '2026-11-24', '2027-02-24', 'three months, across the end of the year'],
    ['protectionAssessmentReady', '2026-11-30', '2027-03-01', 'no 30 February: its last day is a Sunday'],
    ['protectionAssessmentReady', '2027-11-30', '2028-02-29', 'the last day of a February of 29 days'],
    ['protectionAssessmentReady', '2026-08-31', '2026-11-30', '31st and three months: the 30th'],
    ['protectionAssessmentReady', '2026-09-24', '2026-12-28', 'not on Christmas Eve: after the holidays'],
    ['childPlanReview', '2024-02-29', '2025-02-28', 'a year from 29 February'],
    ['urgentPlacement', '2026-11-24', '2026-12-23', 'the day of placement counts'],
    ['urgentPlacement', '2026-11-27', '2026-12-26', 'a measure is not lengthened by a holiday'],
    ['specialCareLapse', '2026-11-24', '2027-02-22', 'ninety days'],
    ['contactRestriction', '2026-11-24', '2027-11-24', 'a year at a time'],
    ['movementRestriction', '2026-11-24', '2026-11-30', 'seven days with the first'],
    ['openPlacementReview', '2026-11-30', '2027-02-28', 'a review is not put off by a Sunday'],
    ['decisionCarriedOut', '2026-11-24', '2027-02-24', 'three months'],
    ['mentalHealthCarriedOut', '2026-11-24', '2026-12-28', 'one month, past Christmas'],
    ['assistanceDecision', '2026-12-23', '2027-01-05', 'social assistance'],
    ['assistanceUrgent', '2026-11-27', '2026-11-30', 'the same or the next working day'],
    ['assistanceUrgent', '2026-12-23', '2026-12-28', 'the next working day is after Christmas'],
    ['payerTold', '2027-01-05', '2026-12-22', 'two weeks before the day of payment'],
    ['recoveryClaim', '2026-11-24', '2029-11-24', 'three years from the payment'],
    ['recoveryClaimLong', '2026-11-24', '2031-11-24', 'five years'],
    ['reviewRequest', '2026-11-24', '2026-12-28', '30 days end on Christmas Eve: the first working day after'],
    ['reviewRequest', '2026-11-06', '2026-12-07', '30 days end on Independence Day'],
    ['appeal', '2026-11-02', '2026-12-02', 'the day of service is not counted'],
    ['letterServed', '2026-11-24', '2026-12-01', 'the seventh day after sending'],
    ['electronicMessageServed', '2026-11-24', '2026-11-27', 'the third day after sending'],
    ['dataSubjectRequest', '2026-12-31', '2027-02-01', 'a month from the 31st, moved past a Sunday'],
    ['logToClient', '2026-12-31', '2027-03-01', 'two months: the last of February is a Sunday'],
    ['documentRequest', '2026-12-11', '2026-12-28', 'two weeks end on Christmas Day'],
    ['refugeeRefund', '2026-03-01', '2028-12-31', 'two years after the calendar year'],
  ])('%s from %s is %s: %s', (rule, start, due) => {
    expect(lastDay(rule, start)).toBe(due);
  });
});

test('after-care ends five years after, or on the birthday with 23 years if that is earlier', () => {
  expect(lastDay('afterCare', '2026-11-24', '2008-11-24')).toBe('2031-11-24');
  expect(lastDay('afterCare', '2026-11-24', '2006-03-01')).toBe('2029-03-01');
  expect(lastDay('afterCare', '2026-11-24')).toBe('2031-11-24');
});

test('what began under the old law keeps its age of 25', () => {
  expect(lastDay('afterCare', '2023-12-31', '2000-01-15')).toBe('2025-01-15');
  expect(lastDay('afterCare', '2024-01-01', '2002-01-15')).toBe('2025-01-15');
});

test('isolation is counted in hours from its minute, also over the night the clocks change', () => {
  const at = Instant.parse('2026-10-24T15:30:00.000Z');
  expect(dueOf(ruleOn('isolation', day('2026-10-24')).count, { at })).toEqual({
    dueAt: '2026-10-25T03:30:00.000Z',
    dueOn: '2026-10-25',
  });
  expect(() => dueOf({ unit: 'hours', count: 12 }, { on: day('2026-10-24') })).toThrow('begins at a moment');
});

test('a moment counts from its day in Finland', () => {
  const at = Instant.parse('2026-11-24T22:30:00.000Z');
  expect(dueOf({ unit: 'days', count: 7, moves: false }, { at }).dueOn).toBe('2026-12-02');
});

const starts = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays(day('2000-01-01'), days));

test('a time that moves ends on a day on which one can act, a measure on its own last day', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 400 }), (on, count) => {
      const moving = dueOf({ unit: 'days', count, moves: true }, { on }).dueOn;
      const fixed = dueOf({ unit: 'days', count, moves: false }, { on }).dueOn;
      expect(isWorkingDay(moving)).toBe(true);
      expect(daysBetween(on, fixed)).toBe(count);
      expect(moving >= fixed && daysBetween(fixed, moving) <= 5).toBe(true);
      expect(dueOf({ unit: 'days', count, firstDayCounts: true, moves: false }, { on }).dueOn).toBe(
        addDays(fixed, -1),
      );
    }),
  );
});

test('months end in the month they lead to, on the day of the same number or the last one', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 36 }), (on, count) => {
      const { dueOn } = dueOf({ unit: 'months', count, moves: false }, { on });
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(months(dueOn) - months(on)).toBe(count);
      expect(dueOn.slice(8) === on.slice(8) || addDays(dueOn, 1).endsWith('-01')).toBe(true);
    }),
  );
});
