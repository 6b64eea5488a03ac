import { beforeAll, describe, expect, test } from 'vitest';
import { JobRole } from '../../shared/access/job-roles.ts';
import { dumpOf } from '../support/dump.ts';
import { ask, everything, filled, named } from '../support/every-route.ts';
import { betweenStore, named as fault, watchedIntake } from '../support/faults.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** The log takes no line by any way: whoever asks, whatever is asked, nothing is told and nothing is done. */

let world: World;
let clientId: string;
let before: unknown[];
const workers = new Map<JobRole, Worker>();

beforeAll(async () => {
  world = await testWorld();
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Salattu', given: 'Henkilö' }));
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  await world.drained();
  before = await dumpOf(world.services, 'records');
  const { trail } = world.services.tables;
  watchedIntake(world.services, true);
  betweenStore(world.services, async (call) => {
    const isOfTheLog = call.tables.includes(trail);
    if (isOfTheLog && call.name !== 'QueryCommand') throw fault('ThrottlingException');
    return call.send();
  });
});

describe.each(named)('%s', (_, route) => {
  test('answers no worker of its roles while the log takes no line', async () => {
    for (const role of route.action.roles) {
      const worker = workers.get(role);
      if (worker === undefined) throw new Error('No such worker.');
      const told = await ask(worker, route, filled(route, clientId));
      expect(told).toMatchObject({ status: 503 });
      // The ids of the tests' own requests are numbers too.
      expect(JSON.stringify({ ...told.json, requestId: '' })).not.toMatch(/Salattu|Henkilö|1980/);
    }
  });
});

test('and nothing was done of all that was asked', async () => {
  expect(await dumpOf(world.services, 'records')).toEqual(before);
});
