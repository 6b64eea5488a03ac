import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { InboxTaker } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import type { Work } from '../stacks/work.ts';
import { bucketNames, type Deployment } from './deployment.ts';
import { functionEnvironment } from './function-environment.ts';
import { hear } from './hear.ts';
import { dataStatements } from './module-statements.ts';
import { deadLetters, queueArnOf, takeStatements, workQueue } from './queues.ts';
import { sointuFunction } from './sointu-function.ts';

/** Files at the same time: each is held whole in memory. */
const AT_ONCE = 5;

/** That a file lies in the inbox; or, where a scanner is configured, that it has said what it found in it. */
function newsOfArrival(settings: DeploymentSettings): Record<string, unknown> {
  const { inbox } = bucketNames(settings);
  return settings.malwareScan === 'none'
    ? { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { bucket: { name: [inbox] } } }
    : {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [inbox] } },
      };
}

/** Who takes in what was posted to the inbox: its function, and beside the bus the rule, its queue and its dead letters. */
export function inboxFunction(
  scope: Construct,
  deployment: Deployment,
  records: Records,
  { stack }: Pick<Work, 'stack'>,
  module: string,
  { file, timeoutSeconds, grants }: InboxTaker,
): void {
  const { settings } = deployment;
  const name = `${module}-${file}`;
  const key = records.keys.data;
  const dead = deadLetters(stack, settings, { name, key, kind: 'dead-letters' });
  const queue = workQueue(stack, settings, { name, key, dead, timeoutSeconds });
  hear(stack, deployment, { bus: undefined, pattern: newsOfArrival(settings), name, queue, dead });
  const target = sointuFunction(scope, deployment, {
    name,
    description: `Takes in files for ${module}`,
    kind: 'consumer',
    timeoutSeconds,
    environment: functionEnvironment(settings, { grants }),
    data: dataStatements(settings, grants, records.keys),
    statements: takeStatements(settings, name, key),
    logKey: records.keys.logs,
    logStands: stack,
    network: records.network,
  });
  new EventSourceMapping(scope, `${name}-from-queue`, {
    target,
    eventSourceArn: queueArnOf(settings, name),
    batchSize: 1,
    reportBatchItemFailures: true,
    maxConcurrency: Math.max(2, Math.min(AT_ONCE, settings.concurrency?.consumer ?? AT_ONCE)),
  });
}
