import { type App, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  AnyPrincipal,
  Effect,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Module } from '../../shared/http/module.ts';
import { archiveCopier } from '../constructs/archive-copier.ts';
import { athena } from '../constructs/athena.ts';
import { auditSelectors, cloudTrail } from '../constructs/cloud-trail.ts';
import { cosignerOpens, cosignerPolicy } from '../constructs/cosigner.ts';
import { customerKey } from '../constructs/customer-key.ts';
import {
  auditAccountOf,
  auditEnv,
  bucketArn,
  bucketNames,
  copyPlaceOf,
  type Deployment,
  prefixOf,
  roleArn,
} from '../constructs/deployment.ts';
import { freshBucket } from '../constructs/fresh-bucket.ts';
import { lockedBucket } from '../constructs/locked-bucket.ts';
import { judgeOpens, planterPolicy } from '../constructs/plantings.ts';
import { RECONCILER } from '../constructs/reconciler.ts';
import { rowsBucket } from '../constructs/rows-bucket.ts';
import { proversOpen, proversRead } from '../constructs/sealed-log.ts';
import { SEALER } from '../constructs/sealer.ts';
import { trailArns, witnessKeyStatements, witnessPolicy } from '../constructs/witness-policy.ts';
import type { DeploymentSettings } from '../settings.ts';

const DESCRIPTION =
  'Sointu: the archive of the access log and what AWS itself recorded. Nothing here is deleted.';

/** Folders of the archive into which functions put, each object once. */
const FOLDERS = ['intake', 'overwritten'] as const;

/**
 * The evidence, by setting in an account of its own: the data-protection officer's, not theirs who run the
 * system. What the other stacks need of it they name, so nothing is handed over between accounts.
 */
export function auditStack(app: App, { settings }: Deployment, modules: readonly Module[]): Stack {
  const stack = new Stack(app, `${prefixOf(settings)}-audit`, {
    ...auditEnv(settings),
    description: DESCRIPTION,
    terminationProtection: settings.production,
  });
  const { archive, witness } = bucketNames(settings);
  const key = evidenceKey(stack, settings, modules);
  const sealed = lockedBucket(stack, settings, {
    id: 'archive',
    bucketName: archive,
    key,
    bucketKeyEnabled: true,
    reason: 'CloudTrail records every reading and writing of an object, in a bucket that is locked as well.',
  });
  archivePolicy(settings, modules, sealed);
  const to = copyPlaceOf(settings);
  if (to !== undefined) archiveCopier(stack, settings, { bucket: sealed, key, to });
  freshBucket(stack, settings, key, modules);
  athena(stack, settings, rowsBucket(stack, settings, key), key);
  const records = lockedBucket(stack, settings, {
    id: 'witness',
    bucketName: witness,
    key,
    bucketKeyEnabled: false,
    reason: 'It is the bucket of records about use; its own digests show what is missing from it.',
  });
  witnessPolicy(settings, records);
  if (auditAccountOf(settings) !== settings.account) {
    const trail = cloudTrail(stack, settings, auditSelectors(settings));
    trail.node.addDependency(records.policy ?? records);
  }
  return stack;
}

function evidenceKey(stack: Stack, settings: DeploymentSettings, modules: readonly Module[]): Key {
  const key = customerKey(stack, settings, 'archive', 'The archive of the access log and the records of AWS');
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'FunctionsPutIntoTheArchive',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:s3:arn': bucketArn(bucketNames(settings).archive),
          'kms:ViaService': `s3.${settings.region}.${stack.urlSuffix}`,
        },
      },
    }),
  );
  const { archive, fresh, rows } = bucketNames(settings);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TheSealerReadsAndPuts',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'aws:PrincipalArn': roleArn(settings, SEALER) },
        StringEquals: {
          'kms:EncryptionContext:aws:s3:arn': [archive, fresh, rows].map(bucketArn),
          'kms:ViaService': `s3.${settings.region}.${stack.urlSuffix}`,
        },
      },
    }),
  );
  for (const statement of proversOpen(settings, modules, stack.urlSuffix)) {
    key.addToResourcePolicy(statement);
  }
  key.addToResourcePolicy(judgeOpens(settings, stack.urlSuffix));
  for (const statement of cosignerOpens(settings, stack.urlSuffix)) key.addToResourcePolicy(statement);
  witnessKeyStatements(settings, stack.urlSuffix).forEach((statement) => key.addToResourcePolicy(statement));
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'CloudTrailEncrypts',
      principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
      actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceArn': trailArns(settings) } },
    }),
  );
  return key;
}

/** Security decision 20: only functions put, only where nothing stands, and only into their folders. */
function archivePolicy(settings: DeploymentSettings, modules: readonly Module[], archive: Bucket): void {
  const functions = { 'aws:PrincipalArn': roleArn(settings, '*') };
  const puts = { actions: ['s3:PutObject'], resources: [archive.arnForObjects('*')] };
  const theSealer = { ArnEquals: { 'aws:PrincipalArn': roleArn(settings, SEALER) } };
  const theReconciler = { ArnEquals: { 'aws:PrincipalArn': roleArn(settings, RECONCILER) } };
  const deny = { effect: Effect.DENY, principals: [new AnyPrincipal()], actions: puts.actions };
  for (const statement of [
    new PolicyStatement({
      sid: 'FunctionsPut',
      principals: [new AccountPrincipal(settings.account)],
      actions: puts.actions,
      resources: FOLDERS.map((folder) => archive.arnForObjects(`${folder}/*`)),
      conditions: { ArnLike: functions },
    }),
    new PolicyStatement({
      sid: 'TheSealerSeals',
      principals: [new AccountPrincipal(settings.account)],
      actions: puts.actions,
      resources: [archive.arnForObjects('log/*')],
      conditions: theSealer,
    }),
    new PolicyStatement({
      sid: 'TheSealerReads',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:GetObject'],
      resources: [archive.arnForObjects('log/*'), archive.arnForObjects('intake/*')],
      conditions: theSealer,
    }),
    new PolicyStatement({
      sid: 'TheSealerLooks',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:ListBucket'],
      resources: [archive.bucketArn],
      conditions: theSealer,
    }),
    ...proversRead(settings, modules, bucketNames(settings).archive),
    new PolicyStatement({
      sid: 'TheReconcilerReads',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:GetObject'],
      resources: [archive.arnForObjects('intake/*')],
      conditions: theReconciler,
    }),
    new PolicyStatement({
      sid: 'TheReconcilerLooks',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:ListBucket'],
      resources: [archive.bucketArn],
      conditions: theReconciler,
    }),
    new PolicyStatement({
      sid: 'TheReconcilerAsksForVersions',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['s3:ListBucketVersions'],
      resources: [archive.bucketArn],
      conditions: theReconciler,
    }),
    ...planterPolicy(settings, archive),
    ...cosignerPolicy(settings, archive, 'archive'),
    new PolicyStatement({ sid: 'NobodyElsePuts', ...deny, ...puts, conditions: { ArnNotLike: functions } }),
    new PolicyStatement({
      sid: 'NothingIsReplaced',
      ...deny,
      // What is planted is to be found as a second version, and lies in a folder of its own.
      notResources: [archive.arnForObjects('planted/*')],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  ]) {
    archive.addToResourcePolicy(statement);
  }
}
