import { Stack } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  type ISecurityGroup,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { arn, auditAccountOf, prefixOf, roleNameOf } from './deployment.ts';
import { inlinePolicy, WideStatement } from './inline-policy.ts';
import { boundaryOf } from './region-boundary.ts';

const FLOW = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
];

/** Who spoke with whom, never what. */
function flowLog(scope: Construct, settings: DeploymentSettings, vpc: IVpc, logKey: IKey): void {
  const logGroupName = `/${prefixOf(settings)}/network`;
  const role = new Role(scope, 'flow-log-role', {
    roleName: roleNameOf(settings, 'flow-log'),
    assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': settings.account } },
    }),
    permissionsBoundary: boundaryOf(scope, settings, 'flow-log'),
  });
  inlinePolicy(scope, 'flow-log', role, [
    new WideStatement(
      'One stream for each network interface, made as they come; the group is the log’s own.',
      {
        actions: FLOW,
        resources: [arn(settings, 'logs', `log-group:${logGroupName}:*`)],
      },
    ),
  ]);
  const logGroup = new LogGroup(scope, 'flow-log-group', {
    logGroupName,
    retention: RetentionDays.THREE_MONTHS,
    encryptionKey: logKey,
  });
  vpc.addFlowLog('flow-log', {
    destination: FlowLogDestination.toCloudWatchLogs(logGroup, role.withoutPolicyUpdates()),
  });
}

export type PrivateNetwork = { vpc: IVpc; functions: ISecurityGroup };

const INTERFACES = {
  kms: InterfaceVpcEndpointAwsService.KMS,
  sts: InterfaceVpcEndpointAwsService.STS,
  events: InterfaceVpcEndpointAwsService.EVENTBRIDGE,
  // To ask which code runs.
  lambda: InterfaceVpcEndpointAwsService.LAMBDA,
} as const;

/**
 * A network without a way out: no internet gateway, no NAT. What functions need of AWS they reach through
 * endpoints that serve this account only, so that stolen credentials of another account are of no use from
 * inside, nor a bucket of another account.
 */
export function privateNetwork(scope: Construct, settings: DeploymentSettings, logKey: IKey): PrivateNetwork {
  const region = Stack.of(scope).region;
  const network = new Vpc(scope, 'network', {
    vpcName: prefixOf(settings),
    availabilityZones: settings.availabilityZones.map((letter) => `${region}${letter}`),
    natGateways: 0,
    createInternetGateway: false,
    // CDK would empty the default group by a function of its own; nothing is ever in that group.
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [{ name: 'functions', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 20 }],
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- CDK's own types differ in an optional member
  const vpc = network as IVpc;
  flowLog(scope, settings, vpc, logKey);
  const functions = new SecurityGroup(scope, 'functions-group', {
    vpc,
    description: 'Functions: nothing in, TLS out to the endpoints',
    allowAllOutbound: false,
  });
  // There is no route but to the endpoints, whose addresses are not known at synthesis.
  functions.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'TLS to the endpoints');

  const own = { StringEquals: { 'aws:PrincipalAccount': settings.account } };
  for (const [name, service] of Object.entries({
    dynamodb: GatewayVpcEndpointAwsService.DYNAMODB,
    s3: GatewayVpcEndpointAwsService.S3,
  })) {
    vpc.addGatewayEndpoint(name, { service }).addToPolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: [`${name}:*`],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'aws:PrincipalAccount': settings.account,
            'aws:ResourceAccount': [...new Set([settings.account, auditAccountOf(settings)])],
          },
        },
      }),
    );
  }
  const endpoints = new SecurityGroup(scope, 'endpoints-group', {
    vpc,
    description: 'Endpoints: TLS from the functions',
    allowAllOutbound: false,
  });
  endpoints.addIngressRule(functions, Port.tcp(443), 'TLS from the functions');
  for (const [name, service] of Object.entries(INTERFACES)) {
    vpc.addInterfaceEndpoint(name, { service, securityGroups: [endpoints], open: false }).addToPolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: [`${name}:*`],
        resources: ['*'],
        conditions: own,
      }),
    );
  }
  // The signing keys of the user pools are public and asked for without credentials.
  vpc.addInterfaceEndpoint('cognito', {
    service: InterfaceVpcEndpointAwsService.COGNITO_IDP,
    securityGroups: [endpoints],
    open: false,
  });
  return { vpc, functions };
}
