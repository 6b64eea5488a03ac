import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { alarmTopicArn, prefixOf } from './deployment.ts';

/** Each kind has a line in the runbook of docs/operating.md: a test holds the two together. */
export const ALARM_KINDS = {
  'function-errors': 'A function ended with an error.',
  'function-throttled': 'A function was called more often at once than it may run.',
  'door-faults': 'The gateway answered 5xx.',
  'door-slow': 'Answers take long.',
  'table-refuses': 'A table refuses for lack of capacity or by a fault of the service.',
  'log-lost': 'Neither the trail nor the archive took a log line: answers are withheld.',
  'trail-refused': 'The trail refused lines; they went into the archive.',
  'line-overwritten': 'A line of the access log was changed or taken away.',
  'sealing-late': 'The access log has not been sealed for a quarter of an hour.',
  'reviews-late': 'Signs in the use of the log wait for a reviewer too long.',
  'statistics-late': 'An export of statistics that an authority collects was not made by its day.',
  'witness-finding': 'What AWS recorded and the access log differ.',
  'reconciling-late': 'The access log has not been compared with its witnesses for three hours.',
  'planting-missed':
    'A planted violation was not refused, not reported within a day, or could not be planted.',
  'plantings-late': 'What the controls report has not been looked at for half an hour.',
  'cosigning-late': 'Another authority has not cosigned a log for six hours.',
  'copy-late': 'The copy of the archive is behind, or an object could not be copied.',
  'item-unreadable': 'A stored item does not parse.',
  'event-failed': 'A carrier or consumer failed on an event.',
  'dead-letters': 'Events were given up and wait among the dead letters.',
  'stream-late': 'The reader of a stream falls behind.',
  'stream-gave-up': 'The reader of a stream gave records up; they lie in the bucket of the failed.',
  'rule-failed': 'The bus could not hand an event to its queue.',
  'schedule-failed': 'A scheduled run could not be started, or failed after its tries.',
  'witness-touched': 'CloudTrail or a bucket of evidence was changed.',
  'intruder-suspected': 'GuardDuty found signs of an intruder.',
} as const;
export type AlarmKind = keyof typeof ALARM_KINDS;

export type AlarmPlan = {
  kind: AlarmKind;
  /** Function, table, queue or door. */
  subject: string;
  metric: IMetric;
  threshold: number;
  periods?: number;
  /** Where what is watched tells by itself that it goes on: no data is the alarm. */
  silenceAlarms?: true;
};

/** Sounds when the threshold is reached; tells also when it is over. No data is no alarm as a rule: nothing happened. */
export function alarm(scope: Construct, settings: DeploymentSettings, plan: AlarmPlan): Alarm {
  const made = new Alarm(scope, `alarm-${plan.kind}-${plan.subject}`, {
    alarmName: `${prefixOf(settings)}-${plan.kind}-${plan.subject}`,
    alarmDescription: `${ALARM_KINDS[plan.kind]} Runbook: docs/operating.md, ${plan.kind}.`,
    metric: plan.metric,
    threshold: plan.threshold,
    evaluationPeriods: plan.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData:
      plan.silenceAlarms === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  const topic = { bind: () => ({ alarmActionArn: alarmTopicArn(settings) }) };
  made.addAlarmAction(topic);
  made.addOkAction(topic);
  return made;
}
