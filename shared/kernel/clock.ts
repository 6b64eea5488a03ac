import { type Instant, instantOf } from './instant.ts';

/** The only source of the present moment. A service, so that journeys can move it. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
