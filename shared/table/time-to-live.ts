import { epochMsOf, type Instant } from '../kernel/instant.ts';

/** When the table may take an item away, in seconds since 1970. */
export const goesAfterDays = (moment: Instant, days: number): number =>
  Math.floor(epochMsOf(moment) / 1000) + days * 86_400;

/** How far a run came, and what was handed over, is asked about for a year and a month. Ours: no source gives a number. */
export const DAYS_OF_RUNS = 396;
