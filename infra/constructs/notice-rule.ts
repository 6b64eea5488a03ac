import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { type AlarmKind, alarm } from './alarm.ts';
import { alarmTopicArn, prefixOf } from './deployment.ts';

/** Something AWS itself tells of, that a person must hear at once. */
export type NoticePlan = {
  kind: AlarmKind;
  /** What is watched: part of the rule's name and of the alarm's. */
  subject: string;
  pattern: object;
  /** The sentence sent; `<name>` stands for a path of `paths`. */
  sentence: string;
  paths: Record<string, string>;
};

/** Sends the sentence to the topic, who and what named, and sounds the alarm whose line the runbook has. */
export function noticeRule(scope: Construct, settings: DeploymentSettings, plan: NoticePlan): CfnRule {
  const { kind, subject } = plan;
  const name = `${prefixOf(settings)}-${subject}`;
  const rule = new CfnRule(scope, `rule-${subject}`, {
    name,
    eventPattern: plan.pattern,
    state: 'ENABLED',
    targets: [
      {
        id: 'alarms',
        arn: alarmTopicArn(settings),
        inputTransformer: { inputPathsMap: plan.paths, inputTemplate: JSON.stringify(plan.sentence) },
      },
    ],
  });
  alarm(scope, settings, {
    kind,
    subject,
    metric: new Metric({
      namespace: 'AWS/Events',
      metricName: 'TriggeredRules',
      dimensionsMap: { RuleName: name },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: 1,
  });
  return rule;
}
