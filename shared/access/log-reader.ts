import { isBarred, isShutTo } from '../domain/clients/barred.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Actor } from './actor.ts';

/** Who watches all use, restricted files too. */
export const watchesAll = ({ grants }: Actor): boolean =>
  grants.some(({ role }) => role === 'dataProtectionOfficer');

/**
 * A restricted file exists for its named readers and, as the watcher of all use, for the data-protection officer. Nobody
 * follows the use of the own file or of one's family (434/2003 § 28).
 */
export const isKnown = (actor: Actor, head: ClientHead): boolean =>
  !isBarred(head, actor.userId) && (watchesAll(actor) || !isShutTo(head, actor.userId));

/** @throws Refusal not found, as for a client that another controller has. */
export function expectKnown(actor: Actor, head: ClientHead | undefined): asserts head is ClientHead {
  if (head === undefined || !isKnown(actor, head)) throw new Refusal(COMMON_REFUSALS.notFound);
}
