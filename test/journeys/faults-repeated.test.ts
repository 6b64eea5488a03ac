import { beforeEach, describe, expect, test } from 'vitest';
import { linesOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { clientBody } from '../support/new-client.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const AINO = { family: 'Esimerkki', given: 'Aino' };

let world: World;
let worker: Worker;
beforeEach(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
});

const eventsNamed = async (name: string) =>
  (await linesOf(world.services)).filter(({ eventName }) => eventName === name);

const isTransaction = ({ name }: { name: string }): boolean => name === 'TransactWriteCommand';

async function hitsOf(name: string): Promise<number> {
  const told = await worker.call('POST', '/v1/clients/search', { body: { name } });
  expect(told.status).toBe(200);
  return Object.values(told.json['hits'] ?? {}).length;
}

describe('a request sent again under the same key', () => {
  const create = (key: string, name = AINO, by: Worker = worker): Promise<Told> => {
    world.clock.advance(1);
    return by.call('POST', '/v1/clients', { key, body: clientBody(world, name) });
  };

  test('gives the first answer, has one effect and leaves a line of its own', async () => {
    const first = await create('key-of-one');
    const again = await create('key-of-one');
    expect(again).toEqual(first);
    await world.drained();
    expect(await hitsOf('esimerkki')).toBe(1);
    const lines = await eventsNamed('ClientCreated');
    expect(lines.map(({ replay = false, clients }) => ({ replay, clients }))).toEqual([
      { replay: false, clients: [first.json['clientId']] },
      { replay: true, clients: [first.json['clientId']] },
    ]);
  });

  test('by many at once gives all the same answer: one effect, one line, and one for each replay', async () => {
    const code = { personalIdentityCode: '010190-900P', birthDate: undefined };
    const told = await Promise.all(
      Array.from({ length: 6 }, () =>
        worker.call('POST', '/v1/clients', { key: 'key-of-many', body: clientBody(world, AINO, code) }),
      ),
    );
    expect(new Set(told.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(told[0]?.status).toBe(201);
    await world.drained();
    expect(await hitsOf('esimerkki')).toBe(1);
    const lines = await eventsNamed('ClientCreated');
    expect(lines.filter(({ replay }) => replay !== true)).toHaveLength(1);
    expect(lines).toHaveLength(6);
  });

  test('after its answer was lost on the way gives the answer that was lost', async () => {
    const store = betweenStore(world.services, async (call) => {
      const answer = await call.send();
      if (isTransaction(call)) throw named('TimeoutError');
      return answer;
    });
    expect((await create('key-of-lost')).status).toBe(503);
    store.mend();
    expect((await create('key-of-lost')).status).toBe(201);
    await world.drained();
    const lines = await eventsNamed('ClientCreated');
    expect(lines.map(({ outcome, replay = false }) => `${outcome.result} ${replay}`).toSorted()).toEqual([
      'allowed false',
      'allowed true',
      'failed false',
    ]);
  });

  test('with another content is refused', async () => {
    await create('key-of-one');
    const told = await create('key-of-one', { family: 'Toinen', given: 'Ihminen' });
    expect(told).toMatchObject({ status: 422, json: { code: 'request.idempotencyMismatch' } });
  });

  test("by another worker is the other's own request", async () => {
    const other = await world.worker('broadResponsibility');
    const first = await create('key-of-both');
    const second = await create('key-of-both', { family: 'Toinen', given: 'Ihminen' }, other);
    expect(second.status).toBe(201);
    expect(second.json['clientId']).not.toBe(first.json['clientId']);
  });
});
