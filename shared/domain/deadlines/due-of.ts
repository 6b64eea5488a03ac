import { type Instant, plusMinutes } from '../../kernel/instant.ts';
import { addDays, addMonths, addYears, helsinkiDateOf, LocalDate } from '../../kernel/local-date.ts';
import { addWorkingDays, workingDayFrom } from '../../kernel/working-days.ts';
import type { Count } from './rule.ts';

/** When a time began: the moment where hours count, else the day is enough; with its last day, where that was set. */
export type Start = { at: Instant } | { on: LocalDate; due?: LocalDate };
export type Due = { dueOn: LocalDate; dueAt?: Instant };

export const dayOf = (start: Start): LocalDate => ('at' in start ? helsinkiDateOf(start.at) : start.on);

const moved = (day: LocalDate, moves: boolean): LocalDate => (moves ? workingDayFrom(day) : day);
const earlier = (a: LocalDate, b: LocalDate | undefined): LocalDate => (b !== undefined && b < a ? b : a);

/**
 * The last day of a time. Months and years end on the day of the same number, or on the last of a month that has
 * none (150/1930 3 §). `birthDate` caps a rule that ends at an age.
 * @throws Error for a time in hours without its moment, or of a set day without it: a programmer's slip.
 */
export function dueOf(count: Count, start: Start, birthDate?: LocalDate): Due {
  if (count.unit === 'setDay') {
    if (!('due' in start) || start.due === undefined)
      throw new Error('A time to a set day is begun with it.');
    return { dueOn: start.due };
  }
  if (count.unit !== 'hours') return { dueOn: lastDay(count, dayOf(start), birthDate) };
  if (!('at' in start)) throw new Error('A time in hours begins at a moment.');
  const dueAt = plusMinutes(start.at, count.count * 60);
  return { dueOn: helsinkiDateOf(dueAt), dueAt };
}

function lastDay(
  count: Exclude<Count, { unit: 'hours' | 'setDay' }>,
  day: LocalDate,
  birthDate?: LocalDate,
): LocalDate {
  switch (count.unit) {
    case 'atOnce':
      return day;
    case 'withoutDelay':
      return addWorkingDays(day, count.remindAfterWorkingDays);
    case 'workingDays':
      return addWorkingDays(day, count.count);
    case 'days':
      return moved(addDays(day, count.count - (count.firstDayCounts === true ? 1 : 0)), count.moves);
    case 'daysBefore':
      return addDays(day, -count.count);
    case 'months':
      return moved(addMonths(day, count.count), count.moves);
    case 'years': {
      const { latestAge } = count;
      const cap =
        latestAge === undefined || birthDate === undefined ? undefined : addYears(birthDate, latestAge);
      return moved(earlier(addYears(day, count.count), cap), count.moves);
    }
    case 'calendarYears':
    default:
      return LocalDate.parse(`${Number(day.slice(0, 4)) + count.count}-12-31`);
  }
}
