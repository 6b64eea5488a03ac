import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { DayOfUse } from './model.ts';
import type { Usual } from './rules.ts';

export type CountedDay = Pick<DayOfUse, 'userId' | 'on' | 'files' | 'outside'>;

/** Days at work that must be known before anything is called usual. */
const LEAST_DAYS = 10;

const medianOf = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** What is usual for this worker before this day, and for the others of the unit. */
export function usualOf(
  days: readonly CountedDay[],
  { userId, on, usualDays }: { userId: string; on: LocalDate; usualDays: number },
): Usual {
  const from = addDays(on, -usualDays);
  const known = days.filter((day) => day.on >= from && day.on < on && day.files > 0);
  const own = known.filter((day) => day.userId === userId);
  const others = known.filter((day) => day.userId !== userId);
  return {
    own:
      own.length < LEAST_DAYS
        ? undefined
        : {
            files: medianOf(own.map(({ files }) => files)),
            outsidePercent: (100 * own.filter(({ outside }) => outside > 0).length) / own.length,
          },
    unit: others.length < LEAST_DAYS ? undefined : { files: medianOf(others.map(({ files }) => files)) },
  };
}
