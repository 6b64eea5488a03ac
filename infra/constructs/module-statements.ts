import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ModuleGrants, ObjectBucket, ObjectVerb } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { TABLES, type TableName } from '../table.ts';
import { bucketArn, bucketNames, tableArn } from './deployment.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { WideStatement } from './inline-policy.ts';
import { sealedLogStatements } from './sealed-log.ts';

const READS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITES = ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];
/** What each grant lets a function do to keys beyond reading them. */
const KEY_WRITES = {
  none: [],
  read: [],
  write: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
  destroy: ['dynamodb:DeleteItem'],
} as const;

/** Whose data the credentials are for: the tag that the function gave when it took up the data role. */
const THE_CONTROLLER = '${aws:PrincipalTag/controller}';

/** A table and its indexes, each by name. */
const withIndexes = (settings: DeploymentSettings, table: TableName): string[] => [
  tableArn(settings, table),
  ...TABLES[table].indexes.map(({ name }) => `${tableArn(settings, table)}/index/${name}`),
];

/**
 * Security decision 1: every partition, of indexes too, begins with the controller. `ForAllValues` alone
 * would let a call pass that names no key at all, so a key must be named.
 */
export const ownPartitions = (settings: DeploymentSettings): Record<string, Record<string, string>> =>
  settings.credentialsPerController
    ? {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': `${THE_CONTROLLER}#*` },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      }
    : {};

const ownContext = (settings: DeploymentSettings): Record<string, Record<string, string | string[]>> => ({
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['controller', 'key'] },
  ...(settings.credentialsPerController
    ? { StringEquals: { 'kms:EncryptionContext:controller': THE_CONTROLLER } }
    : { Null: { 'kms:EncryptionContext:controller': 'false' } }),
});

function tableStatements(settings: DeploymentSettings, grants: ModuleGrants): PolicyStatement[] {
  const conditions = ownPartitions(settings);
  const on = (table: TableName, reads: readonly string[], writes: readonly string[]): PolicyStatement[] => [
    ...(reads.length === 0
      ? []
      : [new PolicyStatement({ actions: [...reads], resources: withIndexes(settings, table), conditions })]),
    ...(writes.length === 0
      ? []
      : [new PolicyStatement({ actions: [...writes], resources: [tableArn(settings, table)], conditions })]),
  ];
  return [
    ...on('records', grants.records === 'none' ? [] : READS, grants.records === 'write' ? WRITES : []),
    ...(grants.keys === 'none' ? [] : on('keys', READS, KEY_WRITES[grants.keys])),
    ...on('trail', grants.trail === 'read' ? READS : [], grants.trail === 'none' ? [] : ['dynamodb:PutItem']),
  ];
}

function keyStatements(
  settings: DeploymentSettings,
  grants: ModuleGrants,
  keys: Records['keys'],
): PolicyStatement[] {
  const conditions = ownContext(settings);
  const clientKeys = [...keys.client.values()].map(({ keyArn }) => keyArn);
  const verbs = { generate: 'kms:GenerateDataKey', unwrap: 'kms:Decrypt' } as const;
  const actions = grants.clientKey.map((verb) => verbs[verb]);
  return [
    ...(actions.length === 0 ? [] : [new PolicyStatement({ actions, resources: clientKeys, conditions })]),
    ...(grants.keys === 'none'
      ? []
      : [
          new PolicyStatement({
            actions: ['kms:Decrypt'],
            resources: [keys.list, keys.lookup, keys.controller].map(({ keyArn }) => keyArn),
            conditions,
          }),
        ]),
  ];
}

/** The action of each verb on an object; `list` is one on the bucket. */
const OBJECT_ACTIONS: Record<Exclude<ObjectVerb, 'list'>, string> = {
  receive: 's3:PutObject',
  put: 's3:PutObject',
  get: 's3:GetObject',
  remove: 's3:DeleteObject',
  scan: 's3:GetObjectTagging',
};

/** Names of objects begin with the controller, as partitions of tables do. */
function objectStatements(
  settings: DeploymentSettings,
  { objects = {} }: ModuleGrants,
  { data }: Records['keys'],
): PolicyStatement[] {
  const own = settings.credentialsPerController ? `${THE_CONTROLLER}/*` : '*';
  const on = (bucket: ObjectBucket, verbs: readonly ObjectVerb[]): PolicyStatement[] => {
    const name = bucketArn(bucketNames(settings)[bucket]);
    const actions = verbs.flatMap((verb) => (verb === 'list' ? [] : [OBJECT_ACTIONS[verb]]));
    const keyActions = [
      ...(verbs.includes('get') ? ['kms:Decrypt'] : []),
      ...(verbs.includes('put') || verbs.includes('receive') ? ['kms:GenerateDataKey'] : []),
    ];
    return [
      new WideStatement('Objects are named when they are made; all names begin with the controller.', {
        actions,
        resources: [`${name}/${own}`],
      }),
      ...(verbs.includes('list')
        ? [
            new PolicyStatement({
              actions: ['s3:ListBucket'],
              resources: [name],
              conditions: { StringLike: { 's3:prefix': own } },
            }),
          ]
        : []),
      ...(keyActions.length === 0
        ? []
        : [
            new PolicyStatement({
              actions: keyActions,
              resources: [data.keyArn],
              conditions: {
                StringEquals: {
                  'kms:EncryptionContext:aws:s3:arn': name,
                  'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}`,
                },
              },
            }),
          ]),
    ];
  };
  return [
    ...(objects.inbox === undefined ? [] : on('inbox', objects.inbox)),
    ...(objects.documents === undefined ? [] : on('documents', objects.documents)),
    ...(objects.exports === undefined ? [] : on('exports', objects.exports)),
    ...(objects.transfers === undefined ? [] : on('transfers', objects.transfers)),
  ];
}

/** All that a module's manifest lets it do with data: what CDK grants is what the manifest says, no more. */
export const dataStatements = (
  settings: DeploymentSettings,
  grants: ModuleGrants,
  keys: Records['keys'],
): PolicyStatement[] => [
  ...tableStatements(settings, grants),
  ...keyStatements(settings, grants, keys),
  ...objectStatements(settings, grants, keys),
  ...sealedLogStatements(settings, grants),
];

/** Reads what the operator has loaded: public data, which no function can change. */
export function libraryStatements(
  settings: DeploymentSettings,
  { library }: ModuleGrants,
  { data }: Pick<Records['keys'], 'data'>,
): PolicyStatement[] {
  if (library === undefined) return [];
  const bucket = bucketArn(bucketNames(settings).library);
  return [
    new WideStatement(
      'Each loaded definition and code list is an object of its own, named when it is loaded.',
      {
        actions: ['s3:GetObject'],
        resources: [`${bucket}/*`],
      },
    ),
    // Without it S3 would say «denied» of what is not there.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket] }),
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [data.keyArn],
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:s3:arn': bucket,
          'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}`,
        },
      },
    }),
  ];
}

/** Where a log line goes when the trail refuses it: put there, never read, never replaced. */
export function archiveStatements(
  settings: DeploymentSettings,
  ...folders: readonly ('intake' | 'overwritten')[]
): PolicyStatement[] {
  const archive = bucketArn(bucketNames(settings).archive);
  return [
    new WideStatement(
      'A line is put under its own id. The bucket refuses a name that stands there already.',
      {
        actions: ['s3:PutObject'],
        resources: folders.map((folder) => `${archive}/${folder}/*`),
      },
    ),
    byEvidenceKey(settings, ['kms:GenerateDataKey'], archive),
  ];
}
