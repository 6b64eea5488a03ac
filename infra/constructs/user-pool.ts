import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnLogDeliveryConfiguration,
  CfnManagedLoginBranding,
  type CfnManagedLoginBrandingProps,
  CfnUserPool,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolOperation,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ControllerSettings, DeploymentSettings } from '../settings.ts';
import { prefixOf } from './deployment.ts';
import type { DoorWitness } from './door-witness.ts';
import {
  citizensProvidersOf,
  METHOD,
  METHOD_ATTRIBUTE,
  type Providers,
  providersOf,
  type SignInPlan,
  SUBJECT,
  SUBJECT_ATTRIBUTE,
} from './federation.ts';

export type UserPoolPlan = {
  door: 'staff' | 'citizens';
  signIn: SignInPlan;
  sessionHours: number;
  /** Decides at each token, also at a refresh, how the session was authenticated; without that there is none. */
  tokenClaims: LambdaFunction;
  /** Asked before a password is looked at, where anybody has one. */
  preAuthentication: LambdaFunction | undefined;
  /** Puts a subject in the place of the identity code, where citizens are identified. */
  identify: LambdaFunction | undefined;
  logKey: IKey;
  /** Keeps what the pool says of attempts to sign in where nobody can change it. */
  witness: DoorWitness;
};

export type SignIn = {
  pool: UserPool;
  scope: string;
  clients: readonly { clientId: string; controller: string }[];
};

/** A stolen access token opens the door for so long at most. */
const TOKEN_MINUTES = 5;

/**
 * The users of one door. Nobody signs up by themselves; the second factor is required; what a token says of a
 * person is their id, and which controller they come for is said by the app client they came through.
 */
