import { formatId } from './kernel/id.ts';
import { epochMsOf, type Instant } from './kernel/instant.ts';
import type { Services } from './services.ts';

/** A new identifier for now, or for the moment given (a note carries the time of its event). */
export const newId = (services: Pick<Services, 'clock' | 'random'>, at?: Instant): string =>
  formatId(epochMsOf(at ?? services.clock.now()), services.random(10));
