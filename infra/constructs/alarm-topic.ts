import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { arn, prefixOf } from './deployment.ts';

/** Where every alarm goes. Alarms hold names of functions, tables and queues: nothing of any client. */
export function alarmTopic(scope: Construct, settings: DeploymentSettings, key: IKey): Topic {
  const topic = new Topic(scope, 'alarms', {
    topicName: `${prefixOf(settings)}-alarms`,
    masterKey: key,
    enforceSSL: true,
  });
  for (const [service, source] of [
    ['cloudwatch', arn(settings, 'cloudwatch', `alarm:${prefixOf(settings)}-*`)],
    ['events', arn(settings, 'events', `rule/${prefixOf(settings)}-*`)],
  ] as const) {
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': source },
          StringEquals: { 'aws:SourceAccount': settings.account },
        },
      }),
    );
  }
  for (const address of settings.alarmAddresses) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
