import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { type AlarmKind, alarm } from './alarm.ts';
import { arn, prefixOf } from './deployment.ts';

/** As long as SQS keeps anything: an operator may be away for a week and have a week left. */
const DEAD_DAYS = 14;

export const queueNameOf = (settings: DeploymentSettings, name: string): string =>
  `${prefixOf(settings)}-${name}`;
export const deadLettersNameOf = (settings: DeploymentSettings, name: string): string =>
  queueNameOf(settings, `${name}-dead`);

export const queueArnOf = (settings: DeploymentSettings, name: string): string =>
  arn(settings, 'sqs', queueNameOf(settings, name));
export const deadLettersArnOf = (settings: DeploymentSettings, name: string): string =>
  arn(settings, 'sqs', deadLettersNameOf(settings, name));

const viaQueues = (settings: DeploymentSettings) => ({
  StringEquals: { 'kms:ViaService': `sqs.${settings.region}.${Aws.URL_SUFFIX}` },
});

/** To take from a queue: for the function that Lambda calls with what lies there. */
export const takeStatements = (settings: DeploymentSettings, name: string, key: IKey): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queueArnOf(settings, name)],
  }),
  new PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [key.keyArn],
    conditions: viaQueues(settings),
  }),
];

/** To lay among the dead letters: for a function whose run may fail. */
export const giveUpStatements = (
  settings: DeploymentSettings,
  name: string,
  key: IKey,
): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['sqs:SendMessage'],
    resources: [deadLettersArnOf(settings, name)],
  }),
  new PolicyStatement({
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    resources: [key.keyArn],
    conditions: viaQueues(settings),
  }),
];

const common = (key: IKey): QueueProps => ({
  encryption: QueueEncryption.KMS,
  encryptionMasterKey: key,
  dataKeyReuse: Duration.hours(1),
  enforceSSL: true,
});

/** Where what was given up waits for a person. One message is enough for the alarm. */
export function deadLetters(
  scope: Construct,
  settings: DeploymentSettings,
  plan: { name: string; key: IKey; kind: Extract<AlarmKind, 'dead-letters' | 'schedule-failed'> },
): Queue {
  const { name, key, kind } = plan;
  const queue = new Queue(scope, `${name}-dead`, {
    ...common(key),
    queueName: deadLettersNameOf(settings, name),
    retentionPeriod: Duration.days(DEAD_DAYS),
  });
  acknowledge(queue, 'SQS3', 'It is itself the queue of dead letters.');
  alarm(scope, settings, {
    kind,
    subject: name,
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
  });
  return queue;
}

/** Tries before a message is dead. More than the laptop's three, because being throttled counts as one. */
const TRIES = 5;

/** The queue of one consumer. Invisible for six times the function's time, as Lambda asks. */
export const workQueue = (
  scope: Construct,
  settings: DeploymentSettings,
  plan: { name: string; key: IKey; dead: Queue; timeoutSeconds: number },
): Queue =>
  new Queue(scope, `${plan.name}-queue`, {
    ...common(plan.key),
    queueName: queueNameOf(settings, plan.name),
    retentionPeriod: Duration.days(4),
    visibilityTimeout: Duration.seconds(6 * plan.timeoutSeconds),
    deadLetterQueue: { queue: plan.dead, maxReceiveCount: TRIES },
  });

/** EventBridge may put into the queue, for this bus or this rule alone. */
export function takesFromEvents(queue: Queue, sourceArn: string): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': sourceArn } },
    }),
  );
}
