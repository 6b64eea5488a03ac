import { systemClock } from '../../shared/kernel/clock.ts';
import { Instant, plusMilliseconds } from '../../shared/kernel/instant.ts';
import { addDays, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import type { Moments } from '../../shared/trail/read.ts';

/** `--from` and `--to` as days of Finland, the last one included, or as moments. @returns undefined where neither is told. */
export function toldMoments(told: {
  from?: string | undefined;
  to?: string | undefined;
}): Moments | undefined {
  if (told.from === undefined && told.to === undefined) return undefined;
  if (told.from === undefined) throw new Error('--to comes with --from.');
  return { from: momentOf(told.from, 'first'), to: momentOf(told.to ?? systemClock.now(), 'last') };
}

function momentOf(text: string, end: 'first' | 'last'): Instant {
  const day = LocalDate.safeParse(text).data;
  if (day !== undefined)
    return end === 'first' ? startOfDay(day) : plusMilliseconds(startOfDay(addDays(day, 1)), -1);
  const moment = Instant.safeParse(text);
  if (!moment.success)
    throw new Error(`${text} is neither a day nor a UTC time such as 2026-11-24T04:39:08.123Z.`);
  return moment.data;
}
