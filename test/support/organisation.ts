import * as z from 'zod';
import { GrantId, PostId, UnitId, UserId } from '../../shared/kernel/id.ts';
import type { Told, Worker, World } from './world.ts';

const Made = z.object({ unitId: UnitId.optional(), postId: PostId.optional() });
const Added = z.object({ userId: UserId, version: z.int() });
const Proposed = z.object({ userId: UserId, grantId: GrantId, version: z.int() });

/** A unit made over the API. */
export async function newUnit(mainUser: Worker, fi = 'Perhesosiaalityö'): Promise<UnitId> {
  const told = await mainUser.call('POST', '/v1/controllers/units', {
    body: { name: { fi }, serviceTasks: ['families'], from: '2026-01-01' },
  });
  return UnitId.parse(Made.parse(told.json).unitId);
}

/** A post in the unit. */
export async function newPost(mainUser: Worker, unitId: UnitId, fi = 'Sosiaalityöntekijä'): Promise<PostId> {
  const told = await mainUser.call('POST', '/v1/controllers/posts', {
    body: { title: { fi }, unitId, kind: 'office', professionalRole: 'socialWorker', from: '2026-01-01' },
  });
  return PostId.parse(Made.parse(told.json).postId);
}

/** A main user, a unit with its supervisor, and a user in a post of the unit who has no right yet. */
export async function organisation(world: World) {
  const mainUser = await world.worker('mainUser');
  const unitId = await newUnit(mainUser);
  const postId = await newPost(mainUser, unitId);
  const supervisor = await world.worker('supervisor', { unitIds: [unitId] });
  const userId = await newUser(mainUser, postId);
  return { world, mainUser, supervisor, unitId, postId, userId, user: world.signedIn(userId) };
}

/** A user in the post who has signed the commitment. */
export async function newUser(mainUser: Worker, postId: PostId, name = 'Kaisa Keksitty'): Promise<UserId> {
  const userId = await addUser(mainUser, postId, name);
  await commits(mainUser, userId);
  return userId;
}

/** A user who has signed nothing yet. */
export async function addUser(mainUser: Worker, postId: PostId, name: string): Promise<UserId> {
  const told = await mainUser.call('POST', '/v1/access-rights/users', { body: { name, postId } });
  return Added.parse(told.json).userId;
}

/** Records that the user has signed the commitment. */
export const commits = (by: Worker, userId: UserId, signedOn = '2026-11-23'): Promise<Told> =>
  by.call('POST', `/v1/access-rights/users/${userId}/commitments`, { body: { signedOn } });

export const grantFor = (unitId: UnitId, more: Record<string, unknown> = {}) => ({
  role: 'broadResponsibility',
  unitIds: [unitId],
  serviceTasks: ['families'],
  range: { from: '2026-11-24' },
  ...more,
});

export const propose = (by: Worker, userId: UserId, grant: Record<string, unknown>): Promise<Told> =>
  by.call('POST', '/v1/access-rights/grants', { body: { userId, grant } });

/** The id of what was proposed. */
export const proposedOf = (told: Told): GrantId => Proposed.parse(told.json).grantId;

export const decide = (
  by: Worker,
  userId: UserId,
  grantId: GrantId,
  what: 'grant' | 'refuse' | 'end',
  version: number,
): Promise<Told> =>
  by.call('POST', `/v1/access-rights/users/${userId}/grants/${grantId}/${what}`, {
    version,
    ...(what === 'end' ? { body: { reason: 'dutiesEnded' } } : {}),
  });
