import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { SpecialRight } from '../../shared/access/actor.ts';
import { Duty } from '../../shared/access/duties.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { Route } from '../../shared/http/route.ts';
import type { ControllerId, UnitId } from '../../shared/kernel/id.ts';
import { sampleOf } from './sample.ts';
import type { GrantOverrides, Told, Worker } from './world.ts';

/** Every route of staff, as the register has them: a new one is in every test of `test/routes` by itself. */
export const everyRoute: readonly Route[] = modules
  .filter((module) => module.audience === 'staff')
  .flatMap((module) => [...module.routes]);

export const named = everyRoute.map((route) => [`${route.method} ${route.path}`, route] as const);

const Fields = z.record(z.string(), z.unknown());

/** A request that the door lets through. */
export type Filled = {
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
};

/**
 * A request of this route about this client: parameters and body from the schema, or from the route's own
 * `example` where it gives one. A `clientId`, wherever it stands, is the one given.
 */
export function filled(route: Route, clientId: string): Filled {
  const isBodyExample = route.body !== undefined && route.example !== undefined;
  const params = textsOf(withClient(sampleOf(route.params), clientId));
  const query = textsOf(withClient(sampleOf(route.query), clientId));
  const search = new URLSearchParams(query).toString();
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return {
    path: search === '' ? path : `${path}?${search}`,
    params,
    query,
    body:
      route.body === undefined
        ? undefined
        : withClient(isBodyExample ? route.example : sampleOf(route.body), clientId),
  };
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Fields.parse(value)).map(([name, text]) => [name, String(text)]));

function withClient(value: unknown, clientId: string): unknown {
  if (Array.isArray(value)) return value.map((member) => withClient(member, clientId));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'clientId' ? clientId : withClient(member, clientId),
    ]),
  );
}

/** Sends the request as the worker. What a test spoils, it gives in `more`. */
export function ask(
  worker: Worker,
  route: Route,
  request: Filled,
  more: { path?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Told> {
  const { path = request.path, headers = {} } = more;
  const [file] = route.fileKinds;
  const body = 'body' in more ? more.body : request.body;
  return worker.call(route.method, path, {
    ...(body === undefined ? {} : { body }),
    ...(route.writes === 'changes' ? { version: 1 } : {}),
    headers: { ...(file === undefined ? {} : { accept: file }), ...headers },
  });
}

/** Everything a grant can hold: what is refused then is refused by the role, the tie or the days alone. */
export const everything = (
  unitIds: readonly UnitId[],
  controller?: ControllerId,
): GrantOverrides & { controller?: ControllerId } => ({
  unitIds: [...unitIds],
  serviceTasks: [...ServiceTask.options],
  duties: Duty.options.filter((duty) => duty !== 'onCall'),
  specialRights: [...SpecialRight.options],
  ...(controller === undefined ? {} : { controller }),
});
