import { Aws } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { COLUMNS, PARTITIONS } from '../../shared/trail/rows/columns.ts';
import { forAthena, savedQueries } from '../audit/saved-queries.ts';
import type { DeploymentSettings } from '../settings.ts';
import { arn, auditAccountOf, prefixOf } from './deployment.ts';
import { mayBeWide, WideStatement } from './inline-policy.ts';

const TABLE = 'access_log';
/** The names of types where Athena’s catalogue calls them otherwise. */
const GLUE_TYPES = { varchar: 'string', integer: 'int', bigint: 'bigint', boolean: 'boolean' } as const;
/** A question that would read more is ended: ten years of a large county are less. */
const MOST_BYTES = 200 * 1024 ** 3;

/**
 * The log for questions in SQL: a table over its rows whose partitions are computed and never crawled, and for each
 * controller a work group with a limit, the saved queries, and a policy that reaches this controller’s rows alone.
 */
export function athena(scope: Construct, settings: DeploymentSettings, rows: Bucket, key: IKey): void {
  const account = auditAccountOf(settings);
  const database = `${prefixOf(settings)}-audit`.replaceAll('-', '_');
  const made = new CfnDatabase(scope, 'database', {
    catalogId: account,
    databaseInput: { name: database, description: 'The access log of Sointu for questions in SQL' },
  });
  new CfnTable(scope, 'table', {
    catalogId: account,
    databaseName: database,
    tableInput: tableInput(settings, rows),
  }).addResourceDependency(made);
  for (const { id: controller } of settings.controllers) {
    const group = workGroup(scope, settings, { controller, rows, key });
    for (const query of savedQueries()) {
      new CfnNamedQuery(scope, `query-${controller}-${query.name}`, {
        name: query.name,
        description: query.title,
        database,
        workGroup: group.name,
        queryString: forAthena(query, controller),
      }).addResourceDependency(group);
    }
    auditorPolicy(scope, settings, { controller, rows, key, database });
  }
}

type OfController = { controller: string; rows: Bucket; key: IKey };

const groupName = (settings: DeploymentSettings, controller: string): string =>
  `${prefixOf(settings)}-audit-${controller}`;

function tableInput(settings: DeploymentSettings, rows: Bucket): CfnTable.TableInputProperty {
  const root = `s3://${rows.bucketName}/rows`;
  return {
    name: TABLE,
    description: 'One row for each client that a line of the access log names',
    tableType: 'EXTERNAL_TABLE',
    partitionKeys: Object.entries(PARTITIONS).map(([name, comment]) => ({ name, type: 'string', comment })),
    parameters: {
      EXTERNAL: 'TRUE',
      'projection.enabled': 'true',
      'projection.controller.type': 'enum',
      'projection.controller.values': settings.controllers.map(({ id }) => id).join(','),
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy-MM-dd',
      // Days are those of Finland, whose morning comes before that of UTC.
      'projection.day.range': '2026-01-01,NOW+1DAYS',
      'storage.location.template': `${root}/controller=\${controller}/day=\${day}/`,
    },
    storageDescriptor: {
      location: `${root}/`,
      inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
      columns: Object.entries(COLUMNS).map(([name, { type, tells }]) => ({
        name,
        type: GLUE_TYPES[type],
        comment: tells,
      })),
    },
  };
}

function workGroup(scope: Construct, settings: DeploymentSettings, of: OfController): CfnWorkGroup {
  const { controller, rows, key } = of;
  const name = groupName(settings, controller);
  return new CfnWorkGroup(scope, `work-group-${controller}`, {
    name,
    description: `Questions to the access log of ${controller}`,
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: MOST_BYTES,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: `s3://${rows.bucketName}/answers/${controller}/`,
        expectedBucketOwner: auditAccountOf(settings),
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
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

/** Security decision 24: what an auditor’s own role is given, for one controller. Athena reads with that role’s rights. */
function auditorPolicy(
  scope: Construct,
  settings: DeploymentSettings,
  { controller, rows, key, database }: OfController & { database: string },
): void {
  const audit = { ...settings, account: auditAccountOf(settings) };
  const answers = rows.arnForObjects(`answers/${controller}/*`);
  const derived = rows.arnForObjects(`rows/controller=${controller}/*`);
  const statements = [
    new PolicyStatement({
      actions: ASKING.map((action) => `athena:${action}`),
      resources: [arn(audit, 'athena', `workgroup/${groupName(settings, controller)}`)],
    }),
    new PolicyStatement({
      actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
      resources: ['catalog', `database/${database}`, `table/${database}/${TABLE}`].map((resource) =>
        arn(audit, 'glue', resource),
      ),
    }),
    new WideStatement(
      'Rows are named by day and index, answers by question; the controller stands before them.',
      {
        actions: ['s3:GetObject'],
        resources: [derived, answers],
      },
    ),
    new WideStatement('Athena names each answer by its question.', {
      actions: ['s3:PutObject'],
      resources: [answers],
    }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [rows.bucketArn],
      conditions: {
        StringLike: {
          's3:prefix': [`rows/controller=${controller}/*`, `answers/${controller}/*`],
        },
      },
    }),
    new PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [rows.bucketArn] }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:s3:arn': rows.bucketArn,
          'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}`,
        },
      },
    }),
  ];
  const policy = new ManagedPolicy(scope, `auditor-${controller}`, {
    managedPolicyName: groupName(settings, controller),
    description: `Asks the access log of ${controller} by Athena, and reads nothing else`,
    statements,
  });
  mayBeWide(policy, `auditor-${controller}`, statements);
}
