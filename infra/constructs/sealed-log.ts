import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Module, ModuleGrants } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import { dataRoleArn } from './data-role.ts';
import { bucketArn, bucketNames, roleArn } from './deployment.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { WideStatement } from './inline-policy.ts';

const THE_CONTROLLER = '${aws:PrincipalTag/controller}';

const viaS3 = (settings: DeploymentSettings, suffix: string) => {
  const { archive, fresh } = bucketNames(settings);
  return {
    'kms:EncryptionContext:aws:s3:arn': [bucketArn(archive), bucketArn(fresh)],
    'kms:ViaService': `s3.${settings.region}.${suffix}`,
  };
};

/** What a function that proves lines may read: what was sealed of its session's controller, and nothing besides. */
export function sealedLogStatements(
  settings: DeploymentSettings,
  { sealedLog }: ModuleGrants,
): PolicyStatement[] {
  if (sealedLog === undefined) return [];
  const { archive, fresh } = bucketNames(settings);
  const own = `log/${settings.credentialsPerController ? THE_CONTROLLER : '*'}`;
  const buckets = [bucketArn(archive), bucketArn(fresh)];
  return [
    new WideStatement('Tiles, batches and the newest checkpoint are named as the log grows.', {
      actions: ['s3:GetObject'],
      resources: buckets.map((bucket) => `${bucket}/${own}/*`),
    }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: buckets,
      conditions: { StringLike: { 's3:prefix': `${own}/*` } },
    }),
    byEvidenceKey(settings, ['kms:Decrypt'], buckets),
  ];
}

/** The roles of the functions that prove lines, as the buckets and the key of the evidence know them. */
function proverRoles(settings: DeploymentSettings, modules: readonly Module[]): string[] {
  const roleOf = settings.credentialsPerController ? dataRoleArn : roleArn;
  return modules
    .flatMap(({ name, grants, schedules = [] }) => [
      { name, grants },
      ...schedules.map((run) => ({ name: `${name}-${run.file}`, grants: run.grants })),
    ])
    .filter(({ grants }) => grants.sealedLog !== undefined)
    .map(({ name }) => roleOf(settings, name));
}

/** On either bucket: who proves lines reads what was sealed. Nothing where nobody does. */
export function proversRead(
  settings: DeploymentSettings,
  modules: readonly Module[],
  bucket: string,
): PolicyStatement[] {
  const roles = proverRoles(settings, modules);
  if (roles.length === 0) return [];
  const principals = [new AccountPrincipal(settings.account)];
  const conditions = { ArnEquals: { 'aws:PrincipalArn': roles } };
  return [
    new PolicyStatement({
      sid: 'WhoProvesLinesReads',
      principals,
      actions: ['s3:GetObject'],
      resources: [`${bucketArn(bucket)}/log/*`],
      conditions,
    }),
    new PolicyStatement({
      sid: 'WhoProvesLinesLooks',
      principals,
      actions: ['s3:ListBucket'],
      resources: [bucketArn(bucket)],
      conditions,
    }),
  ];
}

/** On the key of the evidence: who proves lines opens what was sealed. */
export function proversOpen(
  settings: DeploymentSettings,
  modules: readonly Module[],
  suffix: string,
): PolicyStatement[] {
  const roles = proverRoles(settings, modules);
  if (roles.length === 0) return [];
  return [
    new PolicyStatement({
      sid: 'WhoProvesLinesOpens',
      principals: [new AccountPrincipal(settings.account)],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'aws:PrincipalArn': roles },
        StringEquals: viaS3(settings, suffix),
      },
    }),
  ];
}
