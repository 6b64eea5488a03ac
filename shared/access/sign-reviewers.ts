import type { Sign } from '../domain/signs/model.ts';
import type { Actor } from './actor.ts';
import { supervises } from './supervision.ts';

/** Who watches all use: the data-protection officer, and the management where the officer's own use is asked about. */
export const watchesAllSigns = ({ grants }: Actor): boolean =>
  grants.some(({ role }) => role === 'dataProtectionOfficer' || role === 'management');

/**
 * Nobody reviews oneself. A supervisor looks into what the unit's workers did, unless it has gone to the
 * data-protection officer already: then it is out of the unit's hands.
 */
export const mayReview = (actor: Actor, { userId, unitId, state }: Sign): boolean =>
  userId !== actor.userId && (watchesAllSigns(actor) || (supervises(actor, unitId) && state !== 'escalated'));
