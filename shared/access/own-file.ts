import { isPermitted } from '../domain/citizens/door-permit.ts';
import { loadDoorPermits } from '../domain/citizens/door-permit-store.ts';
import { Citizen } from '../domain/citizens/model.ts';
import { CITIZEN_REFUSALS } from '../domain/citizens/refusals.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import type { ClientId } from '../kernel/id.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import { citizenKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import type { Basis } from '../trail/event.ts';
import type { Action } from './action.ts';
import type { Actor, Identity } from './actor.ts';

/**
 * Whose file a citizen may ask about: the person's own and no other. Acting for another (a guardian, one who was
 * authorised) is not known here and so is not allowed: such a request is made to the controller in writing.
 * A minor is let in where the controller has an official judge it of each minor, and one has.
 * @throws Refusal where the controller has no e-services (C-13), not allowed for a subject that is tied to nobody, and for
 *   any other minor.
 */
export async function ownFileOf(
  services: Services,
  { controller, userId }: Identity,
  today: LocalDate,
): Promise<{ clientId: ClientId; notes?: number }> {
  const key = citizenKeys.person(controller, userId);
  const [citizen, { network, citizens }] = await Promise.all([
    getItem(services.tables, controller, 'records', key, Citizen),
    settingsOf(services, controller),
  ]);
  if (network.eServices === 'off') throw new Refusal(CITIZEN_REFUSALS.noEServices);
  if (citizen === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  const { clientId, adultOn } = citizen;
  if (adultOn > today) {
    const permits =
      citizens.minors === 'judged' ? await loadDoorPermits(services.tables, controller, clientId) : [];
    if (!isPermitted(permits, today)) throw new Refusal(CITIZEN_REFUSALS.minor, { concerns: [clientId] });
  }
  return { clientId };
}

/** The person as a line names one: never by name. */
export const citizenActor = (identity: Identity): Actor => ({
  ...identity,
  name: 'Asiakas itse',
  postTitle: '',
  grants: [],
  openings: [],
});

/** The ground of an own matter. The dead have no log of their own to read. @throws Refusal not found. */
export function ownBasis({ legalGround }: Action, file: { head: ClientHead } | undefined): Basis {
  if (file === undefined || file.head.diedOn !== undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return { kind: 'ownMatters', legalGround };
}

/** Officials and citizens share no act: a token of the other door is none at this one. */
export function expectDoor({ audience }: Pick<Action, 'audience'>, { citizen }: Identity): void {
  if ((audience === 'citizens') !== (citizen === true)) throw new Refusal(COMMON_REFUSALS.notSignedIn);
}
