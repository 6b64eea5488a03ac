import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { MessageCode } from '../../shared/application-log.ts';
import type { DeploymentSettings } from '../settings.ts';
import { type AlarmKind, alarm } from './alarm.ts';
import { prefixOf } from './deployment.ts';

/** Messages of the application log that a person must hear of, and how many within five minutes. */
const ALARMING: Partial<Record<MessageCode, { kind: AlarmKind; threshold: number }>> = {
  LOG_LOST: { kind: 'log-lost', threshold: 1 },
  TRAIL_REFUSED: { kind: 'trail-refused', threshold: 1 },
  LINE_OVERWRITTEN: { kind: 'line-overwritten', threshold: 1 },
  WITNESS_FINDING: { kind: 'witness-finding', threshold: 1 },
  PLANTING_MISSED: { kind: 'planting-missed', threshold: 1 },
  COSIGNING_LATE: { kind: 'cosigning-late', threshold: 1 },
  ITEM_UNREADABLE: { kind: 'item-unreadable', threshold: 1 },
  REVIEWS_LATE: { kind: 'reviews-late', threshold: 1 },
  STATISTICS_LATE: { kind: 'statistics-late', threshold: 1 },
  // One try that failed is repeated and heals by itself; five are more than a passing fault.
  EVENT_FAILED: { kind: 'event-failed', threshold: 5 },
};

/** What the metric filter of every function counts by code, over all functions together. */
export const messageMetric = (settings: DeploymentSettings, code: string): Metric =>
  new Metric({
    namespace: prefixOf(settings),
    metricName: 'ErrorMessages',
    dimensionsMap: { Code: code },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });

export function messageAlarms(scope: Construct, settings: DeploymentSettings): void {
  for (const [code, { kind, threshold }] of Object.entries(ALARMING)) {
    alarm(scope, settings, {
      kind,
      subject: 'functions',
      metric: messageMetric(settings, code),
      threshold,
    });
  }
}
