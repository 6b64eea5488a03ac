import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { bucketNames } from './deployment.ts';

/**
 * `documents`: files, sealed. `inbox`: files as they were sent, for minutes; what nobody took in is gone in a day.
 * `library`: what an operator has loaded for all, public. `failed`: what a stream's reader gave up, whole.
 */
export function buckets(scope: Construct, settings: DeploymentSettings, data: IKey): void {
  const { documents, library, failed, inbox } = bucketNames(settings);
  const common: BucketProps = {
    encryption: BucketEncryption.KMS,
    encryptionKey: data,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
  };
  const { allowedOrigins } = settings.staff;
  const made = {
    documents: new Bucket(scope, 'documents', {
      ...common,
      bucketName: documents,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(35) }],
    }),
    // No versions: what was sent is in the clear of its sender, and is not kept a moment longer than needed.
    inbox: new Bucket(scope, 'inbox', {
      ...common,
      bucketName: inbox,
      lifecycleRules: [
        { expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      ...(allowedOrigins.length === 0
        ? {}
        : {
            cors: [
              {
                allowedMethods: [HttpMethods.POST],
                allowedOrigins: [...allowedOrigins],
                allowedHeaders: ['content-type'],
                maxAge: 600,
              },
            ],
          }),
    }),
    library: libraryBucket(scope, settings, { ...common, bucketName: library }),
    failed: new Bucket(scope, 'failed', {
      ...common,
      bucketName: failed,
      lifecycleRules: [{ expiration: Duration.days(35) }],
    }),
  };
  tellsOfArrivals(made.inbox);
  for (const bucket of Object.values(made)) {
    acknowledge(
      bucket,
      'S1',
      'Only functions reach it, and forms signed for one file; what they do for a client stands in the access log.',
    );
  }
}

/** To the account's bus. CDK would switch it on by a function of its own. */
function tellsOfArrivals(bucket: Bucket): void {
  const { defaultChild } = bucket.node;
  if (!(defaultChild instanceof CfnBucket)) throw new Error('A bucket has no resource of its own.');
  defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}

/** Documents are judged by what lies here: only those roles may write that operators take up, where they are named. */
function libraryBucket(scope: Construct, settings: DeploymentSettings, props: BucketProps): Bucket {
  const bucket = new Bucket(scope, 'library', { ...props, versioned: true });
  if (settings.operatorRoles.length === 0) return bucket;
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyOperatorsWrite',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [bucket.arnForObjects('*')],
      conditions: { ArnNotLike: { 'aws:PrincipalArn': settings.operatorRoles } },
    }),
  );
  return bucket;
}
