import { type App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnAccount, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Module, ModuleGrants } from '../../shared/http/module.ts';
import { arn, type Deployment, mainEnv, prefixOf, roleNameOf } from '../constructs/deployment.ts';
import { door } from '../constructs/door.ts';
import type { CarriedLog, DoorWitness } from '../constructs/door-witness.ts';
import { firewall } from '../constructs/firewall.ts';
import { functionEnvironment } from '../constructs/function-environment.ts';
import { functionNamesIn } from '../constructs/function-names.ts';
import { inlinePolicy, WideStatement } from '../constructs/inline-policy.ts';
import { archiveStatements, dataStatements } from '../constructs/module-statements.ts';
import { boundaryOf } from '../constructs/region-boundary.ts';
import { sointuFunction } from '../constructs/sointu-function.ts';
import { type SignIn, userPool } from '../constructs/user-pool.ts';
import { citizensProvider, type DeploymentSettings, hasPasswords } from '../settings.ts';
import type { Records } from './records.ts';

/** What other stacks need of the doors: where each leads in, the pool of officials where any has a password, and what runs. */
export type Api = {
  stack: Stack;
  doors: Record<DoorName, { api: RestApi; signIn: SignIn }>;
  staffPool: IUserPool | undefined;
  functions: readonly string[];
  /** To be carried where nobody can change them. */
  logs: readonly CarriedLog[];
};

type DoorName = Module['audience'];

/** Two doors, apart in everything: officials and citizens have each their own users, tokens, limits and modules. */
export function apiStack(
  app: App,
  deployment: Deployment,
  records: Records,
  modules: readonly Module[],
): Api {
  const { settings } = deployment;
  const stack = new Stack(app, `${prefixOf(settings)}-api`, {
    ...mainEnv(settings),
    description: 'Sointu: the doors for officials and citizens, and their sign-in.',
    terminationProtection: settings.production,
  });
  const mayLog = gatewayMayLog(stack, settings);
  const logs: CarriedLog[] = [];
  const witness: DoorWitness = (what, log) => void logs.push({ what, log });
  const made = (name: DoorName): Api['doors'][DoorName] => {
    const limits = settings[name];
    const signIn = userPool(stack, settings, {
      door: name,
      signIn: limits.signIn,
      sessionHours: limits.sessionHours,
      tokenClaims: tokenClaims(stack, deployment, records, name),
      preAuthentication: hasPasswords(limits.signIn)
        ? preAuthentication(stack, deployment, records, name)
        : undefined,
      identify:
        name === 'citizens' && limits.signIn.kind === 'federated'
          ? identifyCitizen(stack, deployment, records, limits.signIn.provider)
          : undefined,
      logKey: records.keys.logs,
      witness,
    });
    const { api, addModule } = door(stack, settings, {
      door: name,
      limits,
      signIn,
      logKey: records.keys.logs,
      witness,
      ...(name === 'staff' ? { allowedNetworks: settings.staff.allowedNetworks } : {}),
    });
    api.deploymentStage.node.addDependency(mayLog);
    firewall(stack, settings, {
      door: name,
      stageArn: api.deploymentStage.stageArn,
      requestsPerToken: limits.requestsPerToken,
      requestsPerAddress: limits.requestsPerAddress,
      logKey: records.keys.logs,
    });
    modules.filter(({ audience }) => audience === name).forEach(addModule);
    new CfnOutput(stack, `${name}-address`, { value: api.url });
    new CfnOutput(stack, `${name}-issuer`, { value: signIn.pool.userPoolProviderUrl });
    return { api, signIn };
  };
  const doors = { staff: made('staff'), citizens: made('citizens') };
  const staffPool = hasPasswords(settings.staff.signIn) ? doors.staff.signIn.pool : undefined;
  return { stack, doors, staffPool, functions: functionNamesIn(stack, settings), logs };
}

