import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import {
  Effect,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { alarm } from './alarm.ts';
import { arn, type Deployment, functionNameOf, prefixOf, roleNameOf } from './deployment.ts';
import type { PrivateNetwork } from './private-network.ts';

/** One function, its own role, its own log group, its alarms. */
export type FunctionPlan = {
  /** Of the built function: `cases`, `clients-on-client-named`, `publish-outbox`. */
  name: string;
  description: string;
  kind: 'module' | 'consumer' | 'carrier';
  environment: Record<string, string>;
  /** All that its role may do besides writing its log. */
  statements: readonly PolicyStatement[];
  timeoutSeconds: number;
  logKey: IKey;
  network: PrivateNetwork | undefined;
  /** Made before, where another policy must name it. */
  role?: Role;
};

const ENI = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** The role under which a function runs. Bounded to the region of the deployment like every role. */
export function functionRole(scope: Construct, settings: DeploymentSettings, name: string): Role {
  return new Role(scope, `${name}-role`, {
    roleName: roleNameOf(settings, name),
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    permissionsBoundary: boundaryOf(scope, settings, name),
  });
}

export const boundaryOf = (scope: Construct, settings: DeploymentSettings, name: string) =>
  ManagedPolicy.fromManagedPolicyName(
    scope,
    `${name}-boundary`,
    `${prefixOf(settings)}-${settings.region}-boundary`,
  );

export function sointuFunction(
  scope: Construct,
  { settings, codeOf }: Deployment,
  plan: FunctionPlan,
): LambdaFunction {
  const { name, kind, network } = plan;
  const functionName = functionNameOf(settings, name);
  const role = plan.role ?? functionRole(scope, settings, name);
  const logGroup = new LogGroup(scope, `${name}-log`, {
    logGroupName: `/${prefixOf(settings)}/functions/${name}`,
    retention: settings.production ? RetentionDays.THIRTEEN_MONTHS : RetentionDays.ONE_MONTH,
    encryptionKey: plan.logKey,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  role.attachInlinePolicy(
    inlinePolicy(scope, name, [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [
          `${arn(settings, 'logs', `log-group:/${prefixOf(settings)}/functions/${name}`)}:log-stream:*`,
        ],
      }),
      ...(network === undefined ? [] : networkStatements(settings, functionName)),
      ...plan.statements,
    ]),
  );
  const reserved = settings.concurrency?.[kind];
  const made = new LambdaFunction(scope, name, {
    functionName,
    description: plan.description,
    code: codeOf(name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 1024,
    timeout: Duration.seconds(plan.timeoutSeconds),
    environment: plan.environment,
    role: role.withoutPolicyUpdates(),
    logGroup,
    ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
    ...(network === undefined
      ? {}
      : {
          vpc: network.vpc,
          vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
          securityGroups: [network.functions],
        }),
  });
  watchFunction(scope, settings, name, made, logGroup);
  return made;
}

/** What Lambda itself needs to put the function into the network, and the function's code must not use. */
const networkStatements = (settings: DeploymentSettings, functionName: string): PolicyStatement[] => [
  new PolicyStatement({ actions: ENI, resources: ['*'] }),
  new PolicyStatement({
    effect: Effect.DENY,
    actions: ENI,
    resources: ['*'],
    conditions: {
      ArnEquals: { 'lambda:SourceFunctionArn': arn(settings, 'lambda', `function:${functionName}`) },
    },
  }),
];

function watchFunction(
  scope: Construct,
  settings: DeploymentSettings,
  name: string,
  made: LambdaFunction,
  logGroup: LogGroup,
): void {
  new MetricFilter(scope, `${name}-messages`, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
    metricNamespace: prefixOf(settings),
    metricName: 'ErrorMessages',
    metricValue: '1',
    dimensions: { Code: '$.code' },
  });
  alarm(scope, settings, {
    kind: 'function-errors',
    subject: name,
    metric: made.metricErrors({ period: Duration.minutes(5) }),
    threshold: 1,
  });
  alarm(scope, settings, {
    kind: 'function-throttled',
    subject: name,
    metric: made.metricThrottles({ period: Duration.minutes(5) }),
    threshold: 1,
  });
}
