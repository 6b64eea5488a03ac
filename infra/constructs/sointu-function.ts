import { Duration } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { dataRole, dataRoleArn, takeUpStatement } from './data-role.ts';
import { arn, type Deployment, functionNameOf, roleNameOf } from './deployment.ts';
import { functionLog, logGroupName, namedLog } from './function-log.ts';
import { inlinePolicy, WideStatement } from './inline-policy.ts';
import type { PrivateNetwork } from './private-network.ts';
import { boundaryOf } from './region-boundary.ts';

/** One function, its own roles and its own log group. Its alarms stand in the stack of the watch. */
export type FunctionPlan = {
  /** Of the built function: `cases`, `clients-on-client-named`, `publish-outbox`. */
  name: string;
  /** The built function, where two functions run the same code. */
  code?: string;
  description: string;
  kind: 'module' | 'consumer' | 'carrier';
  environment: Record<string, string>;
  /** What it may do with data of a controller, under a session of that controller (`dataStatements`). */
  data: readonly PolicyStatement[];
  /** What else its own role may do besides writing its log. */
  statements: readonly PolicyStatement[];
  timeoutSeconds: number;
  logKey: IKey;
  /** The stack that keeps its log, where that is another: functions come and go, and what they told stays. */
  logStands?: Construct;
  network: PrivateNetwork | undefined;
};

const ENI = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

export function sointuFunction(
  scope: Construct,
  { settings, codeOf }: Deployment,
  plan: FunctionPlan,
): LambdaFunction {
  const { name, kind, network, logStands = scope } = plan;
  const functionName = functionNameOf(settings, name);
  const role = new Role(scope, `${name}-role`, {
    roleName: roleNameOf(settings, name),
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    permissionsBoundary: boundaryOf(scope, settings, name),
  });
  const perController = settings.credentialsPerController && plan.data.length > 0;
  if (perController) dataRole(scope, settings, { name, functionRole: role, statements: plan.data });
  const log = functionLog(logStands, settings, plan);
  const policy = inlinePolicy(scope, name, role, [
    ...logStatements(settings, name),
    ...(network === undefined ? [] : networkStatements(settings, functionName)),
    ...(perController ? [takeUpStatement(settings, name)] : plan.data),
    ...plan.statements,
  ]);
  const reserved = settings.concurrency?.[kind];
  const made = new LambdaFunction(scope, name, {
    functionName,
    description: plan.description,
    code: codeOf(plan.code ?? name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 1024,
    timeout: Duration.seconds(plan.timeoutSeconds),
    environment: {
      ...plan.environment,
      ...(perController ? { SOINTU_DATA_ROLE: dataRoleArn(settings, name) } : {}),
    },
    role: role.withoutPolicyUpdates(),
    logGroup: logStands === scope ? log : namedLog(scope, settings, name),
    ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
    ...(network === undefined
      ? {}
      : {
          vpc: network.vpc,
          vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
          securityGroups: [network.functions],
        }),
  });
  // Into a network a function is put under its own role, which must be able to by then.
  made.node.addDependency(policy);
  return made;
}

const logStatements = (settings: DeploymentSettings, name: string): PolicyStatement[] => [
  new WideStatement(
    'Lambda names the streams of a log group as it makes them; the group is the function’s own.',
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [arn(settings, 'logs', `log-group:${logGroupName(settings, name)}:log-stream:*`)],
    },
  ),
];

/** What Lambda itself needs to put the function into the network, and the function's code must not use. */
const networkStatements = (settings: DeploymentSettings, functionName: string): PolicyStatement[] => [
  new WideStatement('Lambda makes the function’s network interfaces, which have no names beforehand.', {
    actions: ENI,
    resources: ['*'],
  }),
  new PolicyStatement({
    effect: Effect.DENY,
    actions: ENI,
    resources: ['*'],
    conditions: {
      ArnEquals: { 'lambda:SourceFunctionArn': arn(settings, 'lambda', `function:${functionName}`) },
    },
  }),
];
