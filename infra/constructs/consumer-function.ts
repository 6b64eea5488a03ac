import type { CfnEventBus } from 'aws-cdk-lib/aws-events';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../shared/aws/event-bus.ts';
import type { Consumer } from '../../shared/http/module.ts';
import type { Records } from '../stacks/records.ts';
import { busNameOf, type Deployment } from './deployment.ts';
import { functionEnvironment } from './function-environment.ts';
import { hear } from './hear.ts';
import { dataStatements, libraryStatements } from './module-statements.ts';
import { deadLetters, takeStatements, workQueue } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

const TIMEOUT_SECONDS = 30;
/** Deliveries at the same time: news in plenty must not take the runs of those who wait for an answer. */
const AT_ONCE = 10;
/** Fewer SQS does not know. */
const LEAST = 2;

/** One consumer of a manifest: the rule that hears its event, its queue, its dead letters, its function. */
export function consumerFunction(
  scope: Construct,
  deployment: Deployment,
  records: Records,
  bus: CfnEventBus,
  module: string,
  { event, file, grants }: Consumer,
): void {
  const { settings } = deployment;
  const name = `${module}-${file}`;
  const key = records.keys.data;
  const dead = deadLetters(scope, settings, { name, key, kind: 'dead-letters' });
  const queue = workQueue(scope, settings, { name, key, dead, timeoutSeconds: TIMEOUT_SECONDS });
  hear(scope, deployment, {
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
    network: records.network,
  });
  new EventSourceMapping(scope, `${name}-from-queue`, {
    target,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
    maxConcurrency: Math.max(LEAST, Math.min(AT_ONCE, settings.concurrency?.consumer ?? AT_ONCE)),
  });
}
