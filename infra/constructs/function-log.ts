import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { prefixOf } from './deployment.ts';

export const logGroupName = (settings: DeploymentSettings, name: string): string =>
  `/${prefixOf(settings)}/functions/${name}`;

/** By its name alone, for a stack that did not make it. */
export const namedLog = (scope: Construct, settings: DeploymentSettings, name: string): ILogGroup =>
  LogGroup.fromLogGroupName(scope, `${name}-log`, logGroupName(settings, name));

/** The application log of one function. */
export const functionLog = (
  scope: Construct,
  settings: DeploymentSettings,
  { name, logKey }: { name: string; logKey: IKey },
): ILogGroup =>
  new LogGroup(scope, `${name}-log`, {
    logGroupName: logGroupName(settings, name),
    retention: settings.production ? RetentionDays.THIRTEEN_MONTHS : RetentionDays.ONE_MONTH,
    encryptionKey: logKey,
    removalPolicy: RemovalPolicy.DESTROY,
  });
