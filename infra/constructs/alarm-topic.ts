import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { arn, auditAccountOf, prefixOf } from './deployment.ts';

/** Whose alarms sound: where the archive is copied, S3 counts what it copies in the account of the archive. */
export const alarmAccounts = (settings: DeploymentSettings): string[] => [
  ...new Set([settings.account, ...(settings.archiveCopy === undefined ? [] : [auditAccountOf(settings)])]),
];

/** Where every alarm goes. Alarms hold names of functions, tables and queues: nothing of any client. */
export function alarmTopic(scope: Construct, settings: DeploymentSettings, key: IKey): Topic {
  const topic = new Topic(scope, 'alarms', {
    topicName: `${prefixOf(settings)}-alarms`,
    masterKey: key,
    enforceSSL: true,
  });
  const [account, sources] = [settings.account, alarmAccounts(settings)];
  for (const [service, owner, resource] of [
    ...sources.map((source) => ['cloudwatch', source, 'alarm:'] as const),
    ['events', account, 'rule/'] as const,
  ]) {
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          ArnLike: {
            'aws:SourceArn': arn(
              { ...settings, account: owner },
              service,
              `${resource}${prefixOf(settings)}-*`,
            ),
          },
          StringEquals: { 'aws:SourceAccount': owner },
        },
      }),
    );
  }
  for (const address of settings.alarmAddresses) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
