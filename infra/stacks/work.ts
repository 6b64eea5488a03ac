import { type App, Stack } from 'aws-cdk-lib';
import { CfnEventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Module } from '../../shared/http/module.ts';
import { outboxReader, outboxSweeper, trailReader } from '../constructs/carriers.ts';
import { COSIGNER, cosigner } from '../constructs/cosigner.ts';
import { DEPLOYED, deployed } from '../constructs/deployed.ts';
import { busArn, busNameOf, type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { functionNamesIn, functionsOf } from '../constructs/function-names.ts';
import { PLANTINGS, plantings } from '../constructs/plantings.ts';
import { deadLetters, takesFromEvents } from '../constructs/queues.ts';
import { RECONCILER, reconciler } from '../constructs/reconciler.ts';
import { schedule } from '../constructs/schedule.ts';
import { SEALER, sealer } from '../constructs/sealer.ts';
import type { DeploymentSettings } from '../settings.ts';
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

/** Beside which the runs of modules work: here stand their queues and what they told. */
export type Work = { stack: Stack; bus: CfnEventBus; functions: readonly string[] };

/** News and what is under way: the bus, what carries news to it, the queues, and the runs that are of no module. */
export function workStack(
  app: App,
  deployment: Deployment,
  records: Records,
  others: { functions: readonly string[]; modules: readonly Module[] },
): Work {
  const { settings } = deployment;
  const stack = new Stack(app, `${prefixOf(settings)}-work`, {
    ...mainEnv(settings),
    description: 'Sointu: events, queues, and the runs of the system itself.',
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
  if (settings.cosigners.length > 0) {
    schedule(stack, settings, group, {
      name: COSIGNER,
      starts: [COSIGNING],
      run: cosigner(stack, deployment, records),
      dataKey: records.keys.data,
    });
  }
  const here = [...functionNamesIn(stack, settings), DEPLOYED];
  const functions = [...others.functions, ...functionsOf(others.modules), ...here].toSorted();
  schedule(stack, settings, group, {
    name: DEPLOYED,
    starts: [{ expression: 'cron(45 2 * * ? *)', input: { functions: functions.join(' ') } }],
    run: deployed(stack, deployment, records),
    dataKey: records.keys.data,
  });
  return { stack, bus, functions: here };
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
