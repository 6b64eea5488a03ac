import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Services } from '../services.ts';
import { dispatch } from './dispatch.ts';
import { withHeaders } from './headers.ts';
import type { Module } from './module.ts';
import { answerOpen } from './open-route.ts';
import type { HttpRequest } from './request.ts';

/** What of the deployment the door needs to know. */
export type DoorSettings = { allowedOrigins: readonly string[] };

/**
 * An API Gateway event (payload v1) in, an answer out. Middy does only what has no legal weight: started
 * and completed messages, and the headers. The rest is dispatch.
 */
export function moduleHandler(
  module: Module,
  services: () => Services,
  settings: DoorSettings,
): (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult> {
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .before(({ event }) => {
      services().log.info('STARTED', { requestId: requestIdOf(event) });
    })
    .after(({ event, response }) => {
      services().log.info('COMPLETED', {
        requestId: requestIdOf(event),
        status: response?.statusCode ?? 0,
      });
    })
    .handler(async (event) => {
      const request = requestOf(event);
      const answered =
        module.open === undefined
          ? await dispatch(module.routes, request, services())
          : await answerOpen(module.open, request, services());
      const answer = withHeaders(answered, {
        requestId: request.requestId,
        origin: request.headers['origin'],
        allowedOrigins: settings.allowedOrigins,
      });
      const { status: statusCode, headers, body = '', bytes } = answer;
      return bytes === undefined
        ? { statusCode, headers, body }
        : { statusCode, headers, body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
    });
}

/**
 * The gateway's own id, by which its access log witnesses a line of ours. Its other id can be set by whoever calls
 * (security decision 22), and stands in only where there is no gateway.
 */
const requestIdOf = ({ requestContext }: APIGatewayProxyEvent): string =>
  requestContext.extendedRequestId ?? requestContext.requestId;

function requestOf(event: APIGatewayProxyEvent): HttpRequest {
  const headers = Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? '']),
  );
  const body = event.body === null ? undefined : bodyOf(event.body, event.isBase64Encoded);
  return {
    method: event.httpMethod,
    path: event.path,
    query: Object.fromEntries(
      Object.entries(event.multiValueQueryStringParameters ?? {}).map(([name, values]) => [
        name,
        values ?? [],
      ]),
    ),
    headers,
    ...(body === undefined ? {} : { body }),
    requestId: requestIdOf(event),
    sourceIPAddress: event.requestContext.identity.sourceIp,
  };
}

const bodyOf = (body: string, isBase64: boolean): string =>
  isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body;
