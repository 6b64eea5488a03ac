import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { dataRoleArn } from './data-role.ts';
import { bucketNames, roleArn } from './deployment.ts';

/** The run that packs. */
const PACKER = 'retention-run-dispose';

/**
 * Siirtopaketit: what is kept for good, sealed for the archive alone. One run packs; who hands packages over reads them,
 * and takes them away when the archive has them; nobody else does either. Where no operators are named, nobody reads here
 * until the settings name one.
 */
export function transfersBucket(scope: Construct, settings: DeploymentSettings, key: IKey): void {
  const bucket = new Bucket(scope, 'transfers', {
    bucketName: bucketNames(settings).transfers,
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(35) }],
  });
  const packer = settings.credentialsPerController
    ? dataRoleArn(settings, PACKER)
    : roleArn(settings, PACKER);
  const { operatorRoles } = settings;
  const denied = (sid: string, actions: string[], except: readonly string[]): PolicyStatement =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources: [bucket.arnForObjects('*')],
      ...(except.length === 0 ? {} : { conditions: { ArnNotLike: { 'aws:PrincipalArn': except } } }),
    });
  for (const statement of [
    denied('NobodyElsePacks', ['s3:PutObject'], [packer]),
    denied('NobodyElseReads', ['s3:GetObject', 's3:GetObjectVersion'], operatorRoles),
    denied('NobodyElseTakesAway', ['s3:DeleteObject', 's3:DeleteObjectVersion'], [packer, ...operatorRoles]),
  ]) {
    bucket.addToResourcePolicy(statement);
  }
  acknowledge(
    bucket,
    'S1',
    'What lies here only the archive can open; each package and its receipt stand in the access log.',
  );
}
