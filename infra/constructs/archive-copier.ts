import { Aws, Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { alarm } from './alarm.ts';
import {
  aliasOf,
  arn,
  auditAccountOf,
  bucketArn,
  bucketNames,
  type CopyPlace,
  roleNameOf,
} from './deployment.ts';
import { inlinePolicy, WideStatement } from './inline-policy.ts';

/** The role under which S3 copies the archive; it lives where the archive does. */
export const COPIER = 'archive-copier';
const RULE = 'archive';
/** S3 promises so many minutes, and tells when it takes longer. */
const PROMISED_MINUTES = 15;

/** Sealing waits for no copy: an hour behind is what a person must hear of. */
const LATE_SECONDS = 3600;

/**
 * Has S3 copy each new object of the archive, with its lock, into the account of the data-protection officer: what is
 * taken from one account, with all the rights there are in it, stands in the other (security decision 22 c).
 */
export function archiveCopier(
  scope: Construct,
  settings: DeploymentSettings,
  { bucket, key, to }: { bucket: Bucket; key: IKey; to: CopyPlace },
): void {
  const role = new Role(scope, `${COPIER}-role`, {
    roleName: roleNameOf(settings, COPIER),
    assumedBy: new ServicePrincipal('s3.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': auditAccountOf(settings) } },
    }),
  });
  const policy = inlinePolicy(scope, COPIER, role, statements(settings, key, to));
  const made = bucket.node.defaultChild;
  if (!(made instanceof CfnBucket)) throw new Error('The archive is no bucket.');
  made.node.addDependency(policy);
  made.replicationConfiguration = {
    role: role.roleArn,
    rules: [
      {
        id: RULE,
        priority: 1,
        status: 'Enabled',
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Disabled' },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
        destination: {
          bucket: bucketArn(to.bucket),
          account: to.account,
          accessControlTranslation: { owner: 'Destination' },
          encryptionConfiguration: { replicaKmsKeyId: arn(to, 'kms', aliasOf(settings, 'archive-copy')) },
          replicationTime: { status: 'Enabled', time: { minutes: PROMISED_MINUTES } },
          metrics: { status: 'Enabled', eventThreshold: { minutes: PROMISED_MINUTES } },
        },
      },
    ],
  };
  lateAlarms(scope, settings, to);
}

function statements(settings: DeploymentSettings, key: IKey, to: CopyPlace): PolicyStatement[] {
  const [archive, copy] = [bucketArn(bucketNames(settings).archive), bucketArn(to.bucket)];
  return [
    new PolicyStatement({
      actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      resources: [archive],
    }),
    new WideStatement('All that is put into the archive is copied, whatever its name, with its lock.', {
      actions: [
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionAcl',
        's3:GetObjectRetention',
        's3:GetObjectLegalHold',
      ],
      resources: [`${archive}/*`],
    }),
    new WideStatement('All that is put into the archive is copied, whatever its name.', {
      actions: ['s3:ReplicateObject', 's3:ObjectOwnerOverrideToBucketOwner'],
      resources: [`${copy}/*`],
    }),
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:s3:arn': archive,
          'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}`,
        },
      },
    }),
    new WideStatement('The key of the copy is another account’s, without a name here: bound to its bucket.', {
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [arn(to, 'kms', 'key/*')],
      conditions: {
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [copy, `${copy}/*`] },
        StringEquals: { 'kms:ViaService': `s3.${to.region}.${Aws.URL_SUFFIX}` },
      },
    }),
  ];
}

/** An object that could not be copied, and a copy that stays behind. S3 counts both where the archive is. */
function lateAlarms(scope: Construct, settings: DeploymentSettings, to: CopyPlace): void {
  const metric = (metricName: string, statistic: 'Sum' | 'Maximum') =>
    new Metric({
      namespace: 'AWS/S3',
      metricName,
      dimensionsMap: {
        SourceBucket: bucketNames(settings).archive,
        DestinationBucket: to.bucket,
        RuleId: RULE,
      },
      statistic,
      period: Duration.minutes(PROMISED_MINUTES),
    });
  alarm(scope, settings, {
    kind: 'copy-late',
    subject: 'failed',
    metric: metric('OperationsFailedReplication', 'Sum'),
    threshold: 1,
  });
  alarm(scope, settings, {
    kind: 'copy-late',
    subject: 'behind',
    metric: metric('ReplicationLatency', 'Maximum'),
    threshold: LATE_SECONDS,
  });
}
