import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  EventSourceMapping,
  FilterCriteria,
  type Function as LambdaFunction,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { alarm } from './alarm.ts';
import { bucketArn, bucketNames } from './deployment.ts';
import { WideStatement } from './inline-policy.ts';

export type StreamPlan = {
  name: string;
  streamArn: string;
  reader: LambdaFunction;
  /** Which records the reader is called for; without it, all. */
  filter?: Record<string, unknown>;
  /** Tries of one record before it is laid into the bucket of the failed. */
  tries: number;
  maxAge: Duration;
};

/** What the reader of a stream needs: the stream itself, and the bucket into which Lambda lays what it gives up. */
export function streamStatements(
  settings: DeploymentSettings,
  streamArn: string,
  dataKey: IKey,
): PolicyStatement[] {
  const failed = bucketArn(bucketNames(settings).failed);
  return [
    new PolicyStatement({
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [streamArn],
    }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [failed] }),
    new WideStatement('Lambda names each object by stream, shard and time as it gives up.', {
      actions: ['s3:PutObject'],
      resources: [`${failed}/aws/lambda/*`],
    }),
    new PolicyStatement({
      actions: ['kms:GenerateDataKey'],
      resources: [dataKey.keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': failed } },
    }),
  ];
}

/**
 * The one reader of a stream (security decision 32). A record that fails is tried alone, then laid whole into
 * S3: a queue would get only where it stood in a stream that forgets it after a day.
 */
export function streamReader(scope: Construct, settings: DeploymentSettings, plan: StreamPlan): void {
  const { name, reader, filter } = plan;
  const mapping = new EventSourceMapping(scope, `${name}-stream`, {
    target: reader,
    eventSourceArn: plan.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    parallelizationFactor: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: plan.tries,
    maxRecordAge: plan.maxAge,
    supportS3OnFailureDestination: true,
    onFailure: { bind: () => ({ destination: bucketArn(bucketNames(settings).failed) }) },
    metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    ...(filter === undefined ? {} : { filters: [FilterCriteria.filter(filter)] }),
  });
  const given = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { EventSourceMappingUUID: mapping.eventSourceMappingId },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  alarm(scope, settings, {
    kind: 'stream-gave-up',
    subject: name,
    metric: new MathExpression({
      expression: 'FILL(laid, 0) + FILL(dropped, 0)',
      usingMetrics: {
        laid: given('OnFailureDestinationDeliveredEventCount'),
        dropped: given('DroppedEventCount'),
      },
      period: Duration.minutes(5),
    }),
    threshold: 1,
  });
  alarm(scope, settings, {
    kind: 'stream-late',
    subject: name,
    metric: reader.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
    threshold: Duration.minutes(5).toMilliseconds(),
    periods: 3,
  });
}
