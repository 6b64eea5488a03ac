import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarm } from './alarm.ts';
import { arn, type Deployment, functionNameOf } from './deployment.ts';
import { takesFromEvents } from './queues.ts';

const FIVE_MINUTES = Duration.minutes(5);

export type Hearing = {
  /** Ours; undefined for the account's own bus, on which the services of AWS tell their news. */
  bus: { ref: string; name: string } | undefined;
  pattern: Record<string, unknown>;
  name: string;
  queue: Queue;
  dead: Queue;
};

/** The rule, and what it may put where: into the queue, and into the dead letters what the queue did not take. */
export function hear(scope: Construct, { settings }: Deployment, hearing: Hearing): void {
  const { bus, pattern, name, queue, dead } = hearing;
  const ruleName = functionNameOf(settings, name);
  new CfnRule(scope, `${name}-rule`, {
    name: ruleName,
    ...(bus === undefined ? {} : { eventBusName: bus.ref }),
    eventPattern: pattern,
    state: 'ENABLED',
    targets: [{ id: 'queue', arn: queue.queueArn, deadLetterConfig: { arn: dead.queueArn } }],
  });
  const ruleArn = arn(settings, 'events', `rule/${bus === undefined ? '' : `${bus.name}/`}${ruleName}`);
  for (const taker of [queue, dead]) takesFromEvents(taker, ruleArn);
  const told = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/Events',
      metricName,
      dimensionsMap: { ...(bus === undefined ? {} : { EventBusName: bus.name }), RuleName: ruleName },
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
