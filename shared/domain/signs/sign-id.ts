import { sha256Of } from '../../crypto/sha256.ts';
import { formatId, SignId } from '../../kernel/id.ts';
import { epochMsOf, Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { FoundSign } from './rules.ts';

/** Noon of the day, in UTC: its month is that of the day in Finland too. */
const noonOf = (on: LocalDate): number => epochMsOf(Instant.parse(`${on}T12:00:00.000Z`));

/** One rule, worker, file and day is one sign, however often the run looks: its id is made of them. */
export function signIdOf(userId: string, on: LocalDate, { code, clientId = '' }: FoundSign): SignId {
  const hash = sha256Of([code, userId, clientId, on].join(' '));
  return SignId.parse(formatId(noonOf(on), Buffer.from(hash, 'hex').subarray(0, 10)));
}

/** Sorts before every sign of the day. */
export const firstIdOf = (on: LocalDate): SignId => SignId.parse(formatId(noonOf(on), new Uint8Array(10)));
