import * as z from 'zod';
import { matchRoute } from '../../shared/http/match.ts';
import { problemsOfRoute } from '../../shared/http/openapi/problems.ts';
import type { HttpAnswer } from '../../shared/http/request.ts';
import type { Route } from '../../shared/http/route.ts';

const Told = z.object({ code: z.string() });

/**
 * A problem that a test meets must stand in the reference of the API, under its route and its status: else a
 * front end meets what nobody told it of.
 * @throws Error naming the route and the code that its `refusals` lack.
 */
export function expectDocumented(
  routes: readonly Route[],
  asked: { method: string; path: string },
  answer: HttpAnswer,
): void {
  if (answer.status < 400) return;
  const route = routeAt(routes, asked);
  if (route === undefined) return;
  const { code } = Told.parse(JSON.parse(answer.body ?? '{}'));
  const known = problemsOfRoute(route).some(
    (problem) => problem.code === code && problem.status === answer.status,
  );
  if (!known) throw new Error(`${route.method} ${route.path} does not declare its refusal ${code}`);
}

/** Undefined where no route is: the door's «not found» belongs to none. */
function routeAt(routes: readonly Route[], { method, path }: { method: string; path: string }) {
  try {
    return matchRoute(routes, method, path).route;
  } catch {
    return undefined;
  }
}
