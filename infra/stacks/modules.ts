import { type App, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Module } from '../../shared/http/module.ts';
import { type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { pathsOf } from '../constructs/door.ts';
import { functionEnvironment } from '../constructs/function-environment.ts';
import { archiveStatements, dataStatements, libraryStatements } from '../constructs/module-statements.ts';
import { sointuFunction } from '../constructs/sointu-function.ts';
import type { Api } from './api.ts';
import type { Records } from './records.ts';

/** The gateway gives up after 29 seconds; a function that runs longer works for nobody. */
const MODULE_SECONDS = 28;

/**
 * The function of each module that answers requests, its roles, and the permission for its door to call it. Nothing here
 * holds anything: users, the address of a door and logs stand in the stack of the doors, which is made before
 * (docs/decisions/0139).
 */
export function modulesStack(
  app: App,
  deployment: Deployment,
  beside: Records & { api: Api },
  modules: readonly Module[],
): Stack {
  const { settings } = deployment;
  const stack = new Stack(app, `${prefixOf(settings)}-modules`, {
    ...mainEnv(settings),
    description: 'Sointu: a function for each module.',
    terminationProtection: settings.production,
  });
  stack.addStackDependency(beside.api.stack);
  for (const module of modules) moduleFunction(stack, deployment, beside, module);
  return stack;
}

function moduleFunction(
  stack: Stack,
  deployment: Deployment,
  { keys, network, api: { stack: logStands, doors } }: Records & { api: Api },
  module: Module,
): void {
  const { settings } = deployment;
  const { name, title, audience, grants } = module;
  const { api, signIn } = doors[audience];
  const { pool, scope, clients } = signIn;
  const { allowedOrigins } = settings[audience];
  const behind = sointuFunction(stack, deployment, {
    name,
    description: title,
    kind: 'module',
    environment: functionEnvironment(settings, {
      door: { issuer: pool.userPoolProviderUrl, scope, clients, allowedOrigins },
      grants,
    }),
    data: dataStatements(settings, grants, keys),
    statements: [...archiveStatements(settings, 'intake'), ...libraryStatements(settings, grants, keys)],
    timeoutSeconds: MODULE_SECONDS,
    logKey: keys.logs,
    logStands,
    network,
  });
  behind.addPermission(`${audience}-door`, {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: api.arnForExecuteApi('*', pathsOf(module), settings.stage),
  });
}
