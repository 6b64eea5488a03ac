import type { HttpAnswer } from './request.ts';

/** On every answer. What is answered is secret (703/2023 § 4): it is cached nowhere. */
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

const EXPOSED = 'etag, location, retry-after, x-request-id';

/** Origins of front ends come from a setting; with none, no other site may read an answer. */
export function withHeaders(
  answer: HttpAnswer,
  request: { requestId: string; origin?: string | undefined; allowedOrigins: readonly string[] },
): HttpAnswer {
  const { origin } = request;
  const cors =
    origin !== undefined && request.allowedOrigins.includes(origin)
      ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, vary: 'origin' }
      : {};
  return {
    ...answer,
    headers: { ...SECURITY_HEADERS, ...cors, 'x-request-id': request.requestId, ...answer.headers },
  };
}
