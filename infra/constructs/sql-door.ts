import { Aws } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { forAthena, type SavedQuery } from '../audit/saved-queries.ts';
import type { DeploymentSettings } from '../settings.ts';
import { arn, prefixOf } from './deployment.ts';
import { mayBeWide, WideStatement } from './inline-policy.ts';

/** Names of types where Athena’s catalogue calls them otherwise. */
export const GLUE_TYPES = {
  varchar: 'string',
  integer: 'int',
  bigint: 'bigint',
  boolean: 'boolean',
} as const;

/** What is asked in SQL, and by whom: one table over one bucket. */
export type SqlDoor = {
  /** Names the database, the work groups and the policies. */
  name: 'audit' | 'statistics';
  /** In which it stands. */
  account: string;
  description: string;
  table: CfnTable.TableInputProperty & { name: string };
  queries: readonly SavedQuery[];
  bucket: Bucket;
  key: IKey;
  /** Where the rows of one controller begin in the bucket. */
  rowsOf: (controller: string) => string;
  /** A question that would read more is ended. */
  mostBytes: number;
  /** Whose own role is given the policy: its name in the template, and what the policy says of itself. */
  asker: { id: string; describe: (controller: string) => string };
  /** Why rows cannot be named one by one. */
  reason: string;
};

/**
 * A table whose partitions are computed and never crawled, and for each controller a work group with a limit, the saved
 * queries, and a policy that reaches this controller’s rows alone.
 */
export function sqlDoor(scope: Construct, settings: DeploymentSettings, door: SqlDoor): void {
  const database = `${prefixOf(settings)}-${door.name}`.replaceAll('-', '_');
  const made = new CfnDatabase(scope, 'database', {
    catalogId: door.account,
    databaseInput: { name: database, description: door.description },
  });
  new CfnTable(scope, 'table', {
    catalogId: door.account,
    databaseName: database,
    tableInput: door.table,
  }).addResourceDependency(made);
  for (const { id: controller } of settings.controllers) {
    const group = workGroup(scope, settings, door, controller);
    for (const query of door.queries) {
      new CfnNamedQuery(scope, `query-${controller}-${query.name}`, {
        name: query.name,
        description: query.title,
        database,
        workGroup: group.name,
        queryString: forAthena(query, controller),
      }).addResourceDependency(group);
    }
    askerPolicy(scope, settings, door, { controller, database });
  }
}

const groupName = (settings: DeploymentSettings, { name }: SqlDoor, controller: string): string =>
  `${prefixOf(settings)}-${name}-${controller}`;

function workGroup(
  scope: Construct,
  settings: DeploymentSettings,
  door: SqlDoor,
  controller: string,
): CfnWorkGroup {
  return new CfnWorkGroup(scope, `work-group-${controller}`, {
    name: groupName(settings, door, controller),
    description: `${door.description}: of ${controller}`,
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: door.mostBytes,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: `s3://${door.bucket.bucketName}/answers/${controller}/`,
        expectedBucketOwner: door.account,
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: door.key.keyArn },
      },
    },
  });
}

const ASKING = [
  'StartQueryExecution',
  'StopQueryExecution',
  'GetQueryExecution',
  'GetQueryResults',
  'ListQueryExecutions',
  'ListNamedQueries',
  'GetNamedQuery',
  'GetWorkGroup',
];

/** Security decision 24: what the asker’s own role is given, for one controller. Athena reads with that role’s rights. */
function askerPolicy(
  scope: Construct,
  settings: DeploymentSettings,
  door: SqlDoor,
  { controller, database }: { controller: string; database: string },
): void {
  const { bucket, key, asker } = door;
  const place = { ...settings, account: door.account };
  const answers = bucket.arnForObjects(`answers/${controller}/*`);
  const rows = `${door.rowsOf(controller)}/*`;
  const statements = [
    new PolicyStatement({
      actions: ASKING.map((action) => `athena:${action}`),
      resources: [arn(place, 'athena', `workgroup/${groupName(settings, door, controller)}`)],
    }),
    new PolicyStatement({
      actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
      resources: ['catalog', `database/${database}`, `table/${database}/${door.table.name}`].map((resource) =>
        arn(place, 'glue', resource),
      ),
    }),
    new WideStatement(door.reason, {
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(rows), answers],
    }),
    new WideStatement('Athena names each answer by its question.', {
      actions: ['s3:PutObject'],
      resources: [answers],
    }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [rows, `answers/${controller}/*`] } },
    }),
    new PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:s3:arn': bucket.bucketArn,
          'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}`,
        },
      },
    }),
  ];
  const policy = new ManagedPolicy(scope, `${asker.id}-${controller}`, {
    managedPolicyName: groupName(settings, door, controller),
    description: asker.describe(controller),
    statements,
  });
  mayBeWide(policy, `${asker.id}-${controller}`, statements);
}
