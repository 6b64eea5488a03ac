import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Metric, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { TABLE_NAMES } from '../table.ts';
import { functionNameOf, prefixOf } from './deployment.ts';
import { doorMetric } from './door-metrics.ts';
import { messageMetric } from './message-alarms.ts';
import { deadLettersNameOf, queueNameOf } from './queues.ts';
import { refusalsOf, tableMetric } from './table-metrics.ts';

/** What the dashboard shows, by the names that stand in manifests. */
export type Watched = {
  doors: readonly string[];
  /** Functions that answer requests. */
  functions: readonly string[];
  consumers: readonly string[];
  readers: readonly string[];
  schedules: readonly string[];
};

const FIVE_MINUTES = Duration.minutes(5);
const HALF = 12;
const FULL = 24;

/** One page, from the caller's side down: doors, functions, tables, then what runs behind. */
export function dashboard(scope: Construct, settings: DeploymentSettings, watched: Watched): Dashboard {
  const { doors, functions, consumers, readers, schedules } = watched;
  const ofFunctions = (names: readonly string[], metricName: string, statistic: string): IMetric[] =>
    names.map((name) => functionMetric(settings, name, metricName, statistic));
  const ofDoors = (metricName: Parameters<typeof doorMetric>[2], statistic: string): IMetric[] =>
    doors.map((door) => doorMetric(settings, door, metricName, statistic));
  const all = [...functions, ...consumers, ...readers, ...schedules];
  return new Dashboard(scope, 'dashboard', {
    dashboardName: prefixOf(settings),
    defaultInterval: Duration.hours(3),
    widgets: [
      [
        new SingleValueWidget({
          title: 'No log, no data: answers withheld, lines beside the trail, lines overwritten',
          metrics: ['LOG_LOST', 'TRAIL_REFUSED', 'LINE_OVERWRITTEN'].map((code) =>
            messageMetric(settings, code),
          ),
          width: FULL,
          height: 4,
        }),
      ],
      [graph('Requests', ofDoors('Count', 'Sum')), graph('Answer time, p95 (ms)', ofDoors('Latency', 'p95'))],
      [
        graph('Faults (5xx)', ofDoors('5XXError', 'Sum')),
        graph('Refusals (4xx)', ofDoors('4XXError', 'Sum')),
      ],
      [
        graph('Errors of functions', ofFunctions(all, 'Errors', 'Sum')),
        graph('Duration, p95 (ms)', ofFunctions(functions, 'Duration', 'p95')),
      ],
      [
        graph('Runs at once', ofFunctions(all, 'ConcurrentExecutions', 'Maximum')),
        graph('Throttled', ofFunctions(all, 'Throttles', 'Sum')),
      ],
      [
        graph(
          'Read units',
          TABLE_NAMES.map((table) => tableMetric(settings, table, 'ConsumedReadCapacityUnits')),
        ),
        graph(
          'Write units',
          TABLE_NAMES.map((table) => tableMetric(settings, table, 'ConsumedWriteCapacityUnits')),
        ),
      ],
      [
        graph(
          'Refusals of tables',
          TABLE_NAMES.map((table) => refusalsOf(settings, table)),
        ),
        graph('Age of the streams (ms)', ofFunctions(readers, 'IteratorAge', 'Maximum')),
      ],
      [
        graph(
          'Age of the oldest news (s)',
          consumers.map((name) => queueMetric(queueNameOf(settings, name), 'ApproximateAgeOfOldestMessage')),
        ),
        graph(
          'Dead letters',
          [...consumers, ...schedules].map((name) =>
            queueMetric(deadLettersNameOf(settings, name), 'ApproximateNumberOfMessagesVisible'),
          ),
        ),
      ],
    ],
  });
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: HALF, height: 6, leftYAxis: { min: 0 } });

const functionMetric = (
  settings: DeploymentSettings,
  name: string,
  metricName: string,
  statistic: string,
): IMetric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: functionNameOf(settings, name) },
    statistic,
    period: FIVE_MINUTES,
    label: name,
  });

const queueMetric = (queueName: string, metricName: string): IMetric =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: queueName },
    statistic: 'Maximum',
    period: FIVE_MINUTES,
    label: queueName,
  });
