import { describe, expect, test } from 'vitest';
import { dueMonthOfCase, judgeDay, mayHaveCase } from '../../../shared/domain/cases/rules.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { UnitId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const TODAY = day('2026-11-24');

describe('the due month of a closed case (703/2023, annex)', () => {
  const due = (
    serviceTasks: ServiceTask[],
    of: { diedOn?: LocalDate; active?: ServiceTask[][] } = {},
  ): string | undefined =>
    dueMonthOfCase(
      { serviceTasks, closedOn: TODAY },
      { diedOn: of.diedOn, activeCases: (of.active ?? []).map((tasks) => ({ serviceTasks: tasks })) },
      TODAY,
    );

  test.each<[ServiceTask[], string]>([
    [['workingAge'], '2036-12'],
    [['older'], '2036-12'],
    [['substance'], '2036-12'],
    [['families'], '2056-12'],
    [['workingAge', 'families'], '2056-12'],
    [['disability'], '2036-12'],
  ])('of %s is %s', (tasks, month) => {
    expect(due(tasks)).toBe(month);
  });

  test('of child welfare hangs on the death of the client, two years on', () => {
    expect(due(['childWelfare'])).toBeUndefined();
    expect(due(['childWelfare'], { diedOn: day('2026-10-01') })).toBe('2028-11');
    expect(due(['childWelfare', 'families'], { diedOn: day('2026-10-01') })).toBe('2056-12');
  });

  test('of disability services waits for the last case of that task', () => {
    expect(due(['disability'], { active: [['disability', 'older']] })).toBeUndefined();
    expect(due(['disability'], { active: [['older']] })).toBe('2036-12');
  });

  test('of a family-law matter is not guessed: which child it is about is not known here', () => {
    expect(due(['familyLaw'])).toBeUndefined();
  });
});

test.each([
  ['2026-11-19', 'before it was opened', 1],
  ['2026-11-20', 'the day it was opened in Finland', 0],
  ['2026-11-24', 'today', 0],
  ['2026-11-25', 'tomorrow', 1],
])('a case closed on %s (%s) gives %i findings', (on, _, count) => {
  const openedAt = Instant.parse('2026-11-19T22:30:00.000Z');
  expect(judgeDay(openedAt, day(on), TODAY, 'closedOn')).toHaveLength(count);
});

test('a case needs a relationship in force or an intake, and none is opened for one who was merged', () => {
  const unit = UnitId.parse('01KBN4PZ00000000000000000A');
  const of = (state: 'active' | 'ended') => ({ state, startedOn: TODAY, responsibleUnitId: unit }) as const;
  expect(mayHaveCase({ state: 'active' })).toBe(true);
  expect(mayHaveCase({ state: 'active', relationship: of('active') })).toBe(true);
  expect(mayHaveCase({ state: 'archived', relationship: of('ended') })).toBe(false);
  expect(mayHaveCase({ state: 'merged' })).toBe(false);
});
