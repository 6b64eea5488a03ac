/** Bytes of a body: long Finnish text fits, an attack does not. */
export const BODY_BYTES = 256 * 1024;
/** Of a route that takes the content of a document: 2 MB of it, and what is said beside it. */
export const LONG_BODY_BYTES = (2 * 1024 + 64) * 1024;
/** Objects and lists within each other. */
export const BODY_DEPTH = 24;
/** A page with personal data holds at most so many clients. */
export const PAGE_OF_CLIENTS = 50;
/** Other rows of a page. */
export const PAGE = 50;

/** How deep the brackets of a JSON text go, without parsing it. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (inText) {
      if (character === '\\') index += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
