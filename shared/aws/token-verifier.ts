import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import type { Identity } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { ControllerId, UserId } from '../kernel/id.ts';
import { epochMsOf, instantOf } from '../kernel/instant.ts';
import type { TokenVerifier } from '../services.ts';

export type TokenSettings = {
  issuer: string;
  /** The app client a token came through decides the controller: no attribute of the user can. */
  controllerOfClient: ReadonlyMap<string, ControllerId>;
  /** Without it a token is of another kind, or made without the sign-in page. */
  scope: string;
  /** Signing keys are asked for again when a token names an unknown one, but not more often than this. */
  askAgainMs: number;
};

/** The scope of the citizens' door ends so: a function behind it takes no other. */
const CITIZENS = '/citizens';

/** A controller's id and the subject's: the app client decides the controller, and the subject must be of it. */
const Subject = z
  .string()
  .transform((text) => text.split('.'))
  .pipe(z.tuple([ControllerId, UserId]));

/**
 * What an access token must hold. `auth_method` is put in by the pre-token trigger, which refuses a session
 * without one; the user's name in the pool is our own id.
 */
const AccessToken = z.object({
  iss: z.string(),
  token_use: z.literal('access'),
  client_id: z.string(),
  scope: z.string(),
  auth_method: z.string().min(1).max(30),
  auth_time: z.int(),
  exp: z.int(),
});
/** Officials are users of the pool; a citizen is the subject of an identification, whatever the pool calls the session. */
const OfStaff = AccessToken.extend({ username: UserId });
const OfCitizen = AccessToken.extend({ subject: Subject });

/**
 * Verifies what the gateway's authorizer has verified before: a function invoked past the gateway must not
 * believe a forged token. The session's age counts from the sign-in and not from the last refresh, or an
 * ended session would come back with its refresh token.
 */
export function tokenVerifier(
  settings: TokenSettings,
  fetchKeys: () => Promise<JSONWebKeySet>,
  clock: Clock,
): TokenVerifier {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  const now = (): number => epochMsOf(clock.now());

  async function load(): Promise<ReturnType<typeof createLocalJWKSet>> {
    asked = now();
    keys = createLocalJWKSet(await fetchKeys());
    return keys;
  }

  async function payloadOf(token: string): Promise<unknown> {
    const options = { algorithms: ['RS256'] };
    const read = ({ payload }: { payload: Uint8Array }): unknown =>
      JSON.parse(Buffer.from(payload).toString('utf8'));
    const known = keys ?? (await load());
    try {
      return read(await compactVerify(token, known, options));
    } catch (thrown) {
      const unknownKey = thrown instanceof errors.JWKSNoMatchingKey && now() - asked >= settings.askAgainMs;
      if (!unknownKey) throw thrown;
      return read(await compactVerify(token, await load(), options));
    }
  }

  return {
    async verify(token): Promise<Identity | undefined> {
      let payload: unknown;
      try {
        payload = await payloadOf(token);
      } catch (thrown) {
        if (thrown instanceof errors.JOSEError || thrown instanceof SyntaxError) return undefined;
        throw thrown;
      }
      const parsed = AccessToken.safeParse(payload);
      if (!parsed.success) return undefined;
      const { iss, exp, client_id, scope, auth_method, auth_time } = parsed.data;
      if (iss !== settings.issuer || exp * 1000 <= now()) return undefined;
      const controller = settings.controllerOfClient.get(client_id);
      if (controller === undefined || !scope.split(' ').includes(settings.scope)) return undefined;
      const isCitizens = settings.scope.endsWith(CITIZENS);
      const userId = isCitizens ? subjectIn(payload, controller) : OfStaff.safeParse(payload).data?.username;
      if (userId === undefined) return undefined;
      return {
        userId,
        controller,
        authenticationMethod: auth_method,
        issuedAt: instantOf(auth_time * 1000),
        ...(isCitizens ? { citizen: true } : {}),
      };
    },
  };
}

/** @returns undefined where the token names nobody, or somebody of another controller. */
function subjectIn(payload: unknown, controller: ControllerId): UserId | undefined {
  const [of, subject] = OfCitizen.safeParse(payload).data?.subject ?? [];
  return of === controller ? subject : undefined;
}
