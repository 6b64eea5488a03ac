import * as z from 'zod';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { addDays, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { CLIENT_FILE_REFUSALS } from './refusals.ts';

export const AsOfQuery = z.strictObject({ on: LocalDate });

/**
 * The first moment that no longer belongs to the day asked: what was recorded before it is what the file said.
 * @throws Refusal `clientFile.dayToCome`, `clientFile.notYet`, `client.merged`.
 */
export function endOf(context: ClientContext, on: LocalDate): Instant {
  const { file, today } = context;
  refuseMerged(file.head);
  if (on > today) throw new Refusal(CLIENT_FILE_REFUSALS.dayToCome);
  const moment = startOfDay(addDays(on, 1));
  if (file.head.createdAt >= moment) throw new Refusal(CLIENT_FILE_REFUSALS.notYet);
  return moment;
}
