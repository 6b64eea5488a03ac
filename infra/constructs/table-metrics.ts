import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../table.ts';
import { alarm } from './alarm.ts';
import { tablesOf } from './deployment.ts';

const FIVE_MINUTES = Duration.minutes(5);

export const tableMetric = (
  settings: DeploymentSettings,
  table: TableName,
  metricName: string,
  dimensions: Record<string, string> = {},
): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tablesOf(settings)[table], ...dimensions },
    statistic: 'Sum',
    period: FIVE_MINUTES,
  });

/** Operations whose failing by a fault of the service is felt at once: a commit, and a file being opened. */
const OPERATIONS = ['TransactWriteItems', 'Query'];

/**
 * All refusals of a table that are not ours: throttled reads and writes, of its indexes too (an index short
 * of capacity holds back the writes of its table), and faults of the service.
 */
export function refusalsOf(settings: DeploymentSettings, table: TableName): IMetric {
  const metrics = [
    tableMetric(settings, table, 'ReadThrottleEvents'),
    tableMetric(settings, table, 'WriteThrottleEvents'),
    ...TABLES[table].indexes.map(({ name }) =>
      tableMetric(settings, table, 'WriteThrottleEvents', { GlobalSecondaryIndexName: name }),
    ),
    ...OPERATIONS.map((operation) => tableMetric(settings, table, 'SystemErrors', { Operation: operation })),
  ];
  const named = metrics.map((metric, place) => [`${table}${place}`, metric] as const);
  return new MathExpression({
    label: table,
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period: FIVE_MINUTES,
  });
}

export function tableAlarms(scope: Construct, settings: DeploymentSettings): void {
  for (const table of TABLE_NAMES) {
    alarm(scope, settings, {
      kind: 'table-refuses',
      subject: table,
      metric: refusalsOf(settings, table),
      threshold: 10,
    });
  }
}
