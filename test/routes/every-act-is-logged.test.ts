import { beforeAll, describe, expect, test } from 'vitest';
import { JobRole } from '../../shared/access/job-roles.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { linesOf } from '../support/dump.ts';
import { ask, everything, filled, named } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let clientId: string;
const workers = new Map<JobRole, Worker>();

beforeAll(async () => {
  world = await testWorld();
  for (const role of JobRole.options) {
    workers.set(role, await world.worker(role, everything([world.units.families])));
  }
  const recorder = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, recorder, { family: 'Keksitty', given: 'Henkilö' }));
  await world.drained();
});

/** The lines that came about while this was done. */
async function during(act: () => Promise<unknown>): Promise<AccessEvent[]> {
  const before = new Set((await linesOf(world.services)).map(({ eventId }) => eventId));
  await act();
  return (await linesOf(world.services)).filter(({ eventId }) => !before.has(eventId));
}

describe.each(named)('%s', (_, route) => {
  test('leaves exactly one line under its own name, whoever of its roles asks and whatever the answer [U-9.15, J-5.14, K-13.19]', async () => {
    for (const role of route.action.roles) {
      const worker = workers.get(role);
      if (worker === undefined) throw new Error('No such worker.');
      let status = 0;
      const lines = await during(async () => {
        ({ status } = await ask(worker, route, filled(route, clientId)));
      });
      expect(status).toBeLessThan(500);
      expect(lines).toMatchObject([
        {
          eventName: route.event,
          action: route.action.name,
          readOnly: route.writes === 'nothing',
          userIdentity: { userId: worker.userId, name: 'Työntekijä Testi', role },
          outcome: { result: status < 300 ? 'allowed' : 'refused' },
        },
      ]);
      const touchesClient = route.action.tie === 'client' && status < 300;
      if (touchesClient) expect(lines[0]?.clients).toContain(clientId);
      if (status < 300) expect(lines[0]?.dataGroups).not.toEqual([]);
      if (status < 300 && route.writes !== 'nothing') expect(lines[0]?.changedFields).not.toEqual([]);
    }
  });
});
