import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../../shared/http/request.ts';

/** In the cloud the gateway answers a browser's question before the request; here this does. */
export function preflightOf(
  request: IncomingMessage,
  path: string,
  allowedOrigins: readonly string[],
): HttpAnswer | undefined {
  const { origin } = request.headers;
  if (request.method !== 'OPTIONS' || !path.startsWith('/v1/')) return undefined;
  if (origin === undefined || !allowedOrigins.includes(origin)) return undefined;
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
      'access-control-allow-headers':
        'authorization, content-type, idempotency-key, if-match, accept-language',
      'access-control-max-age': '600',
      vary: 'origin',
    },
  };
}
