import * as z from 'zod';
import type { ActContext, Change } from '../act.ts';
import { RIGHTS_REFUSALS } from '../domain/access-rights/refusals.ts';
import { type ControllerId, UserId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import { storedItem } from '../table/item.ts';
import { userKeys } from '../table/keys.ts';
import { batchGet, getItem } from '../table/read.ts';
import { grantsOn, type OpeningInForce, Powers } from './actor.ts';
import type { JobRole } from './job-roles.ts';
import { PackedGrants, packGrants } from './packed-grants.ts';

/** The powers of a worker: one item, rewritten with every grant. */
export const PowersItem = storedItem('powers', {
  powers: Powers.extend({ grants: z.union([PackedGrants, Powers.shape.grants]) }),
});
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

/**
 * Writes the powers as they are stored, with their grants packed.
 * @throws Refusal `grant.tooMany` when they would not fit in the item; `request.conflict` when others changed them first.
 */
export function putPowers(item: PowersItem): Change {
  const grants = packGrants(item.powers.grants);
  if (grants === undefined) throw new Refusal(RIGHTS_REFUSALS.tooMany);
  const put = { ...item, powers: { ...item.powers, grants } };
  return {
    put,
    when: item.version === 1 ? 'absent' : { version: item.version - 1 },
    otherwise: COMMON_REFUSALS.conflict,
  };
}

/** What has run out leaves the powers with the next opening. */
export const openingsInForce = (
  { openings }: Pick<Powers, 'openings'>,
  now: Instant,
): z.infer<typeof OpeningInForce>[] => openings.filter(({ until }) => until > now);

/** Whom an id of a worker means, as people read it. */
export const WorkerNamed = z
  .strictObject({ userId: UserId, name: z.string(), post: z.string() })
  .meta({ id: 'WorkerNamed' });
export type WorkerNamed = z.infer<typeof WorkerNamed>;

/** The names and posts of these workers, in no order; one whom the controller does not have is left out. */
export async function workersNamed(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  userIds: readonly UserId[],
): Promise<WorkerNamed[]> {
  const keys = [...new Set(userIds)].map((userId) => userKeys.powers(controller, userId));
  const found = await batchGet(services.tables, controller, 'records', keys, PowersItem);
  return found.map(({ powers: { userId, name, postTitle } }) => ({ userId, name, post: postTitle }));
}

/** Those of the users whose account is not active, or who have none of the roles in force today. */
export async function whoCannot(
  { services, actor, today }: Pick<ActContext, 'services' | 'actor' | 'today'>,
  userIds: readonly UserId[],
  roles: readonly JobRole[],
): Promise<UserId[]> {
  const { controller } = actor;
  const keys = userIds.map((userId) => userKeys.powers(controller, userId));
  const found = await batchGet(services.tables, controller, 'records', keys, PowersItem);
  const able = found.filter(
    ({ powers }) =>
      powers.status === 'active' && grantsOn(powers, today).some(({ role }) => roles.includes(role)),
  );
  return userIds.filter((userId) => !able.some(({ powers }) => powers.userId === userId));
}
