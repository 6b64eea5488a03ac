import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { bucketNames, roleArn } from './deployment.ts';
import { GRACE_DAYS, LOG_DAYS } from './locked-bucket.ts';
import { SEALER } from './sealer.ts';

/** What Athena answered stands here for so long (security decision 24). */
const ANSWER_DAYS = 7;

/**
 * The rows of the access log for SQL, which the sealer derives of what it sealed, and the answers of Athena. Not
 * evidence, so not locked: what is changed here differs from the archive, and is derived anew.
 */
export function rowsBucket(scope: Construct, settings: DeploymentSettings, key: IKey): Bucket {
  const bucket = new Bucket(scope, 'rows', {
    bucketName: bucketNames(settings).rows,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      { prefix: 'rows/', expiration: Duration.days(LOG_DAYS + GRACE_DAYS) },
      { prefix: 'answers/', expiration: Duration.days(ANSWER_DAYS) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  const sealer = { 'aws:PrincipalArn': roleArn(settings, SEALER) };
  const derived = ['rows/*', 'derived/*'].map((names) => bucket.arnForObjects(names));
  const [account, puts] = [[new AccountPrincipal(settings.account)], ['s3:PutObject', 's3:DeleteObject']];
  for (const statement of [
    new PolicyStatement({
      sid: 'TheSealerDerives',
      principals: account,
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: derived,
      conditions: { ArnEquals: sealer },
    }),
    new PolicyStatement({
      sid: 'TheSealerLooks',
      principals: account,
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { ArnEquals: sealer },
    }),
    new PolicyStatement({
      sid: 'NobodyElseDerives',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: puts,
      resources: derived,
      conditions: { ArnNotEquals: sealer },
    }),
  ]) {
    bucket.addToResourcePolicy(statement);
  }
  acknowledge(bucket, 'S1', 'CloudTrail records every reading of an object, and every question to Athena.');
  return bucket;
}
