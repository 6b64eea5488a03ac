const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** From here on the whole Union changes its clocks in the same two nights (directive 2000/84/EC and before it). */
const COMMON_SINCE = Date.UTC(1996, 0, 1);

let formatter: Intl.DateTimeFormat | undefined;

/**
 * What a wall clock in Helsinki shows, written as if it were UTC: whole seconds, in milliseconds.
 * By rule and not by `Intl`, whose first formatter costs 13 ms: a fifth of a function's start. Older moments, of
 * other rules, ask it all the same. A test holds the rule against the time zone data of Node, so that a change
 * of the law is seen.
 */
export const wallClockMs = (epochMs: number): number =>
  epochMs < COMMON_SINCE
    ? shownByIntl(epochMs)
    : Math.floor(epochMs / 1000) * 1000 + (isSummer(epochMs) ? 3 : 2) * HOUR_MS;

/** Summer time: from the last Sunday of March at 01:00 UTC to the last Sunday of October at 01:00 UTC. */
function isSummer(epochMs: number): boolean {
  const year = yearOf(epochMs);
  return epochMs >= lastSundayAtOne(year, 2) && epochMs < lastSundayAtOne(year, 9);
}

/** `month` counts from 0 and has 31 days. The first day of the epoch was a Thursday. */
function lastSundayAtOne(year: number, month: number): number {
  const lastDay = Math.floor(Date.UTC(year, month, 31) / DAY_MS);
  return (lastDay - ((lastDay + 4) % 7)) * DAY_MS + HOUR_MS;
}

/** Of a moment in UTC: the mean year gives it or, near a new year, one beside it. */
function yearOf(epochMs: number): number {
  const near = 1970 + Math.floor(epochMs / (365.2425 * DAY_MS));
  if (epochMs < Date.UTC(near, 0, 1)) return near - 1;
  return epochMs < Date.UTC(near + 1, 0, 1) ? near : near + 1;
}

function shownByIntl(epochMs: number): number {
  formatter ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki',
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const shown: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(epochMs)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
