import { Aws } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { DeploymentSettings } from '../settings.ts';
import { type TableName, tableNames } from '../table.ts';

/** What every stack is told: the settings, and where the code of a built function lies. */
export type Deployment = { settings: DeploymentSettings; codeOf: (functionName: string) => Code };

export const prefixOf = ({ stage }: DeploymentSettings): string => `sointu-${stage}`;

export const auditAccountOf = (settings: DeploymentSettings): string =>
  settings.auditAccount ?? settings.account;

/** Names are chosen here and nowhere else, so that a policy can name what another stack makes. */
export const bucketNames = (settings: DeploymentSettings) => {
  const prefix = prefixOf(settings);
  const audit = auditAccountOf(settings);
  return {
    documents: `${prefix}-documents-${settings.account}`,
    library: `${prefix}-library-${settings.account}`,
    inbox: `${prefix}-inbox-${settings.account}`,
    exports: `${prefix}-exports-${settings.account}`,
    transfers: `${prefix}-transfers-${settings.account}`,
    failed: `${prefix}-failed-${settings.account}`,
    archive: `${prefix}-archive-${audit}`,
    fresh: `${prefix}-fresh-${audit}`,
    rows: `${prefix}-rows-${audit}`,
    witness: `${prefix}-witness-${audit}`,
  };
};

/** Where the copy of the archive lies, by setting. */
export type CopyPlace = NonNullable<DeploymentSettings['archiveCopy']> & { bucket: string };
export const copyPlaceOf = (settings: DeploymentSettings): CopyPlace | undefined =>
  settings.archiveCopy === undefined
    ? undefined
    : {
        ...settings.archiveCopy,
        bucket: `${prefixOf(settings)}-archive-copy-${settings.archiveCopy.account}`,
      };

export const tablesOf = (settings: DeploymentSettings): Record<TableName, string> =>
  tableNames(prefixOf(settings));

/** Keys are found by alias, so that a function needs no ids. */
export const aliasOf = (settings: DeploymentSettings, purpose: string): string =>
  `alias/${prefixOf(settings)}-${purpose}`;

export const functionNameOf = (settings: DeploymentSettings, name: string): string =>
  `${prefixOf(settings)}-${name}`;

/** A role that a policy elsewhere names before it exists. */
export const roleNameOf = (settings: DeploymentSettings, name: string): string =>
  `${prefixOf(settings)}-${settings.region}-${name}`;

export const arn = (
  { account, region }: Pick<DeploymentSettings, 'account' | 'region'>,
  service: string,
  resource: string,
): string => `arn:${Aws.PARTITION}:${service}:${region}:${account}:${resource}`;

export const roleArn = (
  settings: DeploymentSettings,
  name: string,
  account: string = settings.account,
): string => `arn:${Aws.PARTITION}:iam::${account}:role/${roleNameOf(settings, name)}`;

export const bucketArn = (name: string): string => `arn:${Aws.PARTITION}:s3:::${name}`;

export const tableArn = (settings: DeploymentSettings, table: TableName): string =>
  arn(settings, 'dynamodb', `table/${tablesOf(settings)[table]}`);

export const busNameOf = (settings: DeploymentSettings): string => prefixOf(settings);
export const busArn = (settings: DeploymentSettings): string =>
  arn(settings, 'events', `event-bus/${busNameOf(settings)}`);

export const alarmTopicArn = (settings: DeploymentSettings): string =>
  arn(settings, 'sns', `${prefixOf(settings)}-alarms`);

/** Account and region are always said: what lies where must be known at synthesis. */
export const mainEnv = ({ account, region }: DeploymentSettings) => ({ env: { account, region } });
export const auditEnv = (settings: DeploymentSettings) => ({
  env: { account: auditAccountOf(settings), region: settings.region },
});
