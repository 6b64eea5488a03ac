import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { alarm } from './alarm.ts';
import { functionNameOf, prefixOf } from './deployment.ts';
import { namedLog } from './function-log.ts';

/**
 * What an operator is told of a function: errors, being throttled, and the messages of its log that are counted by
 * their code. By its name alone, since it stands in another stack: CloudFormation takes 500 resources a stack
 * (docs/decisions/0139).
 */
export function watchFunction(scope: Construct, settings: DeploymentSettings, name: string): void {
  new MetricFilter(scope, `${name}-messages`, {
    logGroup: namedLog(scope, settings, name),
    filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
    metricNamespace: prefixOf(settings),
    metricName: 'ErrorMessages',
    metricValue: '1',
    dimensions: { Code: '$.code' },
  });
  const metric = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { FunctionName: functionNameOf(settings, name) },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  alarm(scope, settings, {
    kind: 'function-errors',
    subject: name,
    metric: metric('Errors'),
    threshold: 1,
  });
  alarm(scope, settings, {
    kind: 'function-throttled',
    subject: name,
    metric: metric('Throttles'),
    threshold: 1,
  });
}
