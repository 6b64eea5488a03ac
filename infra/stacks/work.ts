import { type App, Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { CfnEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Module, Schedule } from '../../shared/http/module.ts';
import { outboxReader, outboxSweeper, trailReader } from '../constructs/carriers.ts';
import { consumerFunction } from '../constructs/consumer-function.ts';
import { COSIGNER, cosigner } from '../constructs/cosigner.ts';
import { DEPLOYED, deployed } from '../constructs/deployed.ts';
import { busArn, busNameOf, type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { functionEnvironment } from '../constructs/function-environment.ts';
import { functionNamesIn } from '../constructs/function-names.ts';
import { inboxFunction } from '../constructs/inbox-function.ts';
import { dataStatements, libraryStatements } from '../constructs/module-statements.ts';
import { PLANTINGS, plantings } from '../constructs/plantings.ts';
import { deadLetters, giveUpStatements, takesFromEvents } from '../constructs/queues.ts';
import { RECONCILER, reconciler } from '../constructs/reconciler.ts';
import { schedule } from '../constructs/schedule.ts';
import { SEALER, sealer } from '../constructs/sealer.ts';
import { sointuFunction } from '../constructs/sointu-function.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Api } from './api.ts';
import type { Records } from './records.ts';

/** A quarter of an hour back, and what is younger than five minutes is left to the stream. */
const SWEEP = { expression: 'rate(5 minutes)', input: { oldest: 15, youngest: 5 } };

/** An hour back is where a log begins that is new. */
const SEALING = { expression: 'rate(1 minute)', input: { beginMinutes: 60 } };

/** Which windows have come due, the run finds out: an hour of the log each time. */
const COMPARING = { expression: 'rate(1 hour)', input: {} };

/** A checkpoint of each hour is kept for good. */
const COSIGNING = { expression: 'rate(1 hour)', input: {} };

/** What is due, and what was reported, the run finds out. */
const PLANTING = { expression: 'rate(10 minutes)', input: {} };

/** News and runs: the bus, what carries news to it, who hears them, and what runs by itself. */
export function workStack(
  app: App,
  deployment: Deployment,
  records: Records & Api,
  modules: readonly Module[],
): Stack {
  const { settings } = deployment;
  const stack = new Stack(app, `${prefixOf(settings)}-work`, {
    ...mainEnv(settings),
    description: 'Sointu: events, their consumers, and scheduled runs.',
  });
  const bus = eventBus(stack, settings, records.keys.data);
  outboxReader(stack, deployment, records);
  trailReader(stack, deployment, records);
  const group = prefixOf(settings);
  new CfnScheduleGroup(stack, 'schedules', { name: group });
  schedule(stack, settings, group, {
    name: 'sweep-outbox',
    starts: [SWEEP],
    run: outboxSweeper(stack, deployment, records),
    dataKey: records.keys.data,
  });
  schedule(stack, settings, group, {
    name: SEALER,
    starts: [SEALING],
    run: sealer(stack, deployment, records),
    dataKey: records.keys.data,
  });
  schedule(stack, settings, group, {
    name: RECONCILER,
    starts: [COMPARING],
    run: reconciler(stack, deployment, records),
    dataKey: records.keys.data,
  });
  schedule(stack, settings, group, {
    name: PLANTINGS,
    starts: [PLANTING],
    run: plantings(stack, deployment, records),
    dataKey: records.keys.data,
  });
  for (const { name, consumers, inbox, schedules = [] } of modules) {
    for (const consumer of consumers) {
      consumerFunction(stack, deployment, records, bus, name, consumer);
    }
    if (inbox !== undefined) inboxFunction(stack, deployment, records, name, inbox);
    for (const entry of schedules) scheduledRun(stack, deployment, records, name, entry);
  }
  if (settings.cosigners.length > 0) {
    schedule(stack, settings, group, {
      name: COSIGNER,
      starts: [COSIGNING],
      run: cosigner(stack, deployment, records),
      dataKey: records.keys.data,
    });
  }
  const functions = [...records.functions, ...functionNamesIn(stack, settings), DEPLOYED].toSorted();
  schedule(stack, settings, group, {
    name: DEPLOYED,
    starts: [{ expression: 'cron(45 2 * * ? *)', input: { functions: functions.join(' ') } }],
    run: deployed(stack, deployment, records, functions),
    dataKey: records.keys.data,
  });
  return stack;
}

/** Encrypted under our key; an event that can't be encrypted or read for that key's sake is not lost. */
function eventBus(stack: Stack, settings: DeploymentSettings, key: IKey): CfnEventBus {
  const dead = deadLetters(stack, settings, { name: 'bus', key, kind: 'dead-letters' });
  takesFromEvents(dead, busArn(settings));
  return new CfnEventBus(stack, 'bus', {
    name: busNameOf(settings),
    description: 'What has been done, in ids',
    kmsKeyIdentifier: key.keyArn,
    deadLetterConfig: { arn: dead.queueArn },
  });
}

/** One entry of a manifest's schedules: its function, and the schedules that start it. */
function scheduledRun(
  stack: Stack,
  deployment: Deployment,
  records: Records & Api,
  module: string,
  { file, starts, timeoutSeconds, grants }: Schedule,
): void {
  const { settings } = deployment;
  const name = `${module}-${file}`;
  const dataKey = records.keys.data;
  const pool = grants.directory === undefined ? undefined : records.staffPool;
  const run = sointuFunction(stack, deployment, {
    name,
    description: `Scheduled run of ${module}`,
    kind: 'carrier',
    timeoutSeconds,
    environment: {
      ...functionEnvironment(settings, { bus: busNameOf(settings), grants }),
      ...(pool === undefined ? {} : { SOINTU_POOL: pool.userPoolId }),
    },
    data: dataStatements(settings, grants, records.keys),
    statements: [
      ...giveUpStatements(settings, name, dataKey),
      ...(pool === undefined ? [] : [passwordStatement(pool)]),
      ...libraryStatements(settings, grants, records.keys),
    ],
    logKey: records.keys.logs,
    network: records.network,
  });
  schedule(stack, settings, prefixOf(settings), { name, starts, run, dataKey });
}

/** To see how old passwords are and to put others in their place. */
const passwordStatement = ({ userPoolArn }: IUserPool): PolicyStatement =>
  new PolicyStatement({
    actions: [
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminSetUserPassword',
    ],
    resources: [userPoolArn],
  });
