import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';

/** Twelve years with their leap days: so long is the use of client data kept on the log (703/2023 § 10). */
export const LOG_DAYS = 12 * 365 + 3;
/** Between the end of the lock and the removal, so that no object is asked to go while it still may not. */
export const GRACE_DAYS = 31;

/** Security decision 20. Compliance mode can be shortened by nobody, so a stage for trying has a day. */
const lockOf = ({ production }: DeploymentSettings): { retention: ObjectLockRetention; days: number } =>
  production
    ? { retention: ObjectLockRetention.compliance(Duration.days(LOG_DAYS)), days: LOG_DAYS }
    : { retention: ObjectLockRetention.governance(Duration.days(1)), days: 1 };

export type LockedBucketPlan = {
  id: string;
  bucketName: string;
  key: IKey;
  /** One key for many objects. CloudTrail's own encryption context is lost with it. */
  bucketKeyEnabled: boolean;
  /** Why no server access log is kept of it. */
  reason: string;
};

/**
 * A bucket for evidence. The lock keeps every version for its time, the policy refuses deletions at once
 * (a marker would hide what the lock keeps), and what has served its time goes by itself.
 */
export function lockedBucket(scope: Construct, settings: DeploymentSettings, plan: LockedBucketPlan): Bucket {
  const { id, bucketName, key, bucketKeyEnabled, reason } = plan;
  const { retention, days } = lockOf(settings);
  const bucket = new Bucket(scope, id, {
    bucketName,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: retention,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        expiration: Duration.days(days + GRACE_DAYS),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      { expiredObjectDeleteMarker: true },
    ],
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NothingIsTakenAway',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
      resources: [bucket.arnForObjects('*')],
    }),
  );
  acknowledge(bucket, 'S1', reason);
  return bucket;
}
