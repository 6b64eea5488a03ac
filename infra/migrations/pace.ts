import { setTimeout as pause } from 'node:timers/promises';

/** Waits until so many capacity units more may be used. */
export type Pace = (units: number) => Promise<void>;

/** At most so many units a second on the average, however many ask: what was used before is waited for after. */
export function paceOf(unitsPerSecond: number): Pace {
  let freeAt = performance.now();
  return async (units) => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + (units / unitsPerSecond) * 1000;
    await pause(freeAt - now);
  };
}
