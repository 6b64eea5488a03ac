import { type App, Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Module, Schedule } from '../../shared/http/module.ts';
import { consumerFunction } from '../constructs/consumer-function.ts';
import { busNameOf, type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { functionEnvironment } from '../constructs/function-environment.ts';
import { inboxFunction } from '../constructs/inbox-function.ts';
import { dataStatements, libraryStatements } from '../constructs/module-statements.ts';
import { giveUpStatements } from '../constructs/queues.ts';
import { schedule } from '../constructs/schedule.ts';
import { sointuFunction } from '../constructs/sointu-function.ts';
import type { Api } from './api.ts';
import type { Records } from './records.ts';
import type { Work } from './work.ts';

type Beside = Records & Pick<Api, 'staffPool'> & { work: Work };

/**
 * What works for a module beside its requests: who hears news, who takes in files, what runs by the clock. Nothing
 * here holds anything: queues and logs stand in the stack of work, which is made before (docs/decisions/0139).
 */
export function runsStack(
  app: App,
  deployment: Deployment,
  beside: Beside,
  modules: readonly Module[],
): Stack {
  const { settings } = deployment;
  const { work } = beside;
  const stack = new Stack(app, `${prefixOf(settings)}-runs`, {
    ...mainEnv(settings),
    description: 'Sointu: consumers of events and scheduled runs, a function for each.',
    terminationProtection: settings.production,
  });
  stack.addStackDependency(work.stack);
  for (const { name, consumers, inbox, schedules = [] } of modules) {
    for (const consumer of consumers) consumerFunction(stack, deployment, beside, work, name, consumer);
    if (inbox !== undefined) inboxFunction(stack, deployment, beside, work, name, inbox);
    for (const entry of schedules) scheduledRun(stack, deployment, beside, name, entry);
  }
  return stack;
}

/** One entry of a manifest's schedules: its function, and the schedules that start it. */
function scheduledRun(
  stack: Stack,
  deployment: Deployment,
  records: Beside,
  module: string,
  { file, starts, timeoutSeconds, grants }: Schedule,
): void {
  const { settings } = deployment;
  const name = `${module}-${file}`;
  const dataKey = records.keys.data;
  const pool = grants.directory === undefined ? undefined : records.staffPool;
  const run = sointuFunction(stack, deployment, {
    name,
    description: `Scheduled run of ${module}`,
    kind: 'carrier',
    timeoutSeconds,
    environment: {
      ...functionEnvironment(settings, { bus: busNameOf(settings), grants }),
      ...(pool === undefined ? {} : { SOINTU_POOL: pool.userPoolId }),
    },
    data: dataStatements(settings, grants, records.keys),
    statements: [
      ...giveUpStatements(settings, name, dataKey),
      ...(pool === undefined ? [] : [passwordStatement(pool)]),
      ...libraryStatements(settings, grants, records.keys),
    ],
    logKey: records.keys.logs,
    logStands: records.work.stack,
    network: records.network,
  });
  schedule(stack, settings, prefixOf(settings), {
    name,
    starts,
    run,
    dataKey,
    queueStands: records.work.stack,
  });
}

/** To see how old passwords are and to put others in their place. */
const passwordStatement = ({ userPoolArn }: IUserPool): PolicyStatement =>
  new PolicyStatement({
    actions: [
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminSetUserPassword',
    ],
    resources: [userPoolArn],
  });
