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
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { auditAccountOf, prefixOf } from './deployment.ts';

export type PrivateNetwork = { vpc: IVpc; functions: ISecurityGroup };

const INTERFACES = {
  kms: InterfaceVpcEndpointAwsService.KMS,
  sts: InterfaceVpcEndpointAwsService.STS,
  events: InterfaceVpcEndpointAwsService.EVENTBRIDGE,
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
    subnetConfiguration: [{ name: 'functions', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 20 }],
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- CDK's own types differ in an optional member
  const vpc = network as IVpc;
  vpc.addFlowLog('flow-log', {
    destination: FlowLogDestination.toCloudWatchLogs(
      new LogGroup(scope, 'flow-log-group', {
        logGroupName: `/${prefixOf(settings)}/network`,
        retention: RetentionDays.THREE_MONTHS,
        encryptionKey: logKey,
      }),
    ),
  });
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
