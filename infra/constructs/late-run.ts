import type { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { type AlarmKind, alarm } from './alarm.ts';

/** Sounds when no run has ended well for so many periods: a run that ended well did all that there was, and silence is lateness. */
export function lateRun(
  scope: Construct,
  settings: DeploymentSettings,
  plan: { kind: AlarmKind; subject: string; run: LambdaFunction; period: Duration; periods: number },
): void {
  const { kind, subject, run, period, periods } = plan;
  alarm(scope, settings, {
    kind,
    subject,
    metric: new MathExpression({
      expression: 'IF(FILL(runs, 0) - FILL(errors, 0) > 0, 0, 1)',
      usingMetrics: { runs: run.metricInvocations({ period }), errors: run.metricErrors({ period }) },
      period,
    }),
    threshold: 1,
    periods,
    silenceAlarms: true,
  });
}
