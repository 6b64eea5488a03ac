import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { BODY_BYTES, BODY_DEPTH, depthOf } from './limits.ts';
import type { HttpRequest } from './request.ts';

/**
 * The JSON of a request, or undefined when it has none.
 * @throws Refusal for a body too large, too deep, of another type, or no JSON.
 */
export function readBody(request: HttpRequest): unknown {
  const { body } = request;
  if (body === undefined || body === '') return undefined;
  if (Buffer.byteLength(body) > BODY_BYTES) throw new Refusal(COMMON_REFUSALS.tooLarge);
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(merge-patch\+)?json\b/.test(type)) throw new Refusal(COMMON_REFUSALS.unsupportedType);
  if (depthOf(body) > BODY_DEPTH) throw new Refusal(COMMON_REFUSALS.malformed);
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(COMMON_REFUSALS.malformed);
  }
}
