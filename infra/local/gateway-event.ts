import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

/** A request as it came in, its body read. */
export type Received = { request: IncomingMessage; requestId: string; body: string; now: number };

export type Target = { path: string; query: URLSearchParams };

/** The path as sent (never decoded: an address of ours needs no escapes) and the query. */
export function targetOf(request: IncomingMessage): Target {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return mark === -1
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}

/** What API Gateway (REST API, payload v1) hands to a function for the same request. */
export function gatewayEvent({ request, requestId, body, now }: Received): APIGatewayProxyEvent {
  const { path, query } = targetOf(request);
  const method = request.method ?? 'GET';
  const multiValueHeaders = Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values]) => [name, values ?? []]),
  );
  const multiValueQuery = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
  const sourceIp = request.socket.remoteAddress ?? '';
  return {
    resource: `/v1/${path.split('/')[2] ?? ''}/{proxy+}`,
    path,
    httpMethod: method,
    headers: lastOf(multiValueHeaders),
    multiValueHeaders,
    queryStringParameters: query.size === 0 ? null : lastOf(multiValueQuery),
    multiValueQueryStringParameters: query.size === 0 ? null : multiValueQuery,
    pathParameters: { proxy: path.split('/').slice(3).join('/') },
    stageVariables: null,
    body: body === '' ? null : body,
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: null,
      httpMethod: method,
      identity: identityOf(sourceIp, request.headers['user-agent'] ?? null),
      path,
      protocol: `HTTP/${request.httpVersion}`,
      requestId,
      requestTimeEpoch: now,
      resourceId: 'local',
      resourcePath: path,
      stage: 'local',
    },
  };
}

const lastOf = (values: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));

const identityOf = (
  sourceIp: string,
  userAgent: string | null,
): APIGatewayProxyEvent['requestContext']['identity'] => ({
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp,
  user: null,
  userAgent,
  userArn: null,
});

export const lambdaContext = (requestId: string, module: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: `local-${module}`,
  functionVersion: 'local',
  invokedFunctionArn: `local:${module}`,
  memoryLimitInMB: '0',
  awsRequestId: requestId,
  logGroupName: 'local',
  logStreamName: 'local',
  getRemainingTimeInMillis: () => 29_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
});
