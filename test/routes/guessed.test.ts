import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { JobRole } from '../../shared/access/job-roles.ts';
import type { Route } from '../../shared/http/route.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { dumpOf } from '../support/dump.ts';
import { ask, everyRoute, everything, type Filled, filled } from '../support/every-route.ts';
import { text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Ids, places in lists and filters that were guessed or taken from elsewhere, on every route that takes one. */

let world: World;
const workers = new Map<JobRole, Worker>();
let own: ClientId;
/** Of another client, whom nothing ties to those who ask. */
let others: { clientId: ClientId; caseId: string; noteId: string };
/** A true place in the list of one's own client's entries. */
let place: string;

beforeAll(async () => {
  world = await testWorld();
  for (const role of new Set(everyRoute.flatMap(({ action }) => action.roles.slice(0, 1)))) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  own = await newClient(world, workerOf('broadResponsibility'), { name: 'Oma Olli' });
  const path = `/v1/case-notes/clients/${own}`;
  for (let count = 0; count < 2; count += 1) {
    await workerOf('broadResponsibility').call('POST', `${path}/notes`, { body: anEntry() });
  }
  place = text(await workerOf('broadResponsibility').call('GET', `${path}?limit=1`), 'next');
  others = await ofAnother();
  await world.drained();
});

/** A client of the adults' unit with a case and an entry. */
async function ofAnother(): Promise<typeof others> {
  const units = { unitIds: [world.units.adults, world.units.families] };
  const worker = await world.worker('broadResponsibility', units);
  const clientId = await newClient(world, worker, { name: 'Vieras Veera', related: false });
  const started = {
    startedOn: '2026-11-20',
    responsibleUnitId: world.units.adults,
    ownWorkerId: worker.userId,
  };
  await worker.call('POST', `/v1/clients/${clientId}/relationship/start`, { version: 1, body: started });
  const opened = await worker.call('POST', `/v1/cases/clients/${clientId}/cases`, {
    body: {
      name: 'Salattu asia',
      serviceTasks: ['families'],
      wayOfOpening: 'contact',
      initiator: 'client',
      openedAt: '2026-11-24T08:00:00.000Z',
      unitId: world.units.adults,
    },
  });
  const entry = { body: anEntry({}, { text: 'Salattu merkintä.' }) };
  const written = await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, entry);
  return { clientId, caseId: text(opened, 'caseId'), noteId: text(written, 'noteId') };
}

function workerOf(role: JobRole | undefined): Worker {
  const worker = role === undefined ? undefined : workers.get(role);
  if (worker === undefined) throw new Error(`Nobody is ${role}.`);
  return worker;
}
const send = (route: Route, request: Filled): Promise<Told> =>
  ask(workerOf(route.action.roles[0]), route, request);

const withQuery = (request: Filled, name: string, value: string): Filled => {
  const [path = ''] = request.path.split('?');
  return {
    ...request,
    path: `${path}?${new URLSearchParams({ ...request.query, [name]: value }).toString()}`,
  };
};

const NONE = '01KBN4PZ0000000000000000ZZ';
const without = ({ status, body = '' }: Told): unknown[] => [status, body.replace(/"requestId":"[^"]*"/, '')];

test('an id of another client’s case or entry is answered under one’s own client like one that there is not, on every route that takes one [U-9.4]', async () => {
  const { caseId, noteId } = others;
  const routes = everyRoute.filter(
    ({ params }) => 'clientId' in params.shape && ('caseId' in params.shape || 'noteId' in params.shape),
  );
  expect(routes.length).toBeGreaterThan(15);
  const stored = async (): Promise<string[]> =>
    (await dumpOf(world.services, 'records'))
      .filter(({ pk }) => String(pk).includes(others.clientId))
      .map(({ sk, version }) => `${String(sk)} ${String(version)}`)
      .toSorted();
  const before = await stored();
  expect(before.length).toBeGreaterThan(3);
  for (const route of routes) {
    const told = await send(route, filled(route, own, { caseId, noteId }));
    const none = await send(route, filled(route, own, { caseId: NONE, noteId: NONE }));
    expect(told.status, route.path).toBeGreaterThanOrEqual(400);
    expect([route.path, ...without(told)]).toEqual([route.path, ...without(none)]);
    expect(told.body).not.toMatch(/Salattu|Vieras|Veera/);
  }
  expect(await stored()).toEqual(before);
});

test('a true place in one list leads on in no other', async () => {
  const lists = everyRoute.filter(({ query, event }) => 'cursor' in query.shape && event !== 'CaseNotesRead');
  expect(lists.length).toBeGreaterThan(40);
  const through: string[] = [];
  for (const route of lists) {
    const { status, body } = await send(route, withQuery(filled(route, own), 'cursor', place));
    if (status < 400 || status >= 500) through.push(`${status} ${route.path}`);
    expect(body).not.toMatch(/Kotikäynti|Salattu/);
  }
  expect(through).toEqual([]);
});

/** What would be a condition, a key, a pattern or a path to something else than a filter. */
const INJECTED = [
  "' OR '1'='1",
  '{"$gt":""}',
  'attribute_exists(pk)',
  '#pk = :pk OR size(#pk) > :zero',
  'KEUSOTE#',
  '*',
  '%25',
  '../',
  '"); DROP TABLE lines; --',
];

/** Kinds of documents have no closed list of names. */
const FREE_WORDS: ReadonlySet<string> = new Set(['documentType', 'subject']);
const Hits = z.record(z.string(), z.unknown());
const isEmpty = (json: unknown): boolean =>
  Object.values(Hits.parse(json)).every((list) => !Array.isArray(list) || list.length === 0);

test('what is a condition, a key or a pattern elsewhere is no value of a filter here: it is refused at the door, or matches nothing', async () => {
  const answered: string[] = [];
  let turn = 0;
  for (const route of everyRoute) {
    for (const name of Object.keys(route.query.shape)) {
      // In turn: a filter of each kind meets each of them on some route.
      const value = INJECTED[turn % INJECTED.length] ?? '';
      turn += 1;
      const request = filled(route, own, { unitId: world.units.families });
      const { status, json } = await send(route, withQuery(request, name, value));
      // A merged client or a folder that there is not is not found, whatever is asked of it.
      if (status === 400 || (status === 404 && name === 'cursor')) continue;
      // Whom the list is not for is not told that the filter is none.
      if (status === 403 && (await send(route, request)).status === 403) continue;
      if (status === 200 && FREE_WORDS.has(name) && isEmpty(json)) continue;
      answered.push(`${status} ${route.method} ${route.path}?${name}=${value}`);
    }
  }
  expect(turn).toBeGreaterThan(150);
  expect(answered).toEqual([]);
});

test('in words that are searched for they are words, which nobody has', async () => {
  const searches = everyRoute.filter(({ path, method }) => method === 'POST' && /\/search(\/|$)/.test(path));
  expect(searches.length).toBeGreaterThan(3);
  for (const route of searches) {
    const request = filled(route, own);
    for (const [name, member] of Object.entries(z.record(z.string(), z.unknown()).parse(request.body))) {
      if (typeof member !== 'string') continue;
      for (const value of INJECTED) {
        const told = await send(route, { ...request, body: { ...Hits.parse(request.body), [name]: value } });
        expect([200, 400, 422], `${route.path} ${name} ${value}`).toContain(told.status);
        if (told.status === 200) expect(isEmpty(told.json), `${route.path} ${name} ${value}`).toBe(true);
      }
    }
  }
});
