import type { ClientId } from '../../../shared/kernel/id.ts';
import { helsinkiDateOf } from '../../../shared/kernel/local-date.ts';
import type { Services } from '../../../shared/services.ts';
import type { DevUser } from '../users.ts';
import { seedCaller } from './caller.ts';
import { recordCasework } from './casework.ts';
import { addDelegations } from './delegations.ts';
import { recordExceptions } from './exceptions.ts';
import { HOUSEHOLD, recordHousehold } from './household.ts';
import { keskiUusimaa } from './keski-uusimaa.ts';
import { loimaa } from './loimaa.ts';
import type { SeededOrganisation } from './organisation.ts';
import { handsOf, setUpOrganisation, userNamed } from './set-up.ts';

/** Households written side by side: the store takes one writer at a time, the sealing more. */
const LANES = 4;

/**
 * The first run of a laptop: two controllers strictly apart with their units and workers, and so many invented
 * clients, two in the county for one in the town.
 * @returns who may be chosen at the sign-in.
 */
export async function seed(services: Services, settings: { clients: number }): Promise<DevUser[]> {
  const inTown = Math.floor(settings.clients / 3);
  const county = await seedOrganisation(services, keskiUusimaa, settings.clients - inTown);
  const town = await seedOrganisation(services, loimaa, inTown);
  return [...county, ...town];
}

async function seedOrganisation(
  services: Services,
  organisation: SeededOrganisation,
  clients: number,
): Promise<DevUser[]> {
  const today = helsinkiDateOf(services.clock.now());
  const users = await setUpOrganisation(services, organisation, today);
  const hands = handsOf(organisation, users);
  const call = seedCaller(services);
  const userOf = userNamed(organisation, users);
  await addDelegations(call, organisation, userOf);
  const { controller, municipalities } = organisation;
  const starts = Array.from({ length: Math.ceil(clients / HOUSEHOLD) }, (_, nth) => nth * HOUSEHOLD);
  const recorded = new Map<number, ClientId>();
  const lane = async (): Promise<void> => {
    for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
      const count = Math.min(HOUSEHOLD, clients - from);
      const members = await recordHousehold(call, hands, { controller, municipalities, from, count }, today);
      for (const [nth, clientId] of members.entries()) recorded.set(from + nth, clientId);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (organisation.exceptions !== undefined) {
    await recordExceptions(call, organisation.exceptions, userOf, recorded);
  }
  if (organisation.casework !== undefined) {
    await recordCasework(call, organisation.casework, userOf, recorded, today);
  }
  return users;
}
