import type { ClientFile } from '../domain/clients/file.ts';
import { loadClientFile } from '../domain/clients/file.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import { useOfContracts } from '../domain/providers/contract-rules.ts';
import { purchasingOf } from '../domain/providers/contracts.ts';
import { loadServicesInForce } from '../domain/services/store.ts';
import type { ClientId, UserId } from '../kernel/id.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Services } from '../services.ts';
import { userKeys } from '../table/keys.ts';
import { batchGet } from '../table/read.ts';
import { type Actor, grantsOn } from './actor.ts';
import { PowersItem } from './powers.ts';
import { HEALTH, PRIVATE } from './role-groups.ts';

/** Whether what a client is given decides on one of the worker's grants. */
const needsServices = ({ grants, unbound = grants }: Actor): boolean =>
  unbound.some(({ role }) => PRIVATE.includes(role) || HEALTH.includes(role));

/** What stands beside the powers of those few who need it: contracts of their producers, powers of their guides. */
export async function withBeside(services: Services, actor: Actor, today: LocalDate): Promise<Actor> {
  const providerIds = actor.grants.flatMap(({ role, providerId }) =>
    PRIVATE.includes(role) && providerId !== undefined ? [providerId] : [],
  );
  const guideIds = actor.grants.flatMap(({ role, guidedBy }) =>
    role === 'student' && guidedBy !== undefined ? [guidedBy] : [],
  );
  const [purchasing, guides] = await Promise.all([
    providerIds.length === 0 ? undefined : purchasingNow(services, actor, { providerIds, today }),
    guideIds.length === 0 ? undefined : guidesNow(services, actor, { guideIds, today }),
  ]);
  return {
    ...actor,
    ...(purchasing === undefined ? {} : { purchasing }),
    ...(guides === undefined ? {} : { guides }),
  };
}

async function purchasingNow(
  services: Services,
  actor: Actor,
  {
    providerIds,
    today,
  }: { providerIds: readonly NonNullable<Actor['grants'][number]['providerId']>[]; today: LocalDate },
): Promise<NonNullable<Actor['purchasing']>> {
  const on = useOfContracts(await settingsOf(services, actor.controller), today);
  const found = await Promise.all(
    [...new Set(providerIds)].map((providerId) => purchasingOf({ services, actor }, providerId, on)),
  );
  return found.flat();
}

async function guidesNow(
  services: Services,
  { controller }: Actor,
  { guideIds, today }: { guideIds: readonly UserId[]; today: LocalDate },
): Promise<NonNullable<Actor['guides']>> {
  const keys = [...new Set(guideIds)].map((userId) => userKeys.powers(controller, userId));
  const found = await batchGet(services.tables, controller, 'records', keys, PowersItem);
  return found
    .filter(({ powers }) => powers.status === 'active')
    .map(({ powers }) => ({ userId: powers.userId, grants: grantsOn(powers, today) }));
}

/** The file with what is given to the client, where that decides on one of the worker's grants. */
export async function withGiven(
  services: Services,
  actor: Actor,
  file: ClientFile | undefined,
): Promise<ClientFile | undefined> {
  if (file === undefined || !needsServices(actor)) return file;
  return { ...file, given: await loadServicesInForce({ services, actor }, file.head.clientId) };
}

/** A further client's file, as this worker's grants are judged by it. */
export const loadFileFor = async (
  { services, actor }: { services: Services; actor: Actor },
  clientId: ClientId,
): Promise<ClientFile | undefined> =>
  withGiven(services, actor, await loadClientFile(services, actor.controller, clientId));
