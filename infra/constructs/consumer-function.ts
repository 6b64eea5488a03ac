import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type CfnEventBus, CfnRule } from 'aws-cdk-lib/aws-events';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../shared/aws/event-bus.ts';
import type { Consumer } from '../../shared/http/module.ts';
import type { Records } from '../stacks/records.ts';
import { alarm } from './alarm.ts';
import { arn, busNameOf, type Deployment, functionNameOf } from './deployment.ts';
import { functionEnvironment } from './function-environment.ts';
import { dataStatements, libraryStatements } from './module-statements.ts';
import { deadLetters, takeStatements, takesFromEvents, workQueue } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

const TIMEOUT_SECONDS = 30;
const FIVE_MINUTES = Duration.minutes(5);
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
  hear(scope, deployment, { bus, event, name, queue, dead });
  const target = sointuFunction(scope, deployment, {
    name,
    description: `Consumer of ${event} in ${module}`,
    kind: 'consumer',
    timeoutSeconds: TIMEOUT_SECONDS,
    environment: functionEnvironment(settings),
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

type Hearing = { bus: CfnEventBus; event: string; name: string; queue: Queue; dead: Queue };

/** The rule, and what it may put where: into the queue, and into the dead letters what the queue did not take. */
function hear(scope: Construct, { settings }: Deployment, hearing: Hearing): void {
  const { bus, event, name, queue, dead } = hearing;
  const ruleName = functionNameOf(settings, name);
  new CfnRule(scope, `${name}-rule`, {
    name: ruleName,
    eventBusName: bus.ref,
    eventPattern: { source: [EVENT_SOURCE], 'detail-type': [event] },
    state: 'ENABLED',
    targets: [{ id: 'queue', arn: queue.queueArn, deadLetterConfig: { arn: dead.queueArn } }],
  });
  const ruleArn = arn(settings, 'events', `rule/${busNameOf(settings)}/${ruleName}`);
  for (const taker of [queue, dead]) takesFromEvents(taker, ruleArn);
  const told = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/Events',
      metricName,
      dimensionsMap: { EventBusName: busNameOf(settings), RuleName: ruleName },
      statistic: 'Sum',
      period: FIVE_MINUTES,
    });
  alarm(scope, settings, {
    kind: 'rule-failed',
    subject: name,
    metric: new MathExpression({
      expression: 'FILL(failed, 0) + FILL(lost, 0)',
      usingMetrics: { failed: told('FailedInvocations'), lost: told('InvocationsFailedToBeSentToDlq') },
      period: FIVE_MINUTES,
    }),
    threshold: 1,
  });
}