export function userPool(scope: Construct, settings: DeploymentSettings, plan: UserPoolPlan): SignIn {
  const { door, signIn, tokenClaims, preAuthentication, identify } = plan;
  const pool = new UserPool(scope, `${door}-pool`, {
    userPoolName: `${prefixOf(settings)}-${door}`,
    selfSignUpEnabled: false,
    signInAliases: { username: true, preferredUsername: true },
    signInCaseSensitive: false,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.NONE,
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      passwordHistorySize: 12,
      tempPasswordValidity: Duration.days(3),
    },
    customAttributes: {
      [METHOD]: new StringAttribute({ mutable: true, maxLen: 30 }),
      // Days, as the nightly run writes them: since when a password is its owner's own, and its last day.
      password_set: new StringAttribute({ mutable: true, maxLen: 10 }),
      password_until: new StringAttribute({ mutable: true, maxLen: 10 }),
      ...(door === 'citizens' ? { [SUBJECT]: new StringAttribute({ mutable: true, maxLen: 60 }) } : {}),
    },
    // Of the plans that let a trigger write into an access token, the one that also watches for stolen passwords.
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, tokenClaims, LambdaVersion.V2_0);
  if (preAuthentication !== undefined) {
    pool.addTrigger(UserPoolOperation.PRE_AUTHENTICATION, preAuthentication);
  }
  if (identify !== undefined) beforeItKeeps(pool, door, identify);
  signInEvents(scope, settings, plan, pool);
  const domain = pool.addDomain(`${door}-domain`, {
    cognitoDomain: { domainPrefix: `${prefixOf(settings)}-${door}-${settings.account}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const doorScope = new ResourceServerScope({ scopeName: door, scopeDescription: `The door for ${door}` });
  const server = pool.addResourceServer(`${door}-server`, { identifier: 'sointu', scopes: [doorScope] });
  const ofAll = door === 'staff' ? providersOf(scope, door, pool, signIn) : undefined;
  const clients = settings.controllers.map((controller) => {
    const providers = ofAll ?? citizensProvidersOf(scope, pool, signIn, controller.id);
    const client = appClient(
      { pool, plan, providers },
      controller,
      OAuthScope.resourceServer(server, doorScope),
    );
    const look = new CfnManagedLoginBranding(scope, `${door}-look-${controller.id}`, {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      ...looks(signIn),
    });
    look.node.addDependency(domain);
    return { clientId: client.userPoolClientId, controller: controller.id };
  });
  return { pool, scope: scopeOf(server, doorScope), clients };
}

/**
 * The sign-in page as the pool gives it. Where there are two ways in, the button that leads to the card's stands above
 * the fields of a password: the card first, the password second (K-13.15).
 */
const looks = (
  signIn: SignInPlan,
): Pick<CfnManagedLoginBrandingProps, 'settings' | 'useCognitoProvidedValues'> =>
  signIn.kind === 'federated' && signIn.passwordSecond
    ? { settings: { categories: { auth: { authMethodOrder: [CARD_THEN_PASSWORD] } } } }
    : { useCognitoProvidedValues: true };

const CARD_THEN_PASSWORD = [
  { display: 'BUTTON', type: 'FEDERATED' },
  { display: 'INPUT', type: 'USERNAME_PASSWORD' },
];

/** Run before the pool keeps anything of whom another sign-in identified. CDK knows the trigger by its resource alone. */
function beforeItKeeps(pool: UserPool, door: string, identify: LambdaFunction): void {
  const resource = pool.node.defaultChild;
  if (!(resource instanceof CfnUserPool)) throw new Error('The pool is made of another resource.');
  resource.addPropertyOverride('LambdaConfig.InboundFederation', {
    LambdaArn: identify.functionArn,
    LambdaVersion: 'V1_0',
  });
  identify.addPermission(`${door}-identification`, {
    principal: new ServicePrincipal('cognito-idp.amazonaws.com'),
    sourceArn: pool.userPoolArn,
  });
}

/**
 * Kirjautumiset: what the pool itself says of every attempt to sign in, of lock-outs and of the risk it saw. With a
 * sign-in elsewhere that organisation's own log has the attempts; here stands that it let somebody in.
 */
function signInEvents(
  scope: Construct,
  settings: DeploymentSettings,
  { door, logKey, witness }: UserPoolPlan,
  pool: UserPool,
): void {
  const group = new LogGroup(scope, `${door}-sign-ins`, {
    // The service may write into groups so named without a policy of each.
    logGroupName: `/aws/vendedlogs/${prefixOf(settings)}/sign-ins/${door}`,
    retention: settings.production ? RetentionDays.THIRTEEN_MONTHS : RetentionDays.ONE_MONTH,
    encryptionKey: logKey,
  });
  witness(`${door}-sign-ins`, group);
  new CfnLogDeliveryConfiguration(scope, `${door}-sign-in-events`, {
    userPoolId: pool.userPoolId,
    logConfigurations: [
      {
        eventSource: 'userAuthEvents',
        logLevel: 'INFO',
        cloudWatchLogsConfiguration: { logGroupArn: group.logGroupArn },
      },
    ],
  });
}

const scopeOf = (server: UserPoolResourceServer, { scopeName }: ResourceServerScope): string =>
  `${server.userPoolResourceServerId}/${scopeName}`;

/**
 * The front end of one controller. Sign-in is by the pool's own pages and a code with proof of possession only:
 * a token made by another flow would carry the scope with which users change their own attributes.
 */
function appClient(
  { pool, plan, providers }: { pool: UserPool; plan: UserPoolPlan; providers: Providers },
  { id, callbackUrls, logoutUrls }: ControllerSettings,
  scope: OAuthScope,
) {
  const writable = new ClientAttributes().withStandardAttributes({ locale: true });
  const client = pool.addClient(`${plan.door}-client-${id}`, {
    userPoolClientName: id,
    generateSecret: false,
    authFlows: { user: false },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, scope],
      callbackUrls,
      logoutUrls,
    },
    supportedIdentityProviders: providers.supported,
    accessTokenValidity: Duration.minutes(TOKEN_MINUTES),
    idTokenValidity: Duration.minutes(TOKEN_MINUTES),
    refreshTokenValidity: Duration.hours(plan.sessionHours),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
    // The pool writes what another sign-in told through the app client, which must be allowed to.
    writeAttributes:
      plan.signIn.kind === 'native'
        ? writable
        : writable.withCustomAttributes(
            METHOD_ATTRIBUTE,
            ...(plan.door === 'citizens' ? [SUBJECT_ATTRIBUTE] : []),
          ),
  });
  client.node.addDependency(...providers.needed);
  return client;
}
