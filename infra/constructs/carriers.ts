import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import type { Records } from '../stacks/records.ts';
import { busArn, busNameOf, type Deployment, tableArn } from './deployment.ts';
import { functionEnvironment } from './function-environment.ts';
import { archiveStatements, ownPartitions } from './module-statements.ts';
import { giveUpStatements } from './queues.ts';
import { type FunctionPlan, sointuFunction } from './sointu-function.ts';
import { streamReader, streamStatements } from './stream-reader.ts';

const ofOwnPartitions = (
  settings: DeploymentSettings,
  action: string,
  table: 'records' | 'trail',
): PolicyStatement =>
  new PolicyStatement({
    actions: [`dynamodb:${action}`],
    resources: [tableArn(settings, table)],
    conditions: ownPartitions(settings),
  });

const publish = (settings: DeploymentSettings): PolicyStatement =>
  new PolicyStatement({ actions: ['events:PutEvents'], resources: [busArn(settings)] });

/** What all carriers have in common. */
const carrier = (
  { settings }: Deployment,
  { keys, network }: Records,
): Pick<FunctionPlan, 'kind' | 'environment' | 'logKey' | 'network'> => ({
  kind: 'carrier',
  environment: functionEnvironment(settings, { bus: busNameOf(settings) }),
  logKey: keys.logs,
  network,
});

const streamOf = (records: Records, table: 'records' | 'trail'): string => {
  const { tableStreamArn } = records.tables[table];
  if (tableStreamArn === undefined) throw new Error(`The table ${table} has no stream.`);
  return tableStreamArn;
};

/** Only what was put into the outbox; all else that happens to records calls nobody. */
const PUT_INTO_OUTBOX = { eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: ['outbox'] } } } };

/** Carries outgoing events from the records' stream to the bus. */
export function outboxReader(scope: Construct, deployment: Deployment, records: Records): void {
  const { settings } = deployment;
  const name = 'publish-outbox';
  const streamArn = streamOf(records, 'records');
  const reader = sointuFunction(scope, deployment, {
    ...carrier(deployment, records),
    name,
    description: 'Carries outgoing events from the outbox to the bus',
    timeoutSeconds: 60,
    data: [ofOwnPartitions(settings, 'DeleteItem', 'records')],
    statements: [publish(settings), ...streamStatements(settings, streamArn, records.keys.data)],
  });
  streamReader(scope, settings, {
    name,
    streamArn,
    reader,
    filter: PUT_INTO_OUTBOX,
    tries: 5,
    maxAge: Duration.hours(1),
  });
}

/**
 * Writes each client's copy of a line that names several, archives a line that was overwritten, and puts one that came
 * with a time long past where the sealer finds it.
 */
export function trailReader(scope: Construct, deployment: Deployment, records: Records): void {
  const { settings } = deployment;
  const name = 'copy-lines';
  const streamArn = streamOf(records, 'trail');
  const reader = sointuFunction(scope, deployment, {
    ...carrier(deployment, records),
    name,
    description: 'Copies lines of the access log to each client named; archives what was overwritten',
    timeoutSeconds: 60,
    data: [ofOwnPartitions(settings, 'PutItem', 'trail')],
    statements: [
      ...archiveStatements(settings, 'overwritten', 'intake'),
      ...streamStatements(settings, streamArn, records.keys.data),
    ],
  });
  // No filter: a change and a removal of a line are what must not go unseen.
  streamReader(scope, settings, { name, streamArn, reader, tries: 50, maxAge: Duration.hours(6) });
}

/** Sends what the stream should have carried and did not. */
export function outboxSweeper(scope: Construct, deployment: Deployment, records: Records): LambdaFunction {
  const { settings } = deployment;
  const name = 'sweep-outbox';
  return sointuFunction(scope, deployment, {
    ...carrier(deployment, records),
    name,
    description: 'Sends outgoing events that still lie in the outbox',
    // Every five minutes it takes seconds; an operator may ask for the whole week of the outbox.
    timeoutSeconds: 900,
    data: [ofOwnPartitions(settings, 'Query', 'records'), ofOwnPartitions(settings, 'DeleteItem', 'records')],
    statements: [publish(settings), ...giveUpStatements(settings, name, records.keys.data)],
  });
}
