import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';

/** What of a route an address is matched with. */
type Addressed = { method: string; path: string };

type Match<R> = { route: R; params: Record<string, string> };

/** A name or an id of a path: what else a caller may put there is no address of ours. */
const SEGMENT = /^[A-Za-z0-9._-]{1,80}$/;

/**
 * Finds the one route of a method and path. The order of the table has no weight: a fixed word wins over a
 * {name}, and a house test refuses two routes that could meet.
 * @throws Refusal not found, or method not allowed where the address takes others.
 */
export function matchRoute<R extends Addressed>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> {
  const segments = path.split('/');
  const matches = routes.flatMap((route) => {
    const params = paramsOf(route.path.split('/'), segments);
    return params === undefined ? [] : [{ route, params }];
  });
  const fewest = Math.min(...matches.map((match) => Object.keys(match.params).length));
  const nearest = matches.filter((match) => Object.keys(match.params).length === fewest);
  const found = nearest.find((match) => match.route.method === method);
  if (found !== undefined) return found;
  if (nearest.length === 0) throw new Refusal(COMMON_REFUSALS.notFound);
  const allow = nearest.map((match) => match.route.method).sort();
  throw new Refusal(COMMON_REFUSALS.methodNotAllowed, { details: { allow } });
}

/** Whether an address is one of a path with {names}. */
export const fits = (pattern: string, path: string): boolean =>
  paramsOf(pattern.split('/'), path.split('/')) !== undefined;

function paramsOf(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) {
      if (!SEGMENT.test(segment)) return undefined;
      params[part.slice(1, -1)] = segment;
    } else if (part !== segment) return undefined;
  }
  return params;
}
