import type { ClientHead } from '../domain/clients/model.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Actor } from './actor.ts';

/**
 * A restricted file exists for its named readers and, as the watcher of all use, for the data-protection
 * officer.
 * @throws Refusal not found, as for a client that another controller has.
 */
export function expectKnown(actor: Actor, head: ClientHead | undefined): asserts head is ClientHead {
  const isKnown =
    head !== undefined &&
    (head.restriction === undefined ||
      head.restriction.readers.includes(actor.userId) ||
      actor.grants.some((grant) => grant.role === 'dataProtectionOfficer'));
  if (!isKnown) throw new Refusal(COMMON_REFUSALS.notFound);
}
