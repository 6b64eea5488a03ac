import { Duration } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { bucketArn, bucketNames, type Deployment, roleArn } from './deployment.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { functionEnvironment } from './function-environment.ts';
import { WideStatement } from './inline-policy.ts';
import { giveUpStatements } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

export const COSIGNER = 'cosigner';

/** Checkpoints and tiles of hashes: `tile/?/` leaves the entries out, and no batch of lines is among them. */
const hashesIn = (bucket: string): string[] => [
  `${bucket}/log/*/checkpoint`,
  `${bucket}/log/*/checkpoints/*`,
  `${bucket}/log/*/cosigned/*`,
  `${bucket}/log/*/tile/?/*`,
];
const cosignedIn = (bucket: string): string => `${bucket}/log/*/cosigned/*`;

/**
 * Asks other authorities to cosign. The one function outside the network without a way out (security decision 29): it
 * has no data role and no key of ours, and all that it can read are hashes.
 */
export function cosigner(scope: Construct, deployment: Deployment, { keys }: Records): LambdaFunction {
  const { settings } = deployment;
  const { archive, fresh } = bucketNames(settings);
  const [locked, overtaken] = [bucketArn(archive), bucketArn(fresh)];
  return sointuFunction(scope, deployment, {
    name: COSIGNER,
    description: 'Asks other authorities to cosign the hourly checkpoints',
    kind: 'carrier',
    timeoutSeconds: Duration.minutes(5).toSeconds(),
    environment: {
      ...functionEnvironment(settings),
      SOINTU_FRESH: fresh,
      SOINTU_COSIGNERS: JSON.stringify(settings.cosigners),
    },
    data: [],
    statements: [
      new WideStatement('Checkpoints and tiles are named as the log grows.', {
        actions: ['s3:GetObject'],
        resources: [...hashesIn(locked), ...hashesIn(overtaken)],
      }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [locked, overtaken] }),
      new WideStatement('What was cosigned is named by witness and hour.', {
        actions: ['s3:PutObject'],
        resources: [cosignedIn(locked)],
      }),
      byEvidenceKey(settings, ['kms:Decrypt', 'kms:GenerateDataKey'], [locked, overtaken]),
      ...giveUpStatements(settings, COSIGNER, keys.data),
    ],
    logKey: keys.logs,
    network: undefined,
  });
}

const isCosigner = (settings: DeploymentSettings) => ({
  ArnEquals: { 'aws:PrincipalArn': roleArn(settings, COSIGNER) },
});

/** On either bucket: it reads hashes; of the archive it puts what was cosigned, and nothing else. */
export function cosignerPolicy(
  settings: DeploymentSettings,
  bucket: Bucket,
  which: 'archive' | 'fresh',
): PolicyStatement[] {
  if (settings.cosigners.length === 0) return [];
  const principals = [new AccountPrincipal(settings.account)];
  const conditions = isCosigner(settings);
  return [
    new PolicyStatement({
      sid: 'TheCosignerReads',
      principals,
      actions: ['s3:GetObject'],
      resources: hashesIn(bucket.bucketArn),
      conditions,
    }),
    new PolicyStatement({
      sid: 'TheCosignerLooks',
      principals,
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions,
    }),
    ...(which === 'fresh'
      ? []
      : [
          new PolicyStatement({
            sid: 'TheCosignerPuts',
            principals,
            actions: ['s3:PutObject'],
            resources: [cosignedIn(bucket.bucketArn)],
            conditions,
          }),
          new PolicyStatement({
            sid: 'TheCosignerOnlyCosigns',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:PutObject'],
            notResources: [cosignedIn(bucket.bucketArn)],
            conditions,
          }),
        ]),
  ];
}

/** On the key of the evidence: it opens hashes, and encrypts what was cosigned. */
export const cosignerOpens = (settings: DeploymentSettings, urlSuffix: string): PolicyStatement[] =>
  settings.cosigners.length === 0
    ? []
    : [
        new PolicyStatement({
          sid: 'TheCosignerOpens',
          principals: [new AccountPrincipal(settings.account)],
          actions: ['kms:Decrypt'],
          resources: ['*'],
          conditions: {
            ...isCosigner(settings),
            StringEquals: {
              'kms:EncryptionContext:aws:s3:arn': [
                bucketArn(bucketNames(settings).archive),
                bucketArn(bucketNames(settings).fresh),
              ],
              'kms:ViaService': `s3.${settings.region}.${urlSuffix}`,
            },
          },
        }),
      ];
