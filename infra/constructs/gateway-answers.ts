import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { FAULT, headersOfProblem } from '../../shared/http/problem.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';

type Told = { code: string; title: { fi: string } };

const { notSignedIn, notAllowed, notFound, tooLarge, malformed, unavailable } = COMMON_REFUSALS;
const FAULT_TOLD: Told = { code: 'fault', title: FAULT };

/**
 * What the gateway answers by itself, in the shape of our problems and with no detail: its own words tell a
 * stranger about keys, signatures and networks. The last two stand for every answer not named.
 */
const ANSWERS: readonly { type: ResponseType; status: number; told: Told }[] = [
  { type: ResponseType.UNAUTHORIZED, status: 401, told: notSignedIn },
  { type: ResponseType.EXPIRED_TOKEN, status: 401, told: notSignedIn },
  { type: ResponseType.ACCESS_DENIED, status: 403, told: notAllowed },
  { type: ResponseType.WAF_FILTERED, status: 403, told: notAllowed },
  // So the gateway names a path that leads nowhere.
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 404, told: notFound },
  { type: ResponseType.RESOURCE_NOT_FOUND, status: 404, told: notFound },
  { type: ResponseType.REQUEST_TOO_LARGE, status: 413, told: tooLarge },
  { type: ResponseType.THROTTLED, status: 429, told: unavailable },
  { type: ResponseType.QUOTA_EXCEEDED, status: 429, told: unavailable },
  { type: ResponseType.DEFAULT_4XX, status: 400, told: malformed },
  { type: ResponseType.DEFAULT_5XX, status: 500, told: FAULT_TOLD },
];

/** `allowedOrigins`: one can be named in these answers, of several none; a front end then sees a failed call. */
export function gatewayAnswers(api: RestApi, allowedOrigins: readonly string[]): void {
  const [origin, ...others] = allowedOrigins;
  const named = origin !== undefined && others.length === 0;
  for (const { type, status, told } of ANSWERS) {
    api.addGatewayResponse(`answer-${type.responseType}`, {
      type,
      statusCode: String(status),
      responseHeaders: {
        ...quoted(headersOfProblem(status)),
        'cache-control': "'no-store'",
        'x-content-type-options': "'nosniff'",
        'strict-transport-security': "'max-age=63072000; includeSubDomains'",
        'x-request-id': 'context.extendedRequestId',
        ...(named ? { 'access-control-allow-origin': `'${origin}'` } : {}),
      },
      templates: {
        'application/json': JSON.stringify({
          type: `urn:sointu:problem:${told.code}`,
          title: told.title.fi,
          status,
          code: told.code,
          requestId: '$context.extendedRequestId',
        }),
      },
    });
  }
}

/** The gateway takes fixed words in quotes; without them it would look for a value of the request. */
const quoted = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));
