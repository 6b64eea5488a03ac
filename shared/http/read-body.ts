import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { BODY_BYTES, BODY_DEPTH, depthOf } from './limits.ts';
import type { HttpRequest } from './request.ts';

/**
 * The JSON of a request, or undefined when it has none.
 * @throws Refusal for a body too large, too deep, of another type, with half a character, a character of no text or `__proto__`, or
 * no JSON.
 */
export function readBody(request: HttpRequest, most = BODY_BYTES): unknown {
  const { body } = request;
  if (body === undefined || body === '') return undefined;
  if (Buffer.byteLength(body) > most) throw new Refusal(COMMON_REFUSALS.tooLarge);
  if (!JSON_TYPE.test(request.headers['content-type'] ?? ''))
    throw new Refusal(COMMON_REFUSALS.unsupportedType);
  // Bytes that were no UTF-8 came through the door as this character: what they said is lost, so nothing is kept.
  if (body.includes('\uFFFD')) throw new Refusal(COMMON_REFUSALS.malformed);
  if (depthOf(body) > BODY_DEPTH) throw new Refusal(COMMON_REFUSALS.malformed);
  const parsed = parseJson(body);
  if (!isSound(parsed)) throw new Refusal(COMMON_REFUSALS.malformed);
  return parsed;
}

/** JSON is UTF-8 (RFC 8259); a parameter that says otherwise is refused, not guessed at. */
const JSON_TYPE = /^application\/(merge-patch\+)?json *(; *charset="?utf-8"? *)?$/i;

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(COMMON_REFUSALS.malformed);
  }
}

/**
 * Whether no XML text can hold it (XML 1.0 § 2.2), and so no document that goes to the national archive: control
 * characters but a tab and ends of lines, and two that are no characters. Nobody types them.
 */
const isOfNoText = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff;

function isText(text: string): boolean {
  for (let place = 0; place < text.length; place += 1) {
    if (isOfNoText(text.charCodeAt(place))) return false;
  }
  return text.isWellFormed();
}

/**
 * Half a character (a lone surrogate) can't be stored as it was sent: the record would differ from what was
 * written. A member called `__proto__` would be dropped without a word where a schema takes any name.
 */
function isSound(value: unknown): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([name, member]) => name !== '__proto__' && isText(name) && isSound(member),
  );
}
