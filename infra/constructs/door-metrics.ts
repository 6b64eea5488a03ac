import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { DeploymentSettings } from '../settings.ts';
import { prefixOf } from './deployment.ts';

/** What API Gateway tells of one of the two doors. */
export const doorMetric = (
  settings: DeploymentSettings,
  door: string,
  metricName: 'Count' | 'Latency' | '4XXError' | '5XXError',
  statistic: string,
): Metric =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiName: `${prefixOf(settings)}-${door}` },
    statistic,
    period: Duration.minutes(5),
    label: door,
  });
