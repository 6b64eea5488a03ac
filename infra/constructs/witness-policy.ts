import {
  AccountPrincipal,
  AnyPrincipal,
  Effect,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { DeploymentSettings } from '../settings.ts';
import { trailArn } from './cloud-trail.ts';
import { auditAccountOf, bucketArn, bucketNames, roleArn } from './deployment.ts';
import { DOOR_WITNESS, doorObjects } from './door-witness.ts';
import { RECONCILER } from './reconciler.ts';

/** Accounts whose CloudTrail writes into the witness bucket. */
const trailAccounts = (settings: DeploymentSettings): string[] => [
  ...new Set([settings.account, auditAccountOf(settings)]),
];

export const trailArns = (settings: DeploymentSettings): string[] =>
  trailAccounts(settings).map((account) => trailArn(settings, account));

/** Who opens and who encrypts what the witnesses told, under the key of the evidence. */
export function witnessKeyStatements(settings: DeploymentSettings, urlSuffix: string): PolicyStatement[] {
  const viaS3 = { 'kms:ViaService': `s3.${settings.region}.${urlSuffix}` };
  const { archive } = bucketNames(settings);
  const witness = bucketArn(bucketNames(settings).witness);
  return [
    new PolicyStatement({
      sid: 'TheReconcilerReads',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'aws:PrincipalArn': roleArn(settings, RECONCILER) },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [bucketArn(archive), `${witness}/*`] },
        StringEquals: viaS3,
      },
    }),
    new PolicyStatement({
      sid: 'TheDoorsPut',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'aws:PrincipalArn': roleArn(settings, DOOR_WITNESS) },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': doorObjects(witness) },
        StringEquals: viaS3,
      },
    }),
  ];
}

const CLOUD_TRAIL = 'cloudtrail.amazonaws.com';

/** AWS writes there, the doors put, whoever compares reads, and nobody else puts anything: no evidence is made up. */
export function witnessPolicy(settings: DeploymentSettings, witness: Bucket): void {
  const principals = [new ServicePrincipal(CLOUD_TRAIL)];
  const ours = { 'aws:SourceArn': trailArns(settings) };
  witness.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudTrailLooks',
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [witness.bucketArn],
      conditions: { StringEquals: ours },
    }),
  );
  witness.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudTrailPuts',
      principals,
      actions: ['s3:PutObject'],
      resources: trailAccounts(settings).map((account) => witness.arnForObjects(`AWSLogs/${account}/*`)),
      conditions: { StringEquals: { ...ours, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    }),
  );
  const main = [new AccountPrincipal(settings.account)];
  const theReconciler = { ArnEquals: { 'aws:PrincipalArn': roleArn(settings, RECONCILER) } };
  const theDoors = { ArnEquals: { 'aws:PrincipalArn': roleArn(settings, DOOR_WITNESS) } };
  for (const statement of [
    new PolicyStatement({
      sid: 'TheReconcilerReads',
      principals: main,
      actions: ['s3:GetObject'],
      resources: [witness.arnForObjects('*')],
      conditions: theReconciler,
    }),
    new PolicyStatement({
      sid: 'TheReconcilerLooks',
      principals: main,
      actions: ['s3:ListBucket'],
      resources: [witness.bucketArn],
      conditions: theReconciler,
    }),
    new PolicyStatement({
      sid: 'TheDoorsPut',
      principals: main,
      actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'],
      resources: doorObjects(witness.bucketArn),
      conditions: theDoors,
    }),
    new PolicyStatement({
      sid: 'TheDoorsLook',
      principals: main,
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [witness.bucketArn],
      conditions: theDoors,
    }),
    // Either condition missing from a call counts as «not equal»: CloudTrail has no role, and a role is no service.
    new PolicyStatement({
      sid: 'NobodyElsePuts',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject', 's3:PutObjectAcl'],
      resources: [witness.arnForObjects('*')],
      conditions: {
        ArnNotEquals: theDoors.ArnEquals,
        StringNotEquals: { 'aws:PrincipalServiceName': CLOUD_TRAIL },
      },
    }),
  ]) {
    witness.addToResourcePolicy(statement);
  }
}
