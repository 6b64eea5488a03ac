import { expect } from 'vitest';
import type { JobRole } from '../../shared/access/job-roles.ts';
import type { GrantId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { everything } from './every-route.ts';
import { decide, grantFor, newUser, type organisation, propose, proposedOf } from './organisation.ts';
import type { Worker } from './world.ts';

/** Every state in which a grant gives nothing. */
export const NOT_IN_FORCE = [
  'none',
  'proposed',
  'coming',
  'expired',
  'ended',
  'passive',
  'sessionsEnded',
] as const;
export type NotInForce = (typeof NOT_IN_FORCE)[number];

/** What such a user is told, whatever is asked: without an account or a session, that nobody is signed in. */
export const TOLD: Readonly<Record<NotInForce, readonly [number, string]>> = {
  none: [403, 'access.notAllowed'],
  proposed: [403, 'access.notAllowed'],
  coming: [403, 'access.notAllowed'],
  expired: [403, 'access.notAllowed'],
  ended: [403, 'access.notAllowed'],
  passive: [401, 'access.notSignedIn'],
  sessionsEnded: [401, 'access.notSignedIn'],
};

/** Somebody in the state, with what is sent along: the token of a session that has been ended since. */
export type InState = { worker: Worker; headers: Record<string, string> };
type Organisation = Awaited<ReturnType<typeof organisation>>;

/** Made by the acts of the product as far as there are such: proposed, given, ended, made passive, sessions ended. */
export async function inState(made: Organisation, role: JobRole, state: NotInForce): Promise<InState> {
  const { world, unitId } = made;
  const worker = async (from: string, to?: string): Promise<Worker> =>
    world.worker(role, { ...everything([unitId]), range: rangeOf(from, to) });
  if (state === 'coming') return { worker: await worker('2026-11-25'), headers: {} };
  if (state === 'expired') return { worker: await worker('2026-01-01', '2026-11-23'), headers: {} };
  return signedUp(made, role, state);
}

const rangeOf = (from: string, to?: string) => ({
  from: LocalDate.parse(from),
  ...(to === undefined ? {} : { to: LocalDate.parse(to) }),
});

async function signedUp(
  { world, mainUser, supervisor, postId, unitId }: Organisation,
  role: JobRole,
  state: Exclude<NotInForce, 'coming' | 'expired'>,
): Promise<InState> {
  const userId = await newUser(mainUser, postId);
  const worker = world.signedIn(userId);
  const token = await world.tokenFor({ userId, controller: world.controller });
  if (state === 'none') return { worker, headers: {} };
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, { role })));
  if (state === 'proposed') return { worker, headers: {} };
  await decide(mainUser, userId, grantId, 'grant', 1);
  if (state === 'ended') await decide(mainUser, userId, grantId, 'end', 2);
  world.clock.advance(1);
  if (state === 'passive') await act(mainUser, userId, 'end-employment');
  if (state === 'sessionsEnded') await act(mainUser, userId, 'end-sessions');
  return { worker, headers: state === 'sessionsEnded' ? { authorization: `Bearer ${token}` } : {} };
}

const act = (by: Worker, userId: UserId, what: string): Promise<unknown> =>
  by.call('POST', `/v1/access-rights/users/${userId}/${what}`, { version: 1 });

/** One whose grant is in force, made the same way. */
export async function given(
  { world, mainUser, supervisor, postId, unitId }: Organisation,
  role: JobRole,
  more: Record<string, unknown> = {},
): Promise<{ userId: UserId; worker: Worker; grantId: GrantId }> {
  const userId = await newUser(mainUser, postId);
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, { role, ...more })));
  expect((await decide(mainUser, userId, grantId, 'grant', 1)).status).toBe(200);
  return { userId, worker: world.signedIn(userId), grantId };
}
