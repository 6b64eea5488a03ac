import { GrantId, UnitId, UserId } from '../../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { DAYS, LAST_DAY } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { QuarterTurn, QuarterUnit, QuarterWorker } from './facts.ts';
import { olderId } from './ids.ts';
import { givenName, surname } from './names.ts';
import { addressIn } from './places.ts';
import { UNITS } from './units.ts';

export const unitsOf = (chance: Chance): QuarterUnit[] =>
  UNITS.map(({ name, serviceTask }) => ({
    unitId: UnitId.parse(olderId(chance)),
    name,
    ...(serviceTask === undefined ? {} : { serviceTask }),
  }));

export function workersOf(chance: Chance, units: readonly QuarterUnit[]): QuarterWorker[] {
  return UNITS.flatMap(({ posts }, place) =>
    posts.flatMap(({ count, post, role, duty }) =>
      Array.from({ length: count }, (): QuarterWorker => {
        const unitId = units[place]?.unitId;
        if (unitId === undefined) throw new RangeError('a unit for each plan');
        const startsAt = 60 * 7 + 15 * chance.int(0, 8);
        return {
          userId: UserId.parse(olderId(chance)),
          grantId: GrantId.parse(olderId(chance)),
          family: surname(chance),
          given: givenName(chance),
          address: addressIn(chance),
          unitId,
          post,
          role,
          duty,
          ...(post === 'Sosiaalityöntekijä'
            ? { professionalNumber: String(chance.int(10_000_000_000, 99_999_999_999)) }
            : {}),
          startsAt,
          endsAt: startsAt + 60 * 8,
          weekdays: weekdaysOf(chance),
          absences: absencesOf(chance),
        };
      }),
    ),
  );
}

/** One in six works four days or three. */
function weekdaysOf(chance: Chance): number[] {
  const all = [1, 2, 3, 4, 5];
  if (!chance.is(1 / 6)) return all;
  const free = chance.some(all, chance.is(0.7) ? 1 : 2);
  return all.filter((weekday) => !free.includes(weekday));
}

/** A week of winter holiday (weeks 7 to 10) for most, some days of sickness, and a long leave for one in twenty. */
function absencesOf(chance: Chance): QuarterWorker['absences'] {
  const absences: { from: LocalDate; to: LocalDate; why: 'holiday' | 'sick' | 'leave' }[] = [];
  const first = DAYS[0]?.date ?? LAST_DAY;
  if (chance.is(0.8)) {
    const monday = addDays(first, 39 + 7 * chance.int(0, 3));
    absences.push({ from: monday, to: addDays(monday, 6), why: 'holiday' });
  }
  for (let spells = chance.int(0, 2); spells > 0; spells -= 1) {
    const from = addDays(first, chance.int(4, 86));
    absences.push({ from, to: addDays(from, chance.int(0, 4)), why: 'sick' });
  }
  if (chance.is(0.05)) {
    const from = addDays(first, chance.int(20, 45));
    absences.push({ from, to: LAST_DAY, why: 'leave' });
  }
  return absences;
}

export const isAbsent = ({ absences, employedUntil }: QuarterWorker, date: LocalDate): boolean =>
  absences.some(({ from, to }) => from <= date && date <= to) ||
  (employedUntil !== undefined && date > employedUntil);

/** Whether the plan has the worker at work on the day. */
export const isAtWork = (worker: QuarterWorker, day: (typeof DAYS)[number]): boolean =>
  day.isWorking && worker.weekdays.includes(day.weekday) && !isAbsent(worker, day.date);

/** One of a pool is on call from the afternoon to the morning; on free days a second one by day. */
export function turnsOf(chance: Chance, workers: readonly QuarterWorker[]): QuarterTurn[] {
  const pool = [
    ...workers.filter(({ duty }) => duty === 'intake'),
    ...chance.some(
      workers.filter(({ duty, post }) => duty === 'casework' && post === 'Sosiaalityöntekijä'),
      6,
    ),
  ];
  return DAYS.flatMap((day) => {
    const able = pool.filter((worker) => !isAbsent(worker, day.date));
    const [night, byDay] = chance.some(able, 2);
    if (night === undefined || byDay === undefined) return [];
    const turns: QuarterTurn[] = [{ userId: night.userId, on: day.date, from: 16 * 60, to: 32 * 60 }];
    if (!day.isWorking) turns.push({ userId: byDay.userId, on: day.date, from: 8 * 60, to: 16 * 60 });
    return turns;
  });
}
