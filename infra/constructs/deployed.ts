import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ModuleGrants } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { TABLE_NAMES } from '../table.ts';
import {
  arn,
  auditAccountOf,
  bucketArn,
  bucketNames,
  type Deployment,
  functionNameOf,
  tableArn,
} from './deployment.ts';
import { functionEnvironment } from './function-environment.ts';
import { WideStatement } from './inline-policy.ts';
import { dataStatements } from './module-statements.ts';
import { giveUpStatements } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

export const DEPLOYED = 'deployed';

/** It records what it read; it has no key and opens nothing. */
const GRANTS: ModuleGrants = { records: 'write', keys: 'none', trail: 'put', clientKey: [] };

/**
 * Records each day which code runs and which policies hold (security decision 23). A bucket and a key of another account
 * tell their policies there only: those of the evidence are read where the evidence lies in this account.
 */
export function deployed(scope: Construct, deployment: Deployment, records: Records): LambdaFunction {
  const { settings } = deployment;
  const { keys } = records;
  const guarded = {
    ...Object.fromEntries([...keys.client].map(([id, key]) => [`client-${id}`, key.keyArn])),
    data: keys.data.keyArn,
    logs: keys.logs.keyArn,
    list: keys.list.keyArn,
    lookup: keys.lookup.keyArn,
    controller: keys.controller.keyArn,
    signing: keys.signing.keyArn,
  };
  const buckets = bucketsOf(settings);
  return sointuFunction(scope, deployment, {
    name: DEPLOYED,
    description: 'Records which code runs and which policies hold',
    kind: 'carrier',
    timeoutSeconds: 300,
    environment: {
      ...functionEnvironment(settings),
      SOINTU_PARTS: JSON.stringify({
        keys: guarded,
        buckets,
        tables: Object.fromEntries(TABLE_NAMES.map((name) => [name, tableArn(settings, name)])),
      }),
    },
    data: dataStatements(settings, GRANTS, keys),
    statements: [
      new WideStatement(
        'It asks of every function of the deployment, and their names begin so. One by one they fill the policies of a role.',
        {
          actions: ['lambda:GetFunctionConfiguration'],
          resources: [arn(settings, 'lambda', `function:${functionNameOf(settings, '*')}`)],
        },
      ),
      new PolicyStatement({ actions: ['kms:GetKeyPolicy'], resources: Object.values(guarded) }),
      new PolicyStatement({
        actions: ['s3:GetBucketPolicy'],
        resources: Object.values(buckets).map(bucketArn),
      }),
      new PolicyStatement({
        actions: ['dynamodb:GetResourcePolicy'],
        resources: TABLE_NAMES.map((name) => tableArn(settings, name)),
      }),
      ...giveUpStatements(settings, DEPLOYED, keys.data),
    ],
    logKey: keys.logs,
    network: records.network,
  });
}

function bucketsOf(settings: DeploymentSettings): Record<string, string> {
  const {
    documents,
    exports: editions,
    inbox,
    library,
    transfers,
    archive,
    fresh,
    rows,
    witness,
  } = bucketNames(settings);
  const own = { documents, exports: editions, inbox, library, transfers };
  return auditAccountOf(settings) === settings.account ? { ...own, archive, fresh, rows, witness } : own;
}
