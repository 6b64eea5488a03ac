import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { aliasOf } from './deployment.ts';

/** A key of our own for one purpose. It outlives its stack, and its end can be called off for thirty days. */
export const customerKey = (
  scope: Construct,
  settings: DeploymentSettings,
  purpose: string,
  description: string,
): Key =>
  new Key(scope, `key-${purpose}`, {
    description,
    alias: aliasOf(settings, purpose),
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });

/** Signs the checkpoints of the log. Ed25519, so that public tools for signed notes can check them. */
export const signingKey = (scope: Construct, settings: DeploymentSettings, signerArn: string): Key => {
  const key = new Key(scope, 'key-signing', {
    description: 'Signs the checkpoints of the access log',
    alias: aliasOf(settings, 'signing'),
    keySpec: KeySpec.ECC_NIST_EDWARDS25519,
    keyUsage: KeyUsage.SIGN_VERIFY,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyTheSealerSigns',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:Sign'],
      resources: ['*'],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': signerArn } },
    }),
  );
  return key;
};

/**
 * Keys under which data keys of clients, lists and look-ups are wrapped. Nobody may wrap them anew under
 * another key or hand out a grant, and where there is a network of ours they are used from inside it only, except
 * by the roles under which operators set up and drill.
 */
export function guardDataKey(key: Key, settings: DeploymentSettings, vpcId: string | undefined): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NoOtherWrapping',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:CreateGrant'],
      resources: ['*'],
    }),
  );
  if (vpcId === undefined) return;
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyFromInside',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        StringNotEquals: { 'aws:SourceVpc': vpcId },
        ...(settings.operatorRoles.length === 0
          ? {}
          : { ArnNotLike: { 'aws:PrincipalArn': settings.operatorRoles } }),
      },
    }),
  );
}

/** A service of AWS uses a key on our behalf, for this account only. */
export const forService = (settings: DeploymentSettings, service: string): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal(service)],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': settings.account } },
  });
