import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ModuleGrants } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { bucketArn, bucketNames, type Deployment } from './deployment.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { functionEnvironment } from './function-environment.ts';
import { WideStatement } from './inline-policy.ts';
import { lateRun } from './late-run.ts';
import { dataStatements } from './module-statements.ts';
import { giveUpStatements } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

export const SEALER = 'sealer';

/** It reads lines and says where they stand; it opens nothing of a client. */
const GRANTS: ModuleGrants = { records: 'none', keys: 'none', trail: 'read', clientKey: [] };

/** Seals the access log each minute. The one function that may sign. */
export function sealer(scope: Construct, deployment: Deployment, records: Records): LambdaFunction {
  const { settings } = deployment;
  const made = sointuFunction(scope, deployment, {
    name: SEALER,
    description: 'Seals the access log: trees, checkpoints, the archive',
    kind: 'carrier',
    timeoutSeconds: 900,
    environment: {
      ...functionEnvironment(settings),
      SOINTU_FRESH: bucketNames(settings).fresh,
      SOINTU_ROWS: bucketNames(settings).rows,
    },
    data: dataStatements(settings, GRANTS, records.keys),
    statements: [
      ...storeStatements(settings),
      new PolicyStatement({
        actions: ['kms:Sign', 'kms:GetPublicKey'],
        resources: [records.keys.signing.keyArn],
      }),
      ...giveUpStatements(settings, SEALER, records.keys.data),
    ],
    logKey: records.keys.logs,
    network: records.network,
  });
  lateRun(scope, settings, {
    kind: 'sealing-late',
    subject: SEALER,
    run: made,
    period: Duration.minutes(5),
    periods: 3,
  });
  return made;
}

function storeStatements(settings: DeploymentSettings): PolicyStatement[] {
  const { archive, fresh, rows } = bucketNames(settings);
  const [locked, overtaken, derived] = [bucketArn(archive), bucketArn(fresh), bucketArn(rows)];
  return [
    new WideStatement('Tiles, bundles and batches are named as the log grows.', {
      actions: ['s3:PutObject'],
      resources: [`${locked}/log/*`],
    }),
    new WideStatement('What was sealed, and lines that the trail refused, have names of their own.', {
      actions: ['s3:GetObject'],
      resources: [`${locked}/log/*`, `${locked}/intake/*`],
    }),
    // Without it S3 would say «denied» of what is not there.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [locked, overtaken, derived] }),
    new WideStatement('What is overtaken within minutes is named as the log grows.', {
      actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
      resources: [`${overtaken}/log/*`],
    }),
    new WideStatement('Rows for SQL are named by controller, day and index.', {
      actions: ['s3:PutObject', 's3:GetObject'],
      resources: [`${derived}/rows/*`, `${derived}/derived/*`],
    }),
    byEvidenceKey(settings, ['kms:GenerateDataKey', 'kms:Decrypt'], [locked, overtaken, derived]),
  ];
}
