import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Module } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { cosignerPolicy } from './cosigner.ts';
import { bucketNames, roleArn } from './deployment.ts';
import { proversRead } from './sealed-log.ts';
import { SEALER } from './sealer.ts';

/**
 * What of the sealed log is overtaken within minutes: the newest checkpoint, tiles that are not full, a batch on its
 * way. It is not locked (security decision 20); whatever is changed here, the next check of the log names.
 */
export function freshBucket(
  scope: Construct,
  settings: DeploymentSettings,
  key: IKey,
  modules: readonly Module[],
): Bucket {
  const bucket = new Bucket(scope, 'fresh', {
    bucketName: bucketNames(settings).fresh,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(35) }, { expiredObjectDeleteMarker: true }],
  });
  const sealer = { 'aws:PrincipalArn': roleArn(settings, SEALER) };
  const objects = {
    actions: ['s3:PutObject', 's3:DeleteObject'],
    resources: [bucket.arnForObjects('*')],
  };
  for (const statement of [
    new PolicyStatement({
      sid: 'TheSealer',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:GetObject', ...objects.actions],
      resources: objects.resources,
      conditions: { ArnEquals: sealer },
    }),
    new PolicyStatement({
      sid: 'TheSealerLooks',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { ArnEquals: sealer },
    }),
    ...proversRead(settings, modules, bucketNames(settings).fresh),
    ...cosignerPolicy(settings, bucket, 'fresh'),
    new PolicyStatement({
      sid: 'NobodyElse',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      ...objects,
      conditions: { ArnNotEquals: sealer },
    }),
  ]) {
    bucket.addToResourcePolicy(statement);
  }
  acknowledge(bucket, 'S1', 'Only the sealer reaches it, and every change is overtaken within minutes.');
  return bucket;
}
