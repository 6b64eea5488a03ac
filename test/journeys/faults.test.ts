import { beforeEach, describe, expect, test } from 'vitest';
import { linesOf } from '../support/dump.ts';
import { betweenStore, cancelled, gate, named } from '../support/faults.ts';
import { clientBody, newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const AINO = { family: 'Esimerkki', given: 'Aino' };
const CHANGE = { changes: { occupation: 'leipuri' }, source: { kind: 'client', channel: 'phone' } };

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

describe('when the keys do not answer', () => {
  let path: string;
  beforeEach(async () => {
    const { clientId } = await newClient(world, worker, AINO);
    path = `/v1/clients/${clientId}`;
    world.clock.advance(10); // plain keys are no longer in memory
  });

  test.each([
    ['ThrottlingException', 503, 'service.unavailable'],
    ['AccessDeniedException', 500, 'fault'],
    ['DisabledException', 500, 'fault'],
  ])('(%s), the file stays closed and a line says that it failed', async (error, status, code) => {
    world.services.vault = { ...world.services.vault, unwrap: () => Promise.reject(named(error)) };
    const told = await worker.call('GET', path);
    expect(told).toMatchObject({ status, json: { code } });
    expect(told.body).not.toMatch(/Esimerkki|Aino|1980/);
    const failed = (await eventsNamed('ClientFileOpened')).filter(
      ({ outcome }) => outcome.result === 'failed',
    );
    expect(failed).toHaveLength(1);
  });

  test('for a while, the answer waits for them', async () => {
    const { passed, open } = gate();
    const { vault } = world.services;
    world.services.vault = {
      ...vault,
      unwrap: async (...asked) => {
        await passed;
        return vault.unwrap(...asked);
      },
    };
    let isAnswered = false;
    const asked = worker.call('GET', path).then((told) => {
      isAnswered = true;
      return told;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isAnswered).toBe(false);
    expect((await worker.call('GET', '/v1/clients/none')).status).toBe(400);
    open();
    expect(await asked).toMatchObject({ status: 200, json: { baseData: { name: AINO } } });
  });

  test('a failure is not remembered: the next opening asks again', async () => {
    const { vault } = world.services;
    world.services.vault = { ...vault, unwrap: () => Promise.reject(named('ThrottlingException')) };
    expect((await worker.call('GET', path)).status).toBe(503);
    world.services.vault = vault;
    expect((await worker.call('GET', path)).status).toBe(200);
  });

  test('no client is recorded without keys', async () => {
    world.services.vault = {
      ...world.services.vault,
      generate: () => Promise.reject(named('ThrottlingException')),
    };
    const told = await worker.call('POST', '/v1/clients', {
      body: clientBody(world, { family: 'Toinen', given: 'Ei' }),
    });
    expect(told.status).toBe(503);
    expect(await eventsNamed('ClientCreated')).toMatchObject([
      { outcome: { result: 'allowed' } },
      { outcome: { result: 'failed', code: 'fault' }, clients: [] },
    ]);
  });
});

test('when the powers cannot be read, nothing is given and the line says that it failed', async () => {
  const { clientId } = await newClient(world, worker, AINO);
  betweenStore(world.services, async (call) => {
    if (call.name === 'GetCommand') throw named('ProvisionedThroughputExceededException');
    return call.send();
  });
  const told = await worker.call('GET', `/v1/clients/${clientId}`);
  expect(told).toMatchObject({
    status: 503,
    headers: { 'retry-after': '2' },
    json: { code: 'service.unavailable' },
  });
  expect((await eventsNamed('ClientFileOpened'))[0]).toMatchObject({
    outcome: { result: 'failed' },
    userIdentity: { userId: worker.userId },
  });
});

describe('two writers at once', () => {
  test('one wins, the other is told the version that stands now, and each leaves one line', async () => {
    const { clientId } = await newClient(world, worker, AINO);
    const told = await Promise.all(
      [1, 2].map(() =>
        worker.call('PATCH', `/v1/clients/${clientId}/base-data`, { version: 1, body: CHANGE }),
      ),
    );
    expect(told.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 412]));
    const loser = told.find(({ status }) => status === 412);
    expect(loser).toMatchObject({
      headers: { etag: '"2"' },
      json: { code: 'request.stale', details: { version: 2 } },
    });
    const results = (await eventsNamed('BaseDataChanged')).map(({ outcome }) => outcome);
    expect(results).toHaveLength(2);
    expect(results).toEqual(
      expect.arrayContaining([{ result: 'allowed' }, { result: 'refused', code: 'request.stale' }]),
    );
  });

  test('a transaction that meets another is sent again, and stands once', async () => {
    let sent = 0;
    betweenStore(world.services, async (call) => {
      if (isTransaction(call) && (sent += 1) <= 2) throw cancelled('None', 'TransactionConflict', 'None');
      return call.send();
    });
    await newClient(world, worker, AINO);
    expect(sent).toBe(3);
    expect(await eventsNamed('ClientCreated')).toHaveLength(1);
  });

  test.each([
    ['TransactionConflict', 409, 'request.conflict'],
    ['ThrottlingError', 503, 'service.unavailable'],
    ['ProvisionedThroughputExceeded', 503, 'service.unavailable'],
    ['ValidationError', 500, 'fault'],
  ])('a transaction cancelled by %s every time ends as %i %s', async (reason, status, code) => {
    betweenStore(world.services, async (call) => {
      if (isTransaction(call)) throw cancelled('None', reason);
      return call.send();
    });
    const told = await worker.call('POST', '/v1/clients', { body: clientBody(world, AINO) });
    expect(told).toMatchObject({ status, json: { code } });
    const lines = await eventsNamed('ClientCreated');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.outcome.result).not.toBe('allowed');
  });
});

test('news that cannot be handled lie among the dead letters, and are handled when replayed', async () => {
  const store = betweenStore(world.services, async (call) => {
    if (isTransaction(call) && !call.tables.includes(world.services.tables.trail)) {
      throw named('ValidationException');
    }
    return call.send();
  });
  await newClient(world, worker, AINO);
  await world.drained();
  expect(world.logged.map(({ code }) => code)).toContain('EVENT_DEAD');
  expect(await hitsOf('esimerkki')).toBe(0);
  store.mend();
  expect(world.replay()).toBe(1);
  await world.drained();
  expect(await hitsOf('esimerkki')).toBe(1);
});

test('a possible duplicate is told of by id, and the line says of whom', async () => {
  const { clientId } = await newClient(world, worker, AINO);
  await world.drained();
  world.clock.advance(1);
  const told = await worker.call('POST', '/v1/clients', { body: clientBody(world, AINO) });
  expect(told).toMatchObject({ status: 409, json: { details: { clientIds: [clientId] } } });
  expect((await eventsNamed('ClientCreated')).at(-1)).toMatchObject({
    clients: [clientId],
    outcome: { result: 'refused', code: 'client.possibleDuplicate' },
    dataGroups: ['identity'],
  });
});
