import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { dataRoleArn } from './data-role.ts';
import { bucketNames, roleArn } from './deployment.ts';

/** The run that lays editions down. */
const WRITER = 'statistics-run-deliver';
/** What Athena answered stands here for so long. */
const ANSWER_DAYS = 7;

/**
 * Editions of statistics as files, and what Athena answered about them. Versioned, and written by one run alone: who
 * reads an edition here reads what was laid down.
 */
export function exportsBucket(scope: Construct, settings: DeploymentSettings, key: IKey): Bucket {
  const bucket = new Bucket(scope, 'exports', {
    bucketName: bucketNames(settings).exports,
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        prefix: 'answers/',
        expiration: Duration.days(ANSWER_DAYS),
        noncurrentVersionExpiration: Duration.days(1),
      },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyElseLaysDown',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: ['rows', 'editions'].map((folder) => bucket.arnForObjects(`*/${folder}/*`)),
      conditions: {
        ArnNotEquals: {
          'aws:PrincipalArn': settings.credentialsPerController
            ? dataRoleArn(settings, WRITER)
            : roleArn(settings, WRITER),
        },
      },
    }),
  );
  acknowledge(
    bucket,
    'S1',
    'It holds sums without identity; who made an edition stands in the access log, and CloudTrail records every question to Athena.',
  );
  return bucket;
}
