import { randomBytes } from 'node:crypto';
import { jsonLog } from './application-log.ts';
import { type CredentialsOf, credentialsPerController } from './aws/credentials.ts';
import { Environment } from './aws/environment.ts';
import { awsKeyVault, type KeyNameOf } from './aws/key-vault.ts';
import { fetchSigningKeys } from './aws/signing-keys.ts';
import { awsTables } from './aws/tables.ts';
import { tokenVerifier } from './aws/token-verifier.ts';
import { keyCache } from './crypto/key-cache.ts';
import type { DoorSettings } from './http/module-handler.ts';
import { systemClock } from './kernel/clock.ts';
import type { ControllerId } from './kernel/id.ts';
import type { Services, TokenVerifier, UserDirectory } from './services.ts';
import { objectServices } from './services-objects.ts';
import type { IdentificationSettings } from './sign-in/identify-citizen.ts';

const keyNameOf =
  (alias: string): KeyNameOf =>
  (purpose, controller) =>
    purpose === 'client' ? `${alias}-client-${controller}` : `${alias}-${purpose}`;

let environment: Environment | undefined;
/** Read once, so that no parser is compiled for it as for what is read often. */
const theEnvironment = (): Environment => (environment ??= Environment.parse(process.env, { jitless: true }));

/** Minutes between two questions for signing keys that a token names and we do not know. */
const ASK_AGAIN_MS = 60_000;

function tokensOf(settings: Environment): TokenVerifier {
  const { SOINTU_ISSUER: issuer, SOINTU_SCOPE: scope, SOINTU_CLIENTS: clients } = settings;
  if (issuer === undefined || scope === undefined || clients === undefined) {
    return { verify: () => Promise.resolve(undefined) };
  }
  const keySet = `${issuer}/.well-known/jwks.json`;
  // The first request will need them: ask while the rest is set up.
  let first: ReturnType<typeof fetchSigningKeys> | undefined = fetchSigningKeys(keySet);
  first.catch(() => undefined);
  const controllerOfClient = new Map(Object.entries(clients));
  return tokenVerifier(
    { issuer, scope, controllerOfClient, askAgainMs: ASK_AGAIN_MS },
    () => {
      const asked = first ?? fetchSigningKeys(keySet);
      first = undefined;
      return asked;
    },
    systemClock,
  );
}

/** A sign of each kind that the pool asks for, and 192 bits that nobody knows. */
const unknownPassword = (): string => `aA1!${randomBytes(24).toString('base64url')}`;

function directoryOf(pool: string | undefined): UserDirectory | undefined {
  if (pool === undefined) return undefined;
  const cognito = (): Promise<typeof import('./aws/user-directory.ts')> => import('./aws/user-directory.ts');
  return {
    accountOf: async (userId) => (await cognito()).accountOf(pool, userId),
    markPassword: async (userId, mark) => (await cognito()).markPassword(pool, userId, mark),
    resetPassword: async (userId) => (await cognito()).replacePassword(pool, userId, unknownPassword()),
  };
}

/** Loaded on first use, as every use of S3 is. A function that was given no bucket has none to reach. */
function sealedLogOf(
  { SOINTU_ARCHIVE: archive, SOINTU_FRESH: fresh }: Environment,
  credentialsOf: CredentialsOf | undefined,
): Services['sealedLog'] {
  return (controller) => {
    const log = async () => {
      if (fresh === undefined) throw new Error('This function was not given the sealed log.');
      const { sealedLogIn } = await import('./aws/sealed-log.ts');
      return sealedLogIn({ archive, fresh }, credentialsOf, controller);
    };
    return {
      archive: { get: async (name) => (await log()).archive.get(name) },
      fresh: { get: async (name) => (await log()).fresh.get(name) },
    };
  };
}

function makeServices(settings: Environment): Services {
  const dataRole = settings.SOINTU_DATA_ROLE;
  const credentialsOf = dataRole === undefined ? undefined : credentialsPerController(dataRole);
  const alias = settings.SOINTU_KEY_ALIAS;
  return {
    clock: systemClock,
    region: settings.AWS_REGION,
    serves: (code): code is ControllerId => settings.SOINTU_CONTROLLERS.some((one) => one === code),
    tables: awsTables(
      { records: settings.SOINTU_RECORDS, keys: settings.SOINTU_KEYS, trail: settings.SOINTU_TRAIL },
      credentialsOf,
    ),
    vault: awsKeyVault(keyNameOf(alias), credentialsOf),
    keyCache: keyCache(systemClock),
    intake: {
      async putIfAbsent(key, body) {
        const { putOnce } = await import('./aws/put-once.ts');
        await putOnce(settings.SOINTU_ARCHIVE, key, body);
      },
    },
    library: {
      async read(name) {
        const { readText } = await import('./aws/read-text.ts');
        return readText(settings.SOINTU_LIBRARY, name);
      },
    },
    sealedLog: sealedLogOf(settings, credentialsOf),
    ...objectServices(
      {
        inbox: settings.SOINTU_INBOX,
        documents: settings.SOINTU_DOCUMENTS,
        exports: settings.SOINTU_EXPORTS,
        transfers: settings.SOINTU_TRANSFERS,
        malwareScan: settings.SOINTU_MALWARE_SCAN,
      },
      credentialsOf,
      systemClock,
    ),
    tokens: tokensOf(settings),
    directory: directoryOf(settings.SOINTU_POOL),
    log: jsonLog(
      (line) => process.stdout.write(`${line}\n`),
      () => systemClock.now(),
    ),
    random: (length) => randomBytes(length),
    // The stream of records carries events, that of the trail the copies.
    committed: () => undefined,
    logged: () => undefined,
    opens: () => undefined,
  };
}

