import type { IncomingMessage } from 'node:http';
import { CORS } from '../../shared/http/cors.ts';
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
      'access-control-allow-methods': CORS.methods.join(', '),
      'access-control-allow-headers': CORS.headers.join(', '),
      'access-control-max-age': String(CORS.maxAgeSeconds),
      vary: 'origin',
    },
  };
}
