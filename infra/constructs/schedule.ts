import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEventInvokeConfig, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Start } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import { prefixOf, roleNameOf } from './deployment.ts';
import { inlinePolicy } from './inline-policy.ts';
import { deadLetters, deadLettersArnOf } from './queues.ts';
import { boundaryOf } from './region-boundary.ts';

export type SchedulePlan = {
  name: string;
  starts: readonly Start[];
  run: LambdaFunction;
  dataKey: IKey;
  /** The stack that keeps its queue, where that is another: what was given up waits there for a person. */
  queueStands?: Construct;
};

/** Seconds for which a start that failed, or a run that failed, is tried again. */
const PATIENCE_SECONDS = 3600;

/**
 * Work that runs by itself, at each of its starts. A start that never came about and a run that failed after its tries lie in the
 * same queue, so that no run is missing without anybody knowing.
 */
export function schedule(
  scope: Construct,
  settings: DeploymentSettings,
  group: string,
  plan: SchedulePlan,
): void {
  const { name, run, dataKey, queueStands = scope } = plan;
  const queue = deadLetters(queueStands, settings, { name, key: dataKey, kind: 'schedule-failed' });
  const dead = queueStands === scope ? queue.queueArn : deadLettersArnOf(settings, name);
  const config = new CfnEventInvokeConfig(scope, `${name}-invoked`, {
    functionName: run.functionName,
    qualifier: '$LATEST',
    maximumRetryAttempts: 2,
    maximumEventAgeInSeconds: PATIENCE_SECONDS,
    destinationConfig: { onFailure: { destination: dead } },
  });
  const roleName = `${name}-start`;
  const role = new Role(scope, `${roleName}-role`, {
    roleName: roleNameOf(settings, roleName),
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': settings.account } },
    }),
    permissionsBoundary: boundaryOf(scope, settings, roleName),
  });
  inlinePolicy(scope, roleName, role, [
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [run.functionArn] }),
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead] }),
    new PolicyStatement({ actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [dataKey.keyArn] }),
  ]);
  for (const { part, expression, input } of plan.starts) {
    const startName = part === undefined ? name : `${name}-${part}`;
    const made = new CfnSchedule(scope, `${startName}-schedule`, {
      name: `${prefixOf(settings)}-${startName}`,
      groupName: group,
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Europe/Helsinki',
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: dataKey.keyArn,
      target: {
        arn: run.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: dead },
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: PATIENCE_SECONDS },
      },
    });
    made.node.addDependency(config);
  }
}
