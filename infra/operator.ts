import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { modules } from '../functions/modules.ts';
import type { ControllerId } from '../shared/kernel/id.ts';
import type { Services } from '../shared/services.ts';
import { servicesOf } from '../shared/services-aws.ts';
import { tablesOf } from './constructs/deployment.ts';
import { functionEnvironment } from './constructs/function-environment.ts';
import { startDynamoDb } from './local/dynamodb.ts';
import { localServices } from './local/services.ts';
import { settingsOf } from './local/settings.ts';
import { readUsers } from './local/users.ts';
import { type DeploymentSettings, loadSettings } from './settings.ts';
import { type TableName, tableNames } from './table.ts';

/** What an operator's command works on: the laptop's store, or with `--aws` the deployment that SOINTU_SETTINGS names. */
export type Target = {
  services: Services;
  controllers: readonly ControllerId[];
  /** Who runs the command, as the access log will say. */
  ranBy: string;
  close: () => Promise<void>;
};

export const isForAws = (args: readonly string[]): boolean => args.includes('--aws');

export const targetOf = (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Target> =>
  isForAws(args) ? awsTarget(loadSettings()) : laptopTarget(settingsOf(environment));

/** The store of a laptop that is not running, or the one that SOINTU_DYNAMODB_ENDPOINT names. */
async function laptopTarget({ folder, endpoint }: ReturnType<typeof settingsOf>): Promise<Target> {
  const users = readUsers(resolve(folder));
  if (users === undefined) throw new Error(`${folder} holds no data: npm start makes them.`);
  const store = await startDynamoDb({ folder, ...(endpoint === undefined ? {} : { endpoint }) });
  const run = localServices({
    endpoint: store.endpoint,
    tableNames: tableNames('sointu'),
    folder: resolve(folder),
    modules,
  });
  return {
    services: run.services,
    controllers: [...new Set(users.map(({ controller }) => controller))],
    ranBy: userInfo().username,
    async close() {
      await run.bus.drained();
      run.close();
      await store.stop();
    },
  };
}

/** Under the operator's own credentials: what they may do is what their role lets them. */
async function awsTarget(settings: DeploymentSettings): Promise<Target> {
  process.env['AWS_REGION'] = settings.region;
  const { Arn: ranBy } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
  if (ranBy === undefined) throw new Error('AWS does not say who you are.');
  return {
    services: awsServicesOn(settings, tablesOf(settings)),
    controllers: settings.controllers.map(({ id }) => id),
    ranBy,
    close: () => Promise.resolve(),
  };
}

/** The real services of a deployment, over its own tables or over restored ones. */
export const awsServicesOn = (settings: DeploymentSettings, tables: Record<TableName, string>): Services =>
  servicesOf({
    ...functionEnvironment(settings),
    AWS_REGION: settings.region,
    SOINTU_RECORDS: tables.records,
    SOINTU_KEYS: tables.keys,
    SOINTU_TRAIL: tables.trail,
  });
