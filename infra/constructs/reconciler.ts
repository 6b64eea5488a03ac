import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ModuleGrants } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { bucketArn, bucketNames, type Deployment } from './deployment.ts';
import { DOOR_FOLDERS } from './door-witness.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { functionEnvironment } from './function-environment.ts';
import { WideStatement } from './inline-policy.ts';
import { lateRun } from './late-run.ts';
import { dataStatements } from './module-statements.ts';
import { giveUpStatements } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

export const RECONCILER = 'reconciler';

/** It reads lines and writes what it found; it has no key and opens nothing of a client. */
const GRANTS: ModuleGrants = { records: 'write', keys: 'none', trail: 'read', clientKey: [] };

/** Compares the access log with what AWS recorded, each hour. */
export function reconciler(scope: Construct, deployment: Deployment, records: Records): LambdaFunction {
  const { settings } = deployment;
  const made = sointuFunction(scope, deployment, {
    name: RECONCILER,
    description: 'Compares the access log with CloudTrail and the logs of the doors',
    kind: 'carrier',
    timeoutSeconds: 900,
    environment: {
      ...functionEnvironment(settings),
      SOINTU_WITNESS: bucketNames(settings).witness,
      SOINTU_WITNESS_PLACES: JSON.stringify({
        cloudTrail: `AWSLogs/${settings.account}/CloudTrail/${settings.region}`,
        doors: DOOR_FOLDERS,
      }),
      // Written by hand: an ARN not yet known can be no key of an object that CDK writes out.
      SOINTU_CLIENT_KEYS: `{${[...records.keys.client].map(([id, { keyArn }]) => `"${keyArn}":"${id}"`).join(',')}}`,
    },
    data: dataStatements(settings, GRANTS, records.keys),
    statements: [...readStatements(settings), ...giveUpStatements(settings, RECONCILER, records.keys.data)],
    logKey: records.keys.logs,
    network: records.network,
  });
  lateRun(scope, settings, {
    kind: 'reconciling-late',
    subject: RECONCILER,
    run: made,
    period: Duration.hours(1),
    periods: 3,
  });
  return made;
}

function readStatements(settings: DeploymentSettings): PolicyStatement[] {
  const { archive, witness } = bucketNames(settings);
  const [locked, witnesses] = [bucketArn(archive), bucketArn(witness)];
  return [
    new WideStatement('Records of AWS, and lines that the trail refused, have names of their own.', {
      actions: ['s3:GetObject'],
      resources: [`${witnesses}/*`, `${locked}/intake/*`],
    }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [locked, witnesses] }),
    new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [locked] }),
    // The witness bucket has no bucket key: there, the context is the object.
    byEvidenceKey(settings, ['kms:Decrypt'], [locked, `${witnesses}/*`], 'StringLike'),
  ];
}
