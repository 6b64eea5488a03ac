import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient, logPageOf as pageOf } from '../support/access-log.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let worker: Worker;
let officer: Worker;
beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
});

const newClient = (by: Worker = worker): Promise<string> => anyClient(world, by);

describe('the log of a worker', () => {
  test('names each file this worker opened, over months, the latest first', async () => {
    const active = await world.worker('broadResponsibility');
    const clients: string[] = [];
    for (let month = 0; month < 3; month += 1) {
      for (let count = 0; count < 10; count += 1) {
        const clientId = await newClient(active);
        clients.push(clientId);
        world.clock.advance(1);
      }
      world.clock.advance(31 * 24 * 60);
    }
    const path = `/v1/access-log/users/${active.userId}`;
    const first = pageOf(await officer.call('GET', path));
    const second = pageOf(await officer.call('GET', `${path}?cursor=${String(first.next)}`));
    expect([...first.lines, ...second.lines].map(({ clients: [only] }) => only)).toEqual(
      clients.toReversed(),
    );
    expect(first.lines).toHaveLength(25);
  });

  test('of a year ago is found in pages that look six months back each', async () => {
    const gone = await world.worker('broadResponsibility');
    const clientId = await newClient(gone);
    world.clock.advance(370 * 24 * 60);
    const found: string[] = [];
    let path: string | undefined = `/v1/access-log/users/${gone.userId}`;
    let pages = 0;
    while (path !== undefined) {
      const page = pageOf(await officer.call('GET', path));
      found.push(...page.lines.flatMap((line) => line.clients));
      pages += 1;
      path = page.next === undefined ? undefined : `/v1/access-log/users/${gone.userId}?cursor=${page.next}`;
    }
    expect(found).toEqual([clientId]);
    expect(pages).toBeLessThanOrEqual(5);
  });

  test('is itself logged with each client it shows', async () => {
    const active = await world.worker('broadResponsibility');
    const clients = [await newClient(active), await newClient(active)];
    world.clock.advance(1);
    await officer.call('GET', `/v1/access-log/users/${active.userId}`);
    await world.drained();
    world.clock.advance(1);
    for (const clientId of clients) {
      const { lines } = pageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
      expect(lines[0]).toMatchObject({
        eventName: 'LogOfUserRead',
        userIdentity: { userId: officer.userId },
        resources: [{ kind: 'accessLog', id: active.userId }],
      });
    }
  });

  test('of another controller is empty', async () => {
    const stranger = await world.worker('broadResponsibility', { controller: world.otherController });
    await stranger.call('GET', `/v1/clients/${await newClient()}`);
    const told = await officer.call('GET', `/v1/access-log/users/${stranger.userId}`);
    expect(pageOf(told).lines).toEqual([]);
  });
});
