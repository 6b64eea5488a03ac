import { describe, expect, test } from 'vitest';
import {
  daysOf,
  freeSlots,
  judgeHours,
  judgeTime,
  meets,
} from '../../../shared/domain/appointments/rules.ts';
import { Instant } from '../../../shared/kernel/instant.ts';

const at = (text: string): Instant => Instant.parse(`${text}:00.000Z`);
const time = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const NOW = at('2026-11-24T10:00');

describe('two times meet', () => {
  const booked = time('2026-11-25T08:00', '2026-11-25T09:00');
  test.each([
    ['08:00', '09:00', true],
    ['07:00', '08:01', true],
    ['08:59', '10:00', true],
    ['08:15', '08:30', true],
    ['07:00', '10:00', true],
    ['07:00', '08:00', false],
    ['09:00', '10:00', false],
  ])('%s–%s with 08:00–09:00: %s', (from, to, expected) => {
    expect(meets(booked, time(`2026-11-25T${from}`, `2026-11-25T${to}`))).toBe(expected);
  });
});

test.each([
  ['2026-11-25T08:00', '2026-11-25T09:00', ['2026-11-25']],
  ['2026-11-25T23:00', '2026-11-26T00:00', ['2026-11-25']],
  ['2026-11-25T23:00', '2026-11-26T00:01', ['2026-11-25', '2026-11-26']],
  ['2026-12-31T23:00', '2027-01-01T23:00', ['2026-12-31', '2027-01-01']],
])('from %s to %s is booked on %s', (from, to, days) => {
  expect(daysOf(time(from, to))).toEqual(days);
});

test.each([
  ['2026-11-25T08:00', '2026-11-25T08:05', []],
  ['2026-11-25T08:00', '2026-11-25T08:04', ['appointment.length']],
  ['2026-11-25T08:00', '2026-11-26T08:00', ['appointment.overMidnight']],
  ['2026-11-25T08:00', '2026-11-26T08:01', ['appointment.length']],
  ['2026-11-24T10:00', '2026-11-24T11:00', ['appointment.isComing']],
  ['2026-11-24T10:01', '2026-11-24T11:00', []],
  // To midnight in Finland is not over it.
  ['2026-11-25T20:00', '2026-11-25T22:00', []],
  ['2026-12-24T08:00', '2026-12-24T09:00', []],
  ['2026-12-25T08:00', '2026-12-25T09:00', ['appointment.onHoliday']],
  ['2026-11-29T08:00', '2026-11-29T09:00', ['appointment.onWeekend']],
])('from %s to %s is judged %s', (from, to, rules) => {
  expect(judgeTime(time(from, to), NOW).map(({ rule }) => rule)).toEqual(rules);
});

test('a time within any of the published hours of the day is not asked about, nor where none are published', () => {
  const hours = [time('2026-11-25T07:00', '2026-11-25T09:00'), time('2026-11-25T11:00', '2026-11-25T13:00')];
  expect(judgeHours(time('2026-11-25T12:00', '2026-11-25T13:00'), hours)).toEqual([]);
  expect(judgeHours(time('2026-11-25T08:30', '2026-11-25T09:30'), hours)).toHaveLength(1);
  expect(judgeHours(time('2026-11-25T08:30', '2026-11-25T09:30'), [])).toEqual([]);
});

test('slots begin one after another from the first moment; what is left over is none, nor what has begun', () => {
  const hours = { ...time('2026-11-25T08:00', '2026-11-25T10:59'), slotMinutes: 45 };
  const starts = (booked: { startsAt: Instant; endsAt: Instant }[], now = NOW) =>
    freeSlots(hours, booked, now).map(({ startsAt }) => startsAt.slice(11, 16));
  expect(starts([])).toEqual(['08:00', '08:45', '09:30']);
  expect(starts([time('2026-11-25T08:45', '2026-11-25T08:50')])).toEqual(['08:00', '09:30']);
  expect(starts([], at('2026-11-25T08:00'))).toEqual(['08:45', '09:30']);
});
