import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { JobRole } from '../../shared/access/job-roles.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { ask, everyRoute, everything, filled } from '../support/every-route.ts';
import { named } from '../support/faults.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** The key service answers nobody: whatever is asked, nothing sealed is told, and nothing is written half. */

const Stored = z.object({ pk: z.string(), sk: z.string(), version: z.number().optional() });

let world: World;
let clientId: string;
const workers = new Map<JobRole, Worker>();

beforeAll(async () => {
  world = await testWorld();
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Salattu', given: 'Henkilö' }));
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  await world.drained();
  // Plain keys are no longer in memory.
  world.clock.advance(10);
  const silent = () => Promise.reject(named('ThrottlingException'));
  world.services.vault = { ...world.services.vault, unwrap: silent, generate: silent };
});

/** Every item there is, in which version. */
const standing = async (): Promise<string> =>
  (await dumpOf(world.services, 'records'))
    .map((item) => Stored.parse(item))
    .map(({ pk, sk, version }) => `${pk} ${sk} ${version}`)
    .toSorted()
    .join('\n');

test('no route opens, writes or fails in another way than by saying that it is not available now, and each leaves its line', async () => {
  const odd: string[] = [];
  const unavailable: string[] = [];
  let stood = await standing();
  for (const route of everyRoute) {
    const worker = workers.get(route.action.roles[0] ?? 'ict');
    if (worker === undefined) throw new Error('No such worker.');
    const told = await ask(worker, route, filled(route, clientId));
    const name = `${route.method} ${route.path}`;
    if (told.status === 503) unavailable.push(name);
    else if (told.status >= 500) odd.push(`${name} ${told.status}`);
    expect(told.body ?? '').not.toMatch(/Salattu|ThrottlingException/);
    if (told.status === 503 && route.writes !== 'nothing') {
      if ((await standing()) !== stood) odd.push(`${name} wrote`);
    } else if (told.status < 300 && route.writes !== 'nothing') stood = await standing();
  }
  expect(odd).toEqual([]);
  expect(unavailable.length).toBeGreaterThan(10);
  const lines = new Set((await linesOf(world.services)).map(({ eventName }) => eventName));
  expect(everyRoute.filter(({ event }) => !lines.has(event))).toEqual([]);
  // Every route is asked, one after another.
});
