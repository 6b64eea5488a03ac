import { expect, test } from 'vitest';
import { formatId } from '../../../shared/kernel/id.ts';
import { instantOf } from '../../../shared/kernel/instant.ts';
import { addDays, addMonths, LocalDate, startOfDay } from '../../../shared/kernel/local-date.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';

const FIRST = LocalDate.parse('1000-01-01');
const LAST = LocalDate.parse('2999-12-31');

test('the first and the last day of the calendar have their moments and neighbours', () => {
  expect(startOfDay(FIRST)).toBe('0999-12-31T22:20:11.000Z');
  expect(startOfDay(LAST)).toBe('2999-12-30T22:00:00.000Z');
  expect(addDays(LAST, -1)).toBe('2999-12-30');
  expect(formatId(0, new Uint8Array(10))).toHaveLength(26);
});

test.each([
  ['a day after the last', () => addDays(LAST, 1)],
  ['a day before the first', () => addDays(FIRST, -1)],
  ['a month after the last day', () => addMonths(LAST, 1)],
  ['a month long before', () => addMonths(FIRST, -600)],
  ['a moment after the last', () => instantOf(Date.UTC(3000, 0, 1))],
  ['a moment that is none', () => instantOf(Number.NaN)],
  ['an identifier of a time before 1970', () => formatId(-1, new Uint8Array(10))],
])('%s is refused as what was asked, and is no fault', (_, ask) => {
  expect(ask).toThrow(Refusal);
  expect(ask).toThrow(
    expect.objectContaining({ definition: expect.objectContaining({ code: 'request.invalid' }) }),
  );
});
