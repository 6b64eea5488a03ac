import type { ModuleGrants } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import { bucketNames, prefixOf, tablesOf } from './deployment.ts';

/** What a function behind a door is told of who may come in. */
export type DoorEnvironment = {
  /** Of the user pool. */
  issuer: string;
  scope: string;
  /** App client's id -> controller. The ids are known only when deployed. */
  clients: readonly { clientId: string; controller: string }[];
  allowedOrigins: readonly string[];
};

/** The variables that `shared/services-aws.ts` parses. No secret is among them: keys are in KMS, rights in roles. */
export function functionEnvironment(
  settings: DeploymentSettings,
  more: { door?: DoorEnvironment; bus?: string; grants?: ModuleGrants } = {},
): Record<string, string> {
  const tables = tablesOf(settings);
  const { door, bus, grants } = more;
  return {
    SOINTU_RECORDS: tables.records,
    SOINTU_KEYS: tables.keys,
    SOINTU_TRAIL: tables.trail,
    SOINTU_KEY_ALIAS: `alias/${prefixOf(settings)}`,
    SOINTU_ARCHIVE: bucketNames(settings).archive,
    SOINTU_LIBRARY: bucketNames(settings).library,
    SOINTU_CONTROLLERS: JSON.stringify(settings.controllers.map(({ id }) => id)),
    ...(door === undefined ? {} : doorVariables(door)),
    ...(bus === undefined ? {} : { SOINTU_BUS: bus }),
    ...bucketVariables(settings, grants?.objects ?? {}),
    ...(grants?.sealedLog === undefined ? {} : { SOINTU_FRESH: bucketNames(settings).fresh }),
  };
}

/** A function is told of the buckets that its manifest names, and of no others. */
const bucketVariables = (
  settings: DeploymentSettings,
  { inbox, documents, exports: editions, transfers }: NonNullable<ModuleGrants['objects']>,
): Record<string, string> => ({
  ...(inbox === undefined ? {} : { SOINTU_INBOX: bucketNames(settings).inbox }),
  ...(inbox === undefined ? {} : { SOINTU_MALWARE_SCAN: settings.malwareScan }),
  ...(documents === undefined ? {} : { SOINTU_DOCUMENTS: bucketNames(settings).documents }),
  ...(editions === undefined ? {} : { SOINTU_EXPORTS: bucketNames(settings).exports }),
  ...(transfers === undefined ? {} : { SOINTU_TRANSFERS: bucketNames(settings).transfers }),
});

const doorVariables = ({
  issuer,
  scope,
  clients,
  allowedOrigins,
}: DoorEnvironment): Record<string, string> => ({
  SOINTU_ISSUER: issuer,
  SOINTU_SCOPE: scope,
  // Written by hand: an id not yet known can be no key of an object that CDK writes out.
  SOINTU_CLIENTS: `{${clients.map(({ clientId, controller }) => `"${clientId}":"${controller}"`).join(',')}}`,
  SOINTU_ORIGINS: JSON.stringify(allowedOrigins),
});
