import { describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import type { Route } from '../../shared/http/route.ts';
import { everyRoute, filled, named } from '../support/every-route.ts';

const CLIENT = '01KBN4PZ00000000000000000C';

const twice = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** The words of a path, a parameter standing for any. */
const shapeOf = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');

/** Two paths meet when some address fits both and neither is more fixed than the other. */
function meet(one: Route, other: Route): boolean {
  const [a, b] = [one.path.split('/'), other.path.split('/')];
  if (one.method !== other.method || a.length !== b.length) return false;
  const places = a.map((part, index) => [part, b[index] ?? ''] as const);
  const isFree = (part: string): boolean => part.startsWith('{');
  const fit = places.every(([left, right]) => isFree(left) || isFree(right) || left === right);
  const free = (parts: readonly string[]): number => parts.filter(isFree).length;
  return fit && free(a) === free(b);
}

describe('the register of routes', () => {
  test('no two routes share an action, or an event name', () => {
    expect(twice(everyRoute.map((route) => route.action.name))).toEqual([]);
    expect(twice(everyRoute.map((route) => route.event))).toEqual([]);
  });

  test('no two routes can meet at one address', () => {
    const pairs = everyRoute.flatMap((one, index) =>
      everyRoute.slice(index + 1).flatMap((other) => (meet(one, other) ? [`${one.path} ${other.path}`] : [])),
    );
    expect(pairs).toEqual([]);
    expect(twice(everyRoute.map((route) => `${route.method} ${shapeOf(route.path)}`))).toEqual([]);
  });

  test('every route lies under the name of its module', () => {
    const outside = modules.flatMap((module) =>
      module.routes.filter(({ path }) => {
        const prefix = `/v1/${module.prefix ?? module.name}`;
        return path !== prefix && !path.startsWith(`${prefix}/`);
      }),
    );
    expect(outside.map((route) => route.path)).toEqual([]);
  });

  test.each(named)(
    '%s has an action with roles, a ground in law and a sentence in three languages',
    (_, route) => {
      const { roles, title, legalGround } = route.action;
      expect(roles.length).toBeGreaterThan(0);
      expect(legalGround).toMatch(/\d+\/\d+/);
      expect(Object.values(title).every((sentence) => sentence.length > 3)).toBe(true);
    },
  );

  test.each(named)(
    '%s: a request made from its schemas passes the door, or it gives an example that does',
    (_, route) => {
      const { params, query, body } = filled(route, CLIENT);
      expect(route.bind({ params, query, body, version: 1 })).toHaveProperty('bound');
    },
  );

  test.each(named)('%s names in its params what stands in its path', (_, route) => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    expect(Object.keys(route.params.shape).sort()).toEqual(inPath.sort());
  });

  test.each(named.filter(([, route]) => route.kind.endsWith('OfClient')))(
    '%s, which opens a file, needs a tie to the client',
    (_, route) => {
      expect(route.action.tie).toBe('client');
      const { params, query, body } = filled(route, CLIENT);
      const bound = route.bind({ params, query, body, version: 1 });
      expect(bound).toMatchObject({ bound: { client: { clientId: CLIENT } } });
    },
  );
});
