import * as z from 'zod';
import { DateRange } from '../../kernel/date-range.ts';
import { CheckId, ClientId } from '../../kernel/id.ts';
import { storedItem } from '../../table/item.ts';

/**
 * Lokitarkastus: that somebody whose duty it is looked through the use of a client's data (703/2023 § 10). The
 * result is a code; what follows of a suspicion is handled elsewhere, in words that do not belong here.
 */
export const CheckResult = z.enum(['inOrder', 'clarificationAsked', 'misuseSuspected']);

/** The days that were checked; with no last day, until the day of the check. */
export const LogCheck = storedItem('logCheck', {
  checkId: CheckId,
  clientId: ClientId,
  days: DateRange,
  result: CheckResult,
});
export type LogCheck = z.infer<typeof LogCheck>;