let services: Services | undefined;

/** The real services of this function, made at the first call and kept while it lives. */
export const awsServices = (): Services => (services ??= makeServices(theEnvironment()));

/** The same services for an operator's command, which is told where they are as a function is. */
export const servicesOf = (told: Readonly<Record<string, string>>): Services =>
  makeServices(Environment.parse(told));

/** What of the deployment the door needs to know. */
export const doorSettings = (): DoorSettings => ({ allowedOrigins: theEnvironment().SOINTU_ORIGINS ?? [] });

/** What the sealer of the access log needs besides the services. */
export const sealerSettings = (): {
  controllers: readonly ControllerId[];
  archive: string;
  fresh: string;
  rows: string;
  signingKey: string;
} => {
  const {
    SOINTU_CONTROLLERS: controllers,
    SOINTU_ARCHIVE: archive,
    SOINTU_FRESH: fresh,
    SOINTU_ROWS: rows,
    SOINTU_KEY_ALIAS: alias,
  } = theEnvironment();
  if (fresh === undefined || rows === undefined)
    throw new Error('This function was given no buckets for what is fresh and for rows.');
  return { controllers, archive, fresh, rows, signingKey: `${alias}-signing` };
};

/** What is known of the strong identification that citizens come through. */
export function identificationSettings(): IdentificationSettings {
  const {
    SOINTU_PROVIDERS: providers,
    SOINTU_CODE_CLAIM: codeClaim,
    SOINTU_METHOD_CLAIM: methodClaim,
  } = theEnvironment();
  if (providers === undefined || codeClaim === undefined || methodClaim === undefined) {
    throw new Error('This function was told of no identification.');
  }
  return { controllerOfProvider: new Map(Object.entries(providers)), codeClaim, methodClaim };
}

/** What the comparison of the log with its witnesses needs besides the services. */
export function reconcilerSettings() {
  const {
    SOINTU_CONTROLLERS: controllers,
    SOINTU_ARCHIVE: archive,
    SOINTU_WITNESS: witness,
    SOINTU_WITNESS_PLACES: places,
    SOINTU_CLIENT_KEYS: keys,
  } = theEnvironment();
  if (witness === undefined || places === undefined || keys === undefined) {
    throw new Error('This function was told of no witnesses.');
  }
  return { controllers, archive, witness, places, clientKeys: new Map(Object.entries(keys)) };
}

/** What the run that plants violations needs besides the services. */
export function plantingsSettings() {
  const {
    SOINTU_CONTROLLERS: controllers,
    SOINTU_ARCHIVE: archive,
    SOINTU_PLANT_ROLE: role,
    SOINTU_KEY_ALIAS: alias,
  } = theEnvironment();
  if (role === undefined) throw new Error('This function was given no role to plant under.');
  return { controllers, archive, role, keyNameOf: keyNameOf(alias) };
}

/** What the run that records what is deployed needs besides the services. */
export function deployedSettings() {
  const { SOINTU_CONTROLLERS: controllers, SOINTU_PARTS: parts, SOINTU_KEY_ALIAS: alias } = theEnvironment();
  if (parts === undefined) throw new Error('This function was told of nothing that is deployed.');
  // Functions are named as the aliases of the keys are.
  return { controllers, parts, functionNameOf: (name: string) => `${alias.replace('alias/', '')}-${name}` };
}

/** What asks other authorities to cosign needs besides the services. */
export function cosignerSettings() {
  const {
    SOINTU_CONTROLLERS: controllers,
    SOINTU_ARCHIVE: archive,
    SOINTU_FRESH: fresh,
    SOINTU_COSIGNERS: cosigners,
  } = theEnvironment();
  if (fresh === undefined || cosigners === undefined)
    throw new Error('This function was told of no witness.');
  return { controllers, archive, fresh, cosigners };
}

/** What the carriers of events need besides the services. */
export const carrierSettings = (): { bus: string; controllers: readonly ControllerId[]; archive: string } => {
  const { SOINTU_BUS: bus, SOINTU_CONTROLLERS: controllers, SOINTU_ARCHIVE: archive } = theEnvironment();
  if (bus === undefined) throw new Error('This function was given no bus.');
  return { bus, controllers, archive };
};
