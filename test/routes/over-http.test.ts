import { request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { type LocalServer, startServer } from '../../infra/local/http.ts';
import { JobRole } from '../../shared/access/job-roles.ts';
import type { Route } from '../../shared/http/route.ts';
import { linesOf } from '../support/dump.ts';
import { everything, type Filled, filled, named } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { testRun } from '../support/services.ts';
import type { Worker, World } from '../support/world.ts';
import { worldOver } from '../support/world-over.ts';

/** Every route as it is reached from outside: the same server, handlers and events as on a laptop. */

const Problem = z.object({ code: z.string(), requestId: z.string() });
type Problem = z.infer<typeof Problem>;

let world: World;
let server: LocalServer;
let clientId: string;
const workers = new Map<JobRole, Worker>();

beforeAll(async () => {
  const { run, test: services } = await testRun(modules);
  world = await worldOver(services);
  server = await startServer({
    run,
    modules,
    users: [],
    document: () => ({}),
    port: 0,
    allowedOrigins: ['https://tyo.example.fi'],
  });
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Salattu', given: 'Henkilö' }));
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
});
afterAll(() => server.close());

const headersOf = (route: Route, token?: string): Record<string, string> => ({
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(route.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(route.fileKinds[0] === undefined ? {} : { accept: route.fileKinds[0] }),
  ...(route.writes === 'changes' ? { 'if-match': '"1"' } : {}),
  ...(route.writes === 'creates' ? { 'idempotency-key': `http-${crypto.randomUUID()}` } : {}),
});

async function asked(route: Route, { path, body }: Filled, token?: string): Promise<[number, Problem]> {
  const answer = await fetch(`${server.url}${path}`, {
    method: route.method,
    headers: headersOf(route, token),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  expect(text).not.toMatch(/Salattu|Henkilö/);
  return [answer.status, Problem.parse(JSON.parse(text))];
}

/** What every refused try must have left. */
const owed = new Map<string, { eventName: string; userId: string }>();

describe.each(named)('%s', (_, route) => {
  test('is refused over HTTP to each role that its action does not name, and closed to one who has not signed in', async () => {
    for (const role of JobRole.options.filter((one) => !route.action.roles.includes(one))) {
      const by = workers.get(role);
      if (by === undefined) throw new Error('No such worker.');
      const token = await world.tokenFor({ userId: by.userId, controller: by.controller });
      const [status, { code, requestId }] = await asked(route, filled(route, clientId), token);
      expect([role, status, code]).toEqual([role, 403, 'access.notAllowed']);
      owed.set(requestId, { eventName: route.event, userId: by.userId });
    }
    const [status, { code }] = await asked(route, filled(route, clientId));
    expect([status, code]).toEqual([401, 'access.notSignedIn']);
  });
});

test('each of these refusals left one line, and nobody who did not sign in left any', async () => {
  const lines = (await linesOf(world.services)).filter(({ outcome }) => outcome.result === 'refused');
  const found = lines.map(({ requestId, eventName, userIdentity }) => [
    requestId,
    { eventName, userId: userIdentity.userId },
  ]);
  expect(owed.size).toBeGreaterThan(named.length);
  expect(found).toHaveLength(owed.size);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(owed));
});

test('the server answers at its own address only: no page of the web reaches it by another name', async () => {
  const { port } = new URL(server.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    send({ host: '127.0.0.1', port, path: '/v1/controllers/own', headers: { host: `evil.example:${port}` } })
      .on('response', (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
