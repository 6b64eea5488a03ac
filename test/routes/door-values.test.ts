import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { JobRole } from '../../shared/access/job-roles.ts';
import type { Route } from '../../shared/http/route.ts';
import { ask, everyRoute, everything, type Filled, filled } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Values that pass for what they are not: each is asked of every route that takes one of its kind. */

let world: World;
let clientId: string;
const workers = new Map<JobRole, Worker>();

beforeAll(async () => {
  world = await testWorld();
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Salattu', given: 'Henkilö' }));
  await world.drained();
});

/** As a worker of the first role that may. */
function send(route: Route, request: Filled): Promise<Told> {
  const [role] = route.action.roles;
  const worker = role === undefined ? undefined : workers.get(role);
  if (worker === undefined) throw new Error('The route is for nobody.');
  return ask(worker, route, request);
}

/** An answer with a code, or with none. */
const Coded = z.looseObject({ code: z.string().default('') });

const withQuery = (request: Filled, name: string, value: string): Filled => {
  const path = request.path.split('?')[0] ?? '';
  return {
    ...request,
    path: `${path}?${new URLSearchParams({ ...request.query, [name]: value }).toString()}`,
  };
};

/** Routes whose query has this word. */
const taking = (name: string): Route[] => everyRoute.filter((route) => name in route.query.shape);

async function answersTo(
  routes: readonly Route[],
  requestsOf: (route: Route) => readonly Filled[],
): Promise<Record<string, string[]>> {
  const answers: Record<string, string[]> = {};
  for (const route of routes) {
    for (const request of requestsOf(route)) {
      const { status, json } = await send(route, request);
      const { code } = Coded.parse(json);
      (answers[`${status} ${code}`] ??= []).push(`${route.method} ${request.path}`);
    }
  }
  return answers;
}

test('a page of no rows, of fewer than none, of a part of one or of more than there may be is refused by every list', async () => {
  const routes = taking('limit');
  expect(routes.length).toBeGreaterThan(40);
  const limits = ['-1', '0', '0.5', '1e9', '51', 'NaN', 'Infinity', '', '1 '.repeat(900)];
  const answers = await answersTo(routes, (route) =>
    limits.map((limit) => withQuery(filled(route, clientId), 'limit', limit)),
  );
  expect(Object.keys(answers)).toEqual(['400 request.invalid']);
});

test('a place in a list that was made up goes on nowhere', async () => {
  const routes = taking('cursor');
  expect(routes.length).toBeGreaterThan(40);
  const guessed = Buffer.from(JSON.stringify({ pk: 'c#KEUSOTE#1', sk: 'a' })).toString('base64url');
  const answers = await answersTo(routes, (route) =>
    [guessed, '__proto__', '\u0000', 'A'.repeat(1999)].map((cursor) =>
      withQuery(filled(route, clientId), 'cursor', cursor),
    ),
  );
  const through = Object.entries(answers).filter(([answer]) => /^[25]/.test(answer));
  expect(through).toEqual([]);
});

/** Dates and moments at the edges of the calendar, in the place of each there is. */
const EDGES: readonly [RegExp, readonly string[]][] = [
  [/^\d{4}-\d{2}-\d{2}$/, ['1000-01-01', '2999-12-31']],
  [
    /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
    ['0999-12-31T22:20:11.000Z', '1969-12-31T23:59:59.999Z', '2999-12-31T21:59:59.999Z'],
  ],
];

/** The value with one text of it in each edge’s place, for every text that is a date. */
function edged(value: unknown): unknown[] {
  if (typeof value === 'string') return EDGES.flatMap(([form, edges]) => (form.test(value) ? edges : []));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    edged(member).map((changed) =>
      Array.isArray(value)
        ? value.map((one, place) => (String(place) === name ? changed : one))
        : { ...value, [name]: changed },
    ),
  );
}

test('a day at the edge of the calendar is no fault of the system, in no place where one is asked', async () => {
  const days = ['from', 'to', 'on'];
  const answers = await answersTo(everyRoute, (route) => {
    const request = filled(route, clientId);
    const ofQuery = days
      .filter((name) => name in route.query.shape)
      .flatMap((name) => ['1000-01-01', '2999-12-31'].map((day) => withQuery(request, name, day)));
    return [...ofQuery, ...edged(request.body).map((body) => ({ ...request, body }))];
  });
  expect(Object.values(answers).flat().length).toBeGreaterThan(150);
  expect(Object.entries(answers).filter(([answer]) => answer.startsWith('5'))).toEqual([]);
});
