import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../shared/aws/event-bus.ts';
import type { Consumer } from '../../shared/http/module.ts';
import type { Records } from '../stacks/records.ts';
import type { Work } from '../stacks/work.ts';
import { busNameOf, type Deployment } from './deployment.ts';
import { functionEnvironment } from './function-environment.ts';
import { hear } from './hear.ts';
import { dataStatements, libraryStatements } from './module-statements.ts';
import { deadLetters, queueArnOf, takeStatements, workQueue } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

const TIMEOUT_SECONDS = 30;
/** Deliveries at the same time: news in plenty must not take the runs of those who wait for an answer. */
const AT_ONCE = 10;
/** Fewer SQS does not know. */
const LEAST = 2;

/**
 * One consumer of a manifest: its function, and beside the bus the rule that hears its event, its queue and its dead
 * letters. News wait there while the function is made anew.
 */
export function consumerFunction(
  scope: Construct,
  deployment: Deployment,
  records: Records,
  { stack, bus }: Work,
  module: string,
  { event, file, grants }: Consumer,
): void {
  const { settings } = deployment;
  const name = `${module}-${file}`;
  const key = records.keys.data;
  const dead = deadLetters(stack, settings, { name, key, kind: 'dead-letters' });
  const queue = workQueue(stack, settings, { name, key, dead, timeoutSeconds: TIMEOUT_SECONDS });
  hear(stack, deployment, {
    bus: { ref: bus.ref, name: busNameOf(settings) },
    pattern: { source: [EVENT_SOURCE], 'detail-type': [event] },
    name,
    queue,
    dead,
  });
  const target = sointuFunction(scope, deployment, {
    name,
    description: `Consumer of ${event} in ${module}`,
    kind: 'consumer',
    timeoutSeconds: TIMEOUT_SECONDS,
    environment: functionEnvironment(settings, { grants }),
    data: dataStatements(settings, grants, records.keys),
    statements: [
      ...takeStatements(settings, name, key),
      ...libraryStatements(settings, grants, records.keys),
    ],
    logKey: records.keys.logs,
    logStands: stack,
    network: records.network,
  });
  new EventSourceMapping(scope, `${name}-from-queue`, {
    target,
    eventSourceArn: queueArnOf(settings, name),
    batchSize: 10,
    reportBatchItemFailures: true,
    maxConcurrency: Math.max(LEAST, Math.min(AT_ONCE, settings.concurrency?.consumer ?? AT_ONCE)),
  });
}
