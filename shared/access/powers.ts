import type * as z from 'zod';
import type { ControllerId, UserId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import { storedItem } from '../table/item.ts';
import { userKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { type OpeningInForce, Powers } from './actor.ts';

/** The powers of a worker as stored: one item, at most 64 KB, rewritten with every grant. */
export const PowersItem = storedItem('powers', { powers: Powers });
export type PowersItem = z.infer<typeof PowersItem>;

/**
 * The powers as they stand, to be rewritten under the condition of their version.
 * @throws Refusal `request.notFound` for a user whom this controller does not have.
 */
export async function powersOf(
  services: Services,
  controller: ControllerId,
  userId: UserId,
): Promise<PowersItem> {
  const key = userKeys.powers(controller, userId);
  const item = await getItem(services.tables, controller, 'records', key, PowersItem);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** What has run out leaves the powers with the next opening. */
export const openingsInForce = (
  { openings }: Pick<Powers, 'openings'>,
  now: Instant,
): z.infer<typeof OpeningInForce>[] => openings.filter(({ until }) => until > now);
