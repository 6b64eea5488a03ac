import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../table.ts';
import { dataRoleArn } from './data-role.ts';
import { roleArn, tableArn, tablesOf } from './deployment.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

const PARTIQL = [
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLSelect',
] as const;

const deny = (
  sid: string,
  actions: readonly string[],
  resource: string | readonly string[],
  conditions?: object,
): PolicyStatement =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [...actions],
    resources: [resource].flat(),
    ...(conditions === undefined ? {} : { conditions }),
  });

/** The run of disposal: the role in which it touches data. */
const disposalRole = (settings: DeploymentSettings): string =>
  (settings.credentialsPerController ? dataRoleArn : roleArn)(settings, 'retention-run-dispose');

/** What nobody may do to a table, whatever their own policy says. */
const REFUSED: Record<TableName, (settings: DeploymentSettings, resource: string) => PolicyStatement[]> = {
  records: (_, resource) => [deny('NoHiddenReads', [...PARTIQL], resource)],
  // A key destroyed must be gone in a week: no other backup, export or stream may keep it.
  keys: (settings, resource) => [
    deny(
      'NoOtherCopy',
      [
        'dynamodb:CreateBackup',
        'dynamodb:StartAwsBackupJob',
        'dynamodb:ExportTableToPointInTime',
        'dynamodb:EnableKinesisStreamingDestination',
      ],
      resource,
    ),
    deny('NoHiddenWrites', [...PARTIQL, 'dynamodb:BatchWriteItem', 'dynamodb:UpdateItem'], resource),
    deny('OnlyDisposalDeletes', ['dynamodb:DeleteItem'], resource, {
      ArnNotEquals: { 'aws:PrincipalArn': disposalRole(settings) },
    }),
  ],
  trail: (_, resource) => [
    deny(
      'AppendOnly',
      [...PARTIQL, 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
      resource,
    ),
  ],
};

/** What reads items, writes them, or carries a whole table away. */
const REACHES_ITEMS = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:ConditionCheckItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  ...PARTIQL,
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:EnableKinesisStreamingDestination',
] as const;

/**
 * Where there is a network of ours, items are reached from inside it alone, by whatever right, except by the roles under
 * which operators set up and drill (docs/decisions/0125). Streams are another resource: Lambda reads them from outside.
 */
const onlyFromInside = (settings: DeploymentSettings, name: TableName, vpcId: string): PolicyStatement =>
  deny('OnlyFromInside', REACHES_ITEMS, [tableArn(settings, name), `${tableArn(settings, name)}/index/*`], {
    StringNotEquals: { 'aws:SourceVpc': vpcId },
    ...(settings.operatorRoles.length === 0
      ? {}
      : { ArnNotLike: { 'aws:PrincipalArn': settings.operatorRoles } }),
  });

type Plan = { key: Key; vpcId: string | undefined };

function oneTable(
  scope: Construct,
  settings: DeploymentSettings,
  name: TableName,
  { key, vpcId }: Plan,
): TableV2 {
  const shape = TABLES[name];
  const statements = [
    ...REFUSED[name](settings, tableArn(settings, name)),
    ...(vpcId === undefined ? [] : [onlyFromInside(settings, name, vpcId)]),
  ];
  return new TableV2(scope, `table-${name}`, {
    tableName: tablesOf(settings)[name],
    partitionKey: text(shape.key.partition),
    sortKey: text(shape.key.sort),
    billing: Billing.onDemand(),
    globalSecondaryIndexes: shape.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.partition),
      sortKey: text(index.sort),
      projectionType: index.projection === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
      ...(name === 'trail' ? { warmThroughput: warm(settings) } : {}),
    })),
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: shape.pointInTimeRecoveryDays,
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(shape.ttl === undefined ? {} : { timeToLiveAttribute: shape.ttl }),
    ...(shape.stream === false ? {} : { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES }),
    resourcePolicy: new PolicyDocument({ statements }),
    ...(name === 'trail' ? { warmThroughput: warm(settings) } : {}),
  });
}

/** The trail short of capacity would stop all work, because without a line no data is given. */
const warm = ({ trailWarmWrites }: DeploymentSettings) => ({
  readUnitsPerSecond: 12_000,
  writeUnitsPerSecond: trailWarmWrites,
});

/** The three tables as `infra/table.ts` describes them, the same shape that the laptop's store gets. */
export function tables(
  scope: Construct,
  settings: DeploymentSettings,
  plan: Plan,
): Record<TableName, TableV2> {
  const [records, keys, trail] = TABLE_NAMES;
  return {
    [records]: oneTable(scope, settings, records, plan),
    [keys]: oneTable(scope, settings, keys, plan),
    [trail]: oneTable(scope, settings, trail, plan),
  };
}
