import { Aws } from 'aws-cdk-lib';
import type { DeploymentSettings } from '../settings.ts';
import { arn, auditAccountOf } from './deployment.ts';
import { WideStatement } from './inline-policy.ts';

/**
 * The key of the evidence, used through S3 and for these buckets only. It may be another account's, and has no name
 * beforehand.
 * @param how `StringLike` where the context is an object of the bucket: one without a bucket key.
 */
export function byEvidenceKey(
  settings: DeploymentSettings,
  actions: string[],
  buckets: string | string[],
  how: 'StringEquals' | 'StringLike' = 'StringEquals',
): WideStatement {
  const context = { 'kms:EncryptionContext:aws:s3:arn': buckets };
  const via = { 'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}` };
  return new WideStatement(
    'The archive’s key is another account’s, without a name here: bound to its buckets instead.',
    {
      actions,
      resources: [arn({ ...settings, account: auditAccountOf(settings) }, 'kms', 'key/*')],
      conditions:
        how === 'StringEquals'
          ? { StringEquals: { ...context, ...via } }
          : { StringLike: context, StringEquals: via },
    },
  );
}
