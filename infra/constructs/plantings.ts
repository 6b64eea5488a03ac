import { Duration } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  AnyPrincipal,
  ArnPrincipal,
  Effect,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PLANTED_SHARD } from '../../shared/events/outbox.ts';
import type { ModuleGrants } from '../../shared/http/module.ts';
import { PLANTED, PLANTED_CLIENT } from '../../shared/kernel/planted.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { bucketArn, bucketNames, type Deployment, roleArn, roleNameOf, tableArn } from './deployment.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { functionEnvironment } from './function-environment.ts';
import { inlinePolicy, WideStatement } from './inline-policy.ts';
import { lateRun } from './late-run.ts';
import { dataStatements } from './module-statements.ts';
import { giveUpStatements } from './queues.ts';
import { boundaryOf } from './region-boundary.ts';
import { sointuFunction } from './sointu-function.ts';

export const PLANTINGS = 'plantings';
/** The role under which violations are planted: that of the function may only take it up. */
const PLANTER = 'planter';

/** It keeps its plan sealed under the controller, and has no key of clients. */
const GRANTS: ModuleGrants = { records: 'write', keys: 'read', trail: 'put', clientKey: [] };

const THE_CONTROLLER = '${aws:PrincipalTag/controller}';

/** Plants violations each day, and holds what the controls reported against them (security decision 23). */
export function plantings(scope: Construct, deployment: Deployment, records: Records): LambdaFunction {
  const { settings } = deployment;
  const made = sointuFunction(scope, deployment, {
    name: PLANTINGS,
    description: 'Plants violations and holds the reports of the controls against them',
    kind: 'carrier',
    timeoutSeconds: 300,
    environment: { ...functionEnvironment(settings), SOINTU_PLANT_ROLE: roleArn(settings, PLANTER) },
    data: dataStatements(settings, GRANTS, records.keys),
    statements: [
      ...readStatements(settings),
      new PolicyStatement({
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        resources: [roleArn(settings, PLANTER)],
      }),
      ...giveUpStatements(settings, PLANTINGS, records.keys.data),
    ],
    logKey: records.keys.logs,
    network: records.network,
  });
  planterRole(scope, settings, records, made);
  lateRun(scope, settings, {
    kind: 'plantings-late',
    subject: PLANTINGS,
    run: made,
    period: Duration.minutes(10),
    periods: 3,
  });
  return made;
}

/** What the reader of the trail put into the archive of lines that were overwritten. */
function readStatements(settings: DeploymentSettings): PolicyStatement[] {
  const archive = bucketArn(bucketNames(settings).archive);
  return [
    new WideStatement('Lines that were overwritten lie under the day and the name of their record.', {
      actions: ['s3:GetObject'],
      resources: [`${archive}/overwritten/*`],
    }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [archive],
      conditions: { StringLike: { 's3:prefix': 'overwritten/*' } },
    }),
    byEvidenceKey(settings, ['kms:Decrypt'], archive),
  ];
}

/**
 * The narrowest rights there are: of the trail the one partition of the invented client, of the keys those whose names
 * begin as no other's do, of the archive a folder of its own, of the outbox the shard that holds what is planted and from
 * which nothing else is sent. It reads nothing, and no line, key or object of a client is within its reach.
 */
function planterRole(
  scope: Construct,
  settings: DeploymentSettings,
  records: Records,
  made: LambdaFunction,
): void {
  const { role: taker } = made;
  if (taker === undefined) throw new Error('The function has a role.');
  const role = new Role(scope, `${PLANTER}-role`, {
    roleName: roleNameOf(settings, PLANTER),
    assumedBy: new ArnPrincipal(taker.roleArn).withSessionTags().withConditions({
      StringEquals: { 'aws:RequestTag/controller': settings.controllers.map(({ id }) => id) },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['controller'] },
    }),
    permissionsBoundary: boundaryOf(scope, settings, PLANTER),
  });
  inlinePolicy(scope, PLANTER, role, [
    new PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [tableArn(settings, 'trail')],
      conditions: {
        'ForAllValues:StringEquals': {
          'dynamodb:LeadingKeys': `${THE_CONTROLLER}#c#${PLANTED_CLIENT}`,
        },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
    new PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [tableArn(settings, 'records')],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': `${THE_CONTROLLER}#x#*#${PLANTED_SHARD}` },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
    new PolicyStatement({
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: [...records.keys.client.values()].map(({ keyArn }) => keyArn),
      conditions: {
        'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['controller', 'key'] },
        StringEquals: { 'kms:EncryptionContext:controller': THE_CONTROLLER },
        StringLike: { 'kms:EncryptionContext:key': `${PLANTED}*` },
      },
    }),
    new WideStatement('What is planted has a new name each day, in a folder of its own.', {
      actions: ['s3:PutObject'],
      resources: [`${bucketArn(bucketNames(settings).archive)}/planted/${THE_CONTROLLER}/*`],
    }),
    byEvidenceKey(settings, ['kms:GenerateDataKey'], bucketArn(bucketNames(settings).archive)),
  ]);
}

/** On the archive: the planter puts into its folder, nobody else does, and who judges reads what was overwritten. */
export function planterPolicy(settings: DeploymentSettings, archive: Bucket): PolicyStatement[] {
  const main = [new AccountPrincipal(settings.account)];
  const planter = { 'aws:PrincipalArn': roleArn(settings, PLANTER) };
  const judge = { ArnEquals: { 'aws:PrincipalArn': roleArn(settings, PLANTINGS) } };
  const planted = { actions: ['s3:PutObject'], resources: [archive.arnForObjects('planted/*')] };
  return [
    new PolicyStatement({
      sid: 'ThePlanterPlants',
      principals: main,
      ...planted,
      conditions: { ArnEquals: planter },
    }),
    new PolicyStatement({
      sid: 'NobodyElsePlants',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      ...planted,
      conditions: { ArnNotEquals: planter },
    }),
    new PolicyStatement({
      sid: 'ThePlanterOnlyPlants',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      notResources: planted.resources,
      conditions: { ArnEquals: planter },
    }),
    new PolicyStatement({
      sid: 'WhoJudgesReads',
      principals: main,
      actions: ['s3:GetObject'],
      resources: [archive.arnForObjects('overwritten/*')],
      conditions: judge,
    }),
    new PolicyStatement({
      sid: 'WhoJudgesLooks',
      principals: main,
      actions: ['s3:ListBucket'],
      resources: [archive.bucketArn],
      conditions: judge,
    }),
  ];
}

/** On the key of the evidence: who judges opens what was overwritten. */
export const judgeOpens = (settings: DeploymentSettings, urlSuffix: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'WhoJudgesOpens',
    principals: [new AccountPrincipal(settings.account)],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: {
      ArnEquals: { 'aws:PrincipalArn': roleArn(settings, PLANTINGS) },
      StringEquals: {
        'kms:EncryptionContext:aws:s3:arn': bucketArn(bucketNames(settings).archive),
        'kms:ViaService': `s3.${settings.region}.${urlSuffix}`,
      },
    },
  });
