import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { subjectOf } from '../../shared/domain/citizens/sign-in.ts';
import type { Module } from '../../shared/http/module.ts';
import type { HttpAnswer } from '../../shared/http/request.ts';
import { ControllerId, UserId } from '../../shared/kernel/id.ts';
import { PersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { SignIn } from './issuer.ts';
import type { LocalRun } from './services.ts';
import type { DevUser } from './users.ts';

/** A user made later than the seed is named with the controller. */
const TokenRequest = z.union([
  z.strictObject({ userId: UserId, controller: ControllerId.optional() }),
  /** A client, as a strong identification would name one. The token bears an id that says nothing of the person. */
  z.strictObject({ personalIdentityCode: PersonalIdentityCode, controller: ControllerId }),
]);

const json = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * What only a laptop has: choosing who to be, delivering the dead letters again, and running by hand what runs by
 * schedule in the cloud (`POST /dev/schedules/<module>/<file>`). Another site's page is refused, since whoever reads a
 * token is that user.
 */
export async function devAnswer(
  path: string,
  request: IncomingMessage,
  body: string,
  own: { run: LocalRun; modules: readonly Module[]; users: readonly DevUser[]; origin: string },
): Promise<HttpAnswer> {
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== own.origin) throw new Refusal(COMMON_REFUSALS.notAllowed);
  switch (`${request.method ?? ''} ${path}`) {
    case 'GET /dev/users':
      return json(200, { users: own.users });
    case 'POST /dev/token':
      return json(200, { token: await own.run.issuer.tokenFor(await signInOf(request, body, own)) });
    case 'POST /dev/replay':
      return json(200, { replayed: own.run.bus.replay() });
    default:
      return json(200, await ranByHand(request.method === 'POST' ? path : '', own));
  }
}

/** A schedule's run, at each of its starts, for every controller that somebody of the laptop works for. */
async function ranByHand(
  path: string,
  own: { run: LocalRun; modules: readonly Module[]; users: readonly DevUser[] },
): Promise<object> {
  const [, , place, moduleName, file] = path.split('/');
  const schedule =
    place === 'schedules'
      ? own.modules
          .find(({ name }) => name === moduleName)
          ?.schedules?.find((candidate) => candidate.file === file)
      : undefined;
  if (schedule === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const controllers = [...new Set(own.users.map(({ controller }) => controller))];
  const ran: object[] = [];
  for (const { input } of schedule.starts) ran.push(await schedule.run(own.run.services, controllers, input));
  return ran.length === 1 && ran[0] !== undefined ? ran[0] : { ran };
}

async function signInOf(
  request: IncomingMessage,
  body: string,
  { run, users }: { run: LocalRun; users: readonly DevUser[] },
): Promise<SignIn> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(COMMON_REFUSALS.unsupportedType);
  }
  const asked = TokenRequest.safeParse(jsonOf(body)).data;
  if (asked === undefined) throw new Refusal(COMMON_REFUSALS.malformed);
  if ('personalIdentityCode' in asked) {
    const userId = await subjectOf(run.services, asked.controller, asked.personalIdentityCode);
    if (userId === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
    return { userId, controller: asked.controller, citizen: true };
  }
  const controller =
    asked.controller ?? users.find((candidate) => candidate.userId === asked.userId)?.controller;
  if (controller === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return { userId: asked.userId, controller };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Discovery, as OpenID Connect names it, and the keys that tokens are checked with. */
export async function wellKnownAnswer(
  path: string,
  run: LocalRun,
  origin: string,
): Promise<HttpAnswer | undefined> {
  if (path === '/.well-known/jwks.json') return json(200, await run.issuer.keys());
  if (path !== '/.well-known/openid-configuration') return undefined;
  return json(200, {
    issuer: run.issuer.name,
    jwks_uri: `${origin}/.well-known/jwks.json`,
    token_endpoint: `${origin}/dev/token`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  });
}
