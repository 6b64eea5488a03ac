import type { ClientHead } from '../domain/clients/model.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Actor } from './actor.ts';

/** Who watches all use, restricted files too. */
export const watchesAll = ({ grants }: Actor): boolean =>
  grants.some(({ role }) => role === 'dataProtectionOfficer');

/** A restricted file exists for its named readers and, as the watcher of all use, for the data-protection officer. */
export const isKnown = (actor: Actor, { restriction }: ClientHead): boolean =>
  restriction === undefined || restriction.readers.includes(actor.userId) || watchesAll(actor);

/** @throws Refusal not found, as for a client that another controller has. */
export function expectKnown(actor: Actor, head: ClientHead | undefined): asserts head is ClientHead {
  if (head === undefined || !isKnown(actor, head)) throw new Refusal(COMMON_REFUSALS.notFound);
}
