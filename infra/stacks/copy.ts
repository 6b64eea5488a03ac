import { type App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { COPIER } from '../constructs/archive-copier.ts';
import { customerKey } from '../constructs/customer-key.ts';
import {
  auditAccountOf,
  bucketArn,
  type CopyPlace,
  type Deployment,
  prefixOf,
  roleArn,
} from '../constructs/deployment.ts';
import { lockedBucket } from '../constructs/locked-bucket.ts';

/**
 * The copy of the archive, in an account of the data-protection officer's own: nobody who runs the system and nobody who
 * keeps the evidence has any right in it, and S3 alone brings objects there, each once.
 */
export function copyStack(app: App, { settings }: Deployment, to: CopyPlace): Stack {
  const stack = new Stack(app, `${prefixOf(settings)}-copy`, {
    env: { account: to.account, region: to.region },
    description: 'Sointu: the copy of the archive of the access log. Nothing here is deleted.',
    terminationProtection: settings.production,
  });
  const owner = auditAccountOf(settings);
  const principals = [new AccountPrincipal(owner)];
  const copier = { 'aws:PrincipalArn': roleArn(settings, COPIER, owner) };
  const key = customerKey(stack, settings, 'archive-copy', 'The copy of the archive of the access log');
  const copy = bucketArn(to.bucket);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TheCopierEncrypts',
      principals,
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        ArnEquals: copier,
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [copy, `${copy}/*`] },
        StringEquals: { 'kms:ViaService': `s3.${to.region}.${stack.urlSuffix}` },
      },
    }),
  );
  const bucket = lockedBucket(stack, settings, {
    id: 'archive-copy',
    bucketName: to.bucket,
    key,
    bucketKeyEnabled: true,
    reason: 'S3 alone puts objects there, and the account of the archive counts them.',
  });
  const everything = { principals: [new AnyPrincipal()], resources: [bucket.arnForObjects('*')] };
  for (const statement of [
    new PolicyStatement({
      sid: 'TheCopierCopies',
      principals,
      actions: ['s3:ReplicateObject', 's3:ObjectOwnerOverrideToBucketOwner'],
      resources: [bucket.arnForObjects('*')],
      conditions: { ArnEquals: copier },
    }),
    new PolicyStatement({
      sid: 'NobodyElseCopies',
      effect: Effect.DENY,
      ...everything,
      actions: ['s3:ReplicateObject'],
      conditions: { ArnNotEquals: copier },
    }),
    new PolicyStatement({
      sid: 'NobodyPutsOrHides',
      effect: Effect.DENY,
      ...everything,
      actions: ['s3:PutObject', 's3:ReplicateDelete'],
    }),
  ]) {
    bucket.addToResourcePolicy(statement);
  }
  return stack;
}