/** Run by the pool before each token. It reads nothing and may do nothing. */
function tokenClaims(
  stack: Stack,
  deployment: Deployment,
  { keys, network }: Records,
  name: DoorName,
): LambdaFunction {
  const { signIn } = deployment.settings[name];
  return sointuFunction(stack, deployment, {
    name: `token-claims-${name}`,
    code: 'token-claims',
    description: `How a session of ${name} was authenticated; without a method there is no token`,
    kind: 'carrier',
    environment: {
      ...(name === 'citizens' ? { SOINTU_DOOR: name } : {}),
      SOINTU_SIGN_IN: signIn.kind,
      ...(signIn.kind === 'native'
        ? {}
        : {
            SOINTU_METHODS: signIn.methods.join(','),
            SOINTU_PASSWORD_SECOND: String(signIn.passwordSecond),
          }),
    },
    data: [],
    statements: [],
    // The pool waits no longer.
    timeoutSeconds: 5,
    logKey: keys.logs,
    network,
  });
}

/** What tying a subject to a client needs, and nothing more: look-ups by the keyed hash of a code, and the line of it. */
const TIES: ModuleGrants = { records: 'write', keys: 'read', trail: 'put', clientKey: [] };

/** Run by the citizens' pool when somebody was identified: the code goes in, and a subject comes out. */
function identifyCitizen(
  stack: Stack,
  deployment: Deployment,
  { keys, network }: Records,
  provider: { name: string; methodClaim: string },
): LambdaFunction {
  const { settings } = deployment;
  const providers = settings.controllers.map(({ id }) => [citizensProvider(provider, id), id]);
  return sointuFunction(stack, deployment, {
    name: 'identify-citizen',
    description: 'Puts a subject that says nothing in the place of the identity code of whom was identified',
    kind: 'carrier',
    environment: {
      ...functionEnvironment(settings),
      SOINTU_PROVIDERS: JSON.stringify(Object.fromEntries(providers)),
      SOINTU_CODE_CLAIM: settings.citizens.codeClaim,
      SOINTU_METHOD_CLAIM: provider.methodClaim,
    },
    data: dataStatements(settings, TIES, keys),
    statements: archiveStatements(settings, 'intake'),
    // The pool waits no longer.
    timeoutSeconds: 5,
    logKey: keys.logs,
    network,
  });
}

/** Run by the pool before it looks at a password. It reads nothing and may do nothing. */
const preAuthentication = (
  stack: Stack,
  deployment: Deployment,
  { keys, network }: Records,
  name: DoorName,
): LambdaFunction =>
  sointuFunction(stack, deployment, {
    name: `pre-authentication-${name}`,
    code: 'pre-authentication',
    description: `Refuses passwords of ${name} that are over their age`,
    kind: 'carrier',
    environment: {},
    data: [],
    statements: [],
    // The pool waits no longer.
    timeoutSeconds: 5,
    logKey: keys.logs,
    network,
  });

/** The gateway writes its logs under one role for the whole account and region. */
function gatewayMayLog(stack: Stack, settings: DeploymentSettings): CfnAccount {
  const role = new Role(stack, 'gateway-log-role', {
    roleName: roleNameOf(settings, 'gateway-log'),
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    permissionsBoundary: boundaryOf(stack, settings, 'gateway-log'),
  });
  const policy = inlinePolicy(stack, 'gateway-log', role, [
    new WideStatement(
      'One role serves every gateway of the account; the gateway asks for all groups by itself.',
      {
        actions: [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
          'logs:GetLogEvents',
          'logs:FilterLogEvents',
        ],
        resources: [arn(settings, 'logs', '*')],
      },
    ),
  ]);
  const account = new CfnAccount(stack, 'gateway-account', { cloudWatchRoleArn: role.roleArn });
  // Another stage's gateway in the same account needs it still.
  account.applyRemovalPolicy(RemovalPolicy.RETAIN);
  account.node.addDependency(policy);
  return account;
}
