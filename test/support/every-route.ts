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
 * `example` where it gives one. A `clientId`, wherever it stands, is the one given, and so are the ids of `more`.
 */
export function filled(route: Route, clientId: string, more: Readonly<Record<string, string>> = {}): Filled {
  const isBodyExample = route.body !== undefined && route.example !== undefined;
  const ids = { ...more, clientId };
  const params = textsOf(withIds(sampleOf(route.params), ids));
  const query = textsOf(withIds(sampleOf(route.query), ids));
  const search = new URLSearchParams(query).toString();
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return {
    path: search === '' ? path : `${path}?${search}`,
    params,
    query,
    body:
      route.body === undefined
        ? undefined
        : withIds(isBodyExample ? route.example : sampleOf(route.body), ids),
  };
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Fields.parse(value)).map(([name, text]) => [name, String(text)]));

function withIds(value: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((member) => withIds(member, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, ids[name] ?? withIds(member, ids)]),
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
