import { modules } from '../../../functions/modules.ts';
import { dispatch } from '../../../shared/http/dispatch.ts';
import { ControllerId, UserId } from '../../../shared/kernel/id.ts';
import { newId } from '../../../shared/new-id.ts';
import type { Services } from '../../../shared/services.ts';
import type { DevUser } from '../users.ts';

export type Told = Record<string, unknown>;

/** Does an act as one of the seeded users. Anything but success is thrown, unless that status is asked for. */
export type Caller = (
  user: DevUser,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  more: { body?: unknown; version?: number; accepts?: number },
) => Promise<Told>;

const routes = modules.flatMap((module) => [...module.routes]);

/**
 * Invented matters are written by the same acts as real ones, through the same door. The seed stands on this
 * side of the sign-in, so who asks is named in the token's place instead of being proved.
 */
export function seedCaller(services: Services): Caller {
  const seeding: Services = {
    ...services,
    tokens: {
      verify: (token) => {
        const [, controller, userId] = token.split('.');
        return Promise.resolve({
          userId: UserId.parse(userId),
          controller: ControllerId.parse(controller),
          authenticationMethod: 'seed',
          issuedAt: services.clock.now(),
        });
      },
    },
  };
  return async (user, method, path, { body, version, accepts }) => {
    const requestId = `seed-${newId(services)}`;
    const answer = await dispatch(
      routes,
      {
        method,
        path,
        query: {},
        headers: {
          authorization: `Bearer seed.${user.controller}.${user.userId}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version === undefined ? { 'idempotency-key': requestId } : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        requestId,
        sourceIPAddress: '127.0.0.1',
      },
      seeding,
    );
    const told: Told = answer.body === undefined ? {} : JSON.parse(answer.body);
    if (answer.status >= 300 && answer.status !== accepts) {
      throw new Error(`The seed was refused: ${method} ${path} ${answer.status} ${JSON.stringify(told)}`);
    }
    return told;
  };
}
