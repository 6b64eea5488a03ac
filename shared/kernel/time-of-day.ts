import { wallClockMs } from './helsinki-clock.ts';
import { epochMsOf, type Instant } from './instant.ts';

/** What a clock in Finland shows at that moment: `21:40`. */
export function helsinkiTimeOf(instant: Instant): string {
  const minutes = Math.floor((wallClockMs(epochMsOf(instant)) % 86_400_000) / 60_000);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => part.toString().padStart(2, '0')).join(':');
}
