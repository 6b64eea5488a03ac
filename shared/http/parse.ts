import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { isAccepted } from './file-answer.ts';
import { BODY_BYTES, LONG_BODY_BYTES } from './limits.ts';
import { readBody } from './read-body.ts';
import type { HttpRequest } from './request.ts';
import type { Bound, Route } from './route.ts';

export type Parsed = { bound: Bound } | { refusal: Refusal };

/** Judged later: the line of a refused request needs to know who asked. */
export function parse(route: Route, params: Record<string, string>, request: HttpRequest): Parsed {
  try {
    const version = versionOf(route, request.headers['if-match']);
    const body = readBody(request, route.longBody ? LONG_BODY_BYTES : BODY_BYTES);
    const query = Object.fromEntries(
      Object.entries(request.query).map(([name, values]) => [name, values.join(',')]),
    );
    const result = route.bind({ params, query, body, version });
    if ('bound' in result) {
      const { fileKind } = result.bound;
      if (fileKind === undefined || isAccepted(fileKind, request.headers['accept'])) return result;
      return { refusal: new Refusal(COMMON_REFUSALS.notAcceptable) };
    }
    return { refusal: new Refusal(COMMON_REFUSALS.invalid, { findings: result.findings }) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { refusal: thrown };
    throw thrown;
  }
}

function versionOf(route: Route, ifMatch: string | undefined): number {
  if (route.writes !== 'changes') return 0;
  const version = /^"(\d{1,9})"$/.exec(ifMatch ?? '')?.[1];
  if (version === undefined) throw new Refusal(COMMON_REFUSALS.versionRequired);
  return Number(version);
}
