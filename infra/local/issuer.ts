import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { CompactSign, compactVerify, exportJWK, type JWK } from 'jose';
import * as z from 'zod';
import type { Identity } from '../../shared/access/actor.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { ControllerId, UserId } from '../../shared/kernel/id.ts';
import { epochMsOf, instantOf } from '../../shared/kernel/instant.ts';
import type { TokenVerifier } from '../../shared/services.ts';
import { replaceFile } from './durable-file.ts';
import { readOwnerOnly } from './owner-only.ts';

const FILE = 'issuer-key.pem';
const ALGORITHM = 'ES256';
/** A working day: on a laptop nobody types a second factor every five minutes. */
const TOKEN_HOURS = 8;

/** Who signs in: what the token will prove, and nothing more. */
export type SignIn = { userId: UserId; controller: ControllerId; citizen?: true };

export type Issuer = TokenVerifier & {
  name: string;
  tokenFor(user: SignIn): Promise<string>;
  /** The public key, as a JSON Web Key Set. */
  keys(): Promise<{ keys: JWK[] }>;
};

/** `iat` has milliseconds, so that a session ended and begun again within one second is told apart. */
const Claims = z.object({
  iss: z.string(),
  sub: UserId,
  controller: ControllerId,
  token_use: z.literal('access'),
  authentication_method: z.string(),
  door: z.enum(['staff', 'citizens']).default('staff'),
  iat: z.number(),
  exp: z.number(),
});

function keyOf(folder: string | undefined): KeyObject {
  const path = folder === undefined ? undefined : join(folder, FILE);
  const pem = path === undefined ? undefined : readOwnerOnly(path);
  if (pem !== undefined) return createPrivateKey(pem);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  if (path !== undefined) replaceFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

/**
 * The sign-in of the laptop: an OIDC-like issuer that gives a token to whoever asks. Everything after the
 * token is as in the cloud: signature, issuer, kind and life are checked, and only the ids are believed.
 */
export function localIssuer(settings: { name: string; folder: string | undefined; clock: Clock }): Issuer {
  const { name, clock } = settings;
  const privateKey = keyOf(settings.folder);
  const publicKey = createPublicKey(privateKey);
  const seconds = (): number => epochMsOf(clock.now()) / 1000;

  return {
    name,

    async tokenFor({ userId, controller, citizen }) {
      const now = seconds();
      const claims: z.input<typeof Claims> = {
        iss: name,
        sub: userId,
        controller,
        token_use: 'access',
        authentication_method: 'local',
        door: citizen === true ? 'citizens' : 'staff',
        iat: now,
        exp: now + TOKEN_HOURS * 3600,
      };
      return new CompactSign(Buffer.from(JSON.stringify(claims), 'utf8'))
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
        .sign(privateKey);
    },

    async verify(token): Promise<Identity | undefined> {
      const payload = await signedPayload(token, publicKey);
      const claims = payload === undefined ? undefined : Claims.safeParse(payload).data;
      if (claims === undefined || claims.iss !== name || claims.exp <= seconds()) return undefined;
      return {
        userId: claims.sub,
        controller: claims.controller,
        authenticationMethod: claims.authentication_method,
        issuedAt: instantOf(Math.round(claims.iat * 1000)),
        ...(claims.door === 'citizens' ? { citizen: true } : {}),
      };
    },

    async keys() {
      return { keys: [{ ...(await exportJWK(publicKey)), alg: ALGORITHM, use: 'sig' }] };
    },
  };
}

/** @returns undefined when the text is no token or its signature is not ours. */
async function signedPayload(token: string, publicKey: KeyObject): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, publicKey, { algorithms: [ALGORITHM] });
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    return undefined;
  }
}
