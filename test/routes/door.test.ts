import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { JobRole } from '../../shared/access/job-roles.ts';
import type { Route } from '../../shared/http/route.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { ask, everything, type Filled, filled, named } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const Problem = z.object({
  code: z.string(),
  requestId: z.string(),
  findings: z.array(z.object({ rule: z.string(), path: z.string() })).default([]),
});

let world: World;
const workers = new Map<JobRole, Worker>();
let clientId: string;
let before: unknown[];
const owed: { requestId: string; eventName: string; code: string }[] = [];

beforeAll(async () => {
  world = await testWorld();
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Salattu', given: 'Henkilö' }));
  await world.drained();
  before = await dumpOf(world.services, 'records');
});

/** As a worker of the first role that may: what is refused then is refused for what was sent. */
function send(route: Route, request: Filled, more: Parameters<typeof ask>[3]): Promise<Told> {
  const [role] = route.action.roles;
  const worker = role === undefined ? undefined : workers.get(role);
  if (worker === undefined) throw new Error('The route is for nobody.');
  return ask(worker, route, request, more);
}

/** Expects the refusal and keeps what its line must say. */
function refused(told: Told, route: Route, status: number, code: string): z.infer<typeof Problem> {
  expect({ status: told.status, code: told.json['code'] }).toEqual({ status, code });
  expect(told.headers['content-type']).toBe('application/problem+json');
  const problem = Problem.parse(told.json);
  owed.push({ requestId: problem.requestId, eventName: route.event, code });
  return problem;
}

/** As JSON text so deep that no act means it. */
const DEEP = `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`;
/** Too large for a route, and for one that takes a long document. */
const LARGE = JSON.stringify({ text: 'x'.repeat(300_000) });
const LARGER = JSON.stringify({ text: 'x'.repeat(2_300_000) });

describe.each(named)('%s', (_, route) => {
  const request = (): Filled => filled(route, clientId);
  const query = request().path.includes('?') ? '&' : '?';

  test('refuses words in the query that it does not know', async () => {
    const told = await send(route, request(), { path: `${request().path}${query}unknown=1&other=2` });
    const { findings } = refused(told, route, 400, 'request.invalid');
    expect(findings).toContainEqual({ rule: 'input.unrecognized_keys', path: '/query' });
  });

  if (route.path.includes('{')) {
    test('refuses a path that holds what is no id, and tells every fault at once', async () => {
      const path = route.path.replaceAll(/\{\w+\}/g, 'not-an-id');
      const told = await send(route, request(), { path: `${path}?unknown=1` });
      const { findings } = refused(told, route, 400, 'request.invalid');
      const places = findings.map((finding) => finding.path);
      for (const name of Object.keys(route.params.shape)) expect(places).toContain(`/params/${name}`);
      expect(places).toContain('/query');
    });
  }

  if (route.body === undefined) {
    test('refuses a body, since it takes none', async () => {
      refused(await send(route, request(), { body: { a: 1 } }), route, 400, 'request.invalid');
    });
  } else {
    test.each([
      ['none at all', undefined],
      ['a list', []],
      ['a text', '"text"'],
      ['a number', '1'],
      ['nothing', 'null'],
    ])('refuses as its body %s', async (_kind, body) => {
      refused(await send(route, request(), { body }), route, 400, 'request.invalid');
    });

    test('refuses a field that it does not know, also one that would change every object', async () => {
      const fields = z.record(z.string(), z.unknown()).parse(request().body);
      const told = await send(route, request(), { body: { ...fields, unknown: 1 } });
      expect(refused(told, route, 400, 'request.invalid').findings.length).toBeGreaterThan(0);
      const text = JSON.stringify({ ...fields }).replace('{', '{"__proto__":{"isAdmin":true},');
      refused(await send(route, request(), { body: text }), route, 400, 'request.malformed');
      expect(Object.prototype).not.toHaveProperty('isAdmin');
    });

    test('refuses each field of a wrong type, all at once', async () => {
      const fields = z.record(z.string(), z.unknown()).parse(request().body);
      const wrong = Object.fromEntries(Object.keys(fields).map((name) => [name, { no: ['such', 1] }]));
      const told = await send(route, request(), { body: wrong });
      expect(refused(told, route, 400, 'request.invalid').findings.length).toBeGreaterThan(0);
    });

    test.each([
      ['too deep', DEEP, 400, 'request.malformed', {}],
      ['too large', route.longBody ? LARGER : LARGE, 413, 'request.tooLarge', {}],
      ['not JSON', '{"a":', 400, 'request.malformed', {}],
      [
        'a form',
        'a=1',
        415,
        'request.unsupportedType',
        { 'content-type': 'application/x-www-form-urlencoded' },
      ],
      [
        'a patch of another kind',
        '[]',
        415,
        'request.unsupportedType',
        { 'content-type': 'application/json-patch+json' },
      ],
      ['of no type', '{}', 415, 'request.unsupportedType', { 'content-type': '' }],
    ])('refuses a body %s', async (_kind, body, status, code, headers) => {
      refused(await send(route, request(), { body, headers }), route, status, code);
    });
  }

  if (route.writes === 'changes') {
    test.each(['', '*', 'W/"1"', '"abc"', '1', '"1", "2"', '"9007199254740993"', '"-1"'])(
      'refuses If-Match: %s, for it names no version',
      async (match) => {
        const told = await send(route, request(), { headers: { 'if-match': match } });
        refused(told, route, 428, 'request.versionRequired');
      },
    );
  }

  if (route.writes === 'creates') {
    test.each(['', 'short', 'x'.repeat(101), 'with space in it', 'käyttäjän-avain', 'a\nb-header: 1'])(
      'refuses the Idempotency-Key «%s»',
      async (key) => {
        const told = await send(route, request(), { headers: { 'idempotency-key': key } });
        refused(told, route, 400, 'request.idempotencyKeyRequired');
      },
    );
  }
});

describe('all these refusals', () => {
  test('left a line each', async () => {
    const byRequest = Map.groupBy(await linesOf(world.services), (line) => line.requestId);
    const found = owed.map(({ requestId }) =>
      (byRequest.get(requestId) ?? []).map(({ eventName, outcome }) => ({
        requestId,
        eventName,
        code: outcome.code,
      })),
    );
    expect(owed.length).toBeGreaterThan(named.length * 2);
    expect(found).toEqual(owed.map((one) => [one]));
  });

  test('changed nothing', async () => {
    expect(await dumpOf(world.services, 'records')).toEqual(before);
  });
});
