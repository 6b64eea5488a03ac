import { Duration } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  AwsIntegration,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  type IResource,
  LogGroupLogDestination,
  MethodLoggingLevel,
  MockIntegration,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { CORS } from '../../shared/http/cors.ts';
import { BINARY_KINDS } from '../../shared/http/file-answer.ts';
import type { Module } from '../../shared/http/module.ts';
import type { DeploymentSettings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';
import { alarm } from './alarm.ts';
import { arn, functionNameOf, prefixOf } from './deployment.ts';
import type { DoorWitness } from './door-witness.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import type { SignIn } from './user-pool.ts';

export type DoorPlan = {
  door: 'staff' | 'citizens';
  limits: Pick<DeploymentSettings['staff'], 'allowedOrigins' | 'requestsPerSecond' | 'burst'>;
  /** Without them the door is open to the world, as the citizens' must be. */
  allowedNetworks?: readonly string[];
  signIn: SignIn;
  logKey: IKey;
  /** Where the log of the door is carried to. */
  witness: DoorWitness;
};

/** One door: a regional REST API behind which each module has one function, in a stack that is made after it. */
export type Door = {
  api: RestApi;
  /** Leads `/v1/<module>` and all that begins so to its function; one of open pages from `/public/<module>`. */
  addModule: (module: Module) => void;
};

/**
 * What the gateway keeps of each request, a witness that the application cannot suppress (security decision 22).
 * The route as it is written and never the path as it was sent, because ids of clients stand in it.
 */
const WITNESSED = AccessLogFormat.custom(
  JSON.stringify({
    time: AccessLogField.contextRequestTimeEpoch(),
    extendedRequestId: AccessLogField.contextExtendedRequestId(),
    sub: AccessLogField.contextAuthorizerClaims('sub'),
    user: AccessLogField.contextAuthorizerClaims('username'),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
  }),
);

export function door(scope: Construct, settings: DeploymentSettings, plan: DoorPlan): Door {
  const { limits } = plan;
  const api = new RestApi(scope, `${plan.door}-api`, {
    restApiName: `${prefixOf(settings)}-${plan.door}`,
    description: `Sointu: the door for ${plan.door}.`,
    endpointTypes: [EndpointType.REGIONAL],
    cloudWatchRole: false,
    // Named kinds and not all: with all of them the answers to browsers' preflights could not be read.
    binaryMediaTypes: [...BINARY_KINDS],
    ...(plan.allowedNetworks === undefined ? {} : { policy: onlyFrom(plan.allowedNetworks) }),
    deployOptions: {
      stageName: settings.stage,
      throttlingRateLimit: limits.requestsPerSecond,
      throttlingBurstLimit: limits.burst,
      metricsEnabled: true,
      loggingLevel: MethodLoggingLevel.OFF,
      dataTraceEnabled: false,
      accessLogDestination: new LogGroupLogDestination(accessLog(scope, settings, plan)),
      accessLogFormat: WITNESSED,
    },
  });
  acknowledge(
    api,
    'APIG2',
    'Each request is parsed by the strict schema of its route before anything is done.',
  );
  acknowledge(
    api,
    'APIG6',
    'Execution logs hold paths and queries, and so ids of clients. The access log keeps what is needed.',
  );
  gatewayAnswers(api, limits.allowedOrigins);
  healthRoute(api);
  const v1 = api.root.addResource('v1');
  allowBrowsers(v1, limits.allowedOrigins);
  watchDoor(scope, settings, plan.door, api);
  let made: CognitoUserPoolsAuthorizer | undefined;
  // A door that leads nowhere yet takes no authorizer.
  const authorizer = (): CognitoUserPoolsAuthorizer =>
    (made ??= new CognitoUserPoolsAuthorizer(scope, `${plan.door}-authorizer`, {
      cognitoUserPools: [plan.signIn.pool],
      // Nothing is remembered of a token: a session that was ended must not live on here.
      resultsCacheTtl: Duration.seconds(0),
    }));
  return {
    api,
    addModule(module) {
      const integration = calling(settings, module);
      if (module.open !== undefined) return addOpen(api, partOf(module), integration);
      const signedIn = {
        authorizer: authorizer(),
        authorizationType: AuthorizationType.COGNITO,
        // With a scope only access tokens pass: an identity token has none.
        authorizationScopes: [plan.signIn.scope],
      };
      const resource = v1.addResource(partOf(module));
      resource.addMethod('ANY', integration, signedIn);
      const below = resource.addResource('{proxy+}');
      below.addMethod('ANY', integration, signedIn);
      for (const place of [resource, below]) allowBrowsers(place, limits.allowedOrigins);
    },
  };
}

/** The part of the path that is the module's own. */
const partOf = ({ name, prefix = name }: Module): string => prefix;

/** All paths of a module, as a permission to call its function names them: one for all, not one for each method. */
export const pathsOf = (module: Module): string =>
  module.open === undefined ? `/v1/${partOf(module)}*` : `/public/${partOf(module)}/*`;

/** By its name: the function knows the door's pool, so that it is made after the door. */
const calling = (settings: DeploymentSettings, { name }: Module): AwsIntegration =>
  new AwsIntegration({
    proxy: true,
    service: 'lambda',
    path: `2015-03-31/functions/${arn(settings, 'lambda', `function:${functionNameOf(settings, name)}`)}/invocations`,
  });

function addOpen(api: RestApi, part: string, integration: AwsIntegration): void {
  const below = (api.root.getResource('public') ?? api.root.addResource('public'))
    .addResource(part)
    .addResource('{proxy+}');
  const method = below.addMethod('GET', integration, { authorizationType: AuthorizationType.NONE });
  const reason =
    'What a controller publishes is read by everybody. The function has no key and reads no client; the firewall counts by address.';
  acknowledge(method, 'APIG4', reason);
  acknowledge(method, 'COG4', reason);
}

/** Officials call from networks of their employer; from elsewhere the gateway refuses before it reads anything. */
const onlyFrom = (networks: readonly string[]): PolicyDocument => {
  const common = {
    principals: [new AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: ['execute-api:/*'],
  };
  return new PolicyDocument({
    statements: [
      new PolicyStatement(common),
      new PolicyStatement({
        ...common,
        sid: 'NamedNetworksOnly',
        effect: Effect.DENY,
        conditions: { NotIpAddress: { 'aws:SourceIp': [...networks] } },
      }),
    ],
  });
};

function accessLog(scope: Construct, settings: DeploymentSettings, plan: DoorPlan): LogGroup {
  const log = new LogGroup(scope, `${plan.door}-access-log`, {
    logGroupName: `/${prefixOf(settings)}/doors/${plan.door}`,
    retention: settings.production ? RetentionDays.THIRTEEN_MONTHS : RetentionDays.ONE_MONTH,
    encryptionKey: plan.logKey,
  });
  plan.witness(plan.door, log);
  return log;
}

/** Says that the gateway stands. What stands behind it is watched by alarms, not by strangers. */
function healthRoute(api: RestApi): void {
  const health = api.root.addResource('health');
  const method = health.addMethod(
    'GET',
    new MockIntegration({
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: [
        { statusCode: '200', responseTemplates: { 'application/json': '{"status":"ok"}' } },
      ],
    }),
    { authorizationType: AuthorizationType.NONE, methodResponses: [{ statusCode: '200' }] },
  );
  const reason = 'It tells that the gateway stands and nothing else, to a monitor that has no account.';
  acknowledge(method, 'APIG4', reason);
  acknowledge(method, 'COG4', reason);
}

/** A browser asks, without a token, whether a front end may call. Without a setting there is no such answer. */
function allowBrowsers(resource: IResource, allowedOrigins: readonly string[]): void {
  if (allowedOrigins.length === 0) return;
  const method = resource.addCorsPreflight({
    allowOrigins: [...allowedOrigins],
    allowMethods: [...CORS.methods],
    allowHeaders: [...CORS.headers],
    maxAge: Duration.seconds(CORS.maxAgeSeconds),
  });
  const reason = 'A browser asks before it may send a token; the answer is fixed and reaches no function.';
  acknowledge(method, 'APIG4', reason);
  acknowledge(method, 'COG4', reason);
}

function watchDoor(scope: Construct, settings: DeploymentSettings, name: string, api: RestApi): void {
  alarm(scope, settings, {
    kind: 'door-faults',
    subject: name,
    metric: api.metricServerError({ period: Duration.minutes(5) }),
    threshold: 1,
  });
  alarm(scope, settings, {
    kind: 'door-slow',
    subject: name,
    metric: api.metricLatency({ period: Duration.minutes(5), statistic: 'p95' }),
    threshold: Duration.seconds(2).toMilliseconds(),
    periods: 3,
  });
}
