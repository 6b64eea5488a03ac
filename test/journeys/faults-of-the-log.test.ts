import { beforeEach, describe, expect, test } from 'vitest';
import { putIfAbsent } from '../../shared/table/put.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { trailItemOf } from '../../shared/trail/line.ts';
import { storeLine } from '../../shared/trail/write.ts';
import { linesOf } from '../support/dump.ts';
import { betweenStore, type Call, gate, named, watchedIntake } from '../support/faults.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let worker: Worker;
let clientId: string;
let path: string;
beforeEach(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  ({ clientId } = await newClient(world, worker, { family: 'Esimerkki', given: 'Aino' }));
  path = `/v1/clients/${clientId}`;
  await world.drained();
  world.clock.advance(1);
});

const isTrailPut = ({ name, tables }: Call): boolean =>
  name === 'PutCommand' && tables.includes(world.services.tables.trail);

const codesLogged = (): string[] => world.logged.map(({ code }) => code);

describe('when the trail does not take a line', () => {
  test.each(['ProvisionedThroughputExceededException', 'InternalServerError', 'ResourceNotFoundException'])(
    'by %s, the same line lies in the intake before the data leave',
    async (error) => {
      const { kept } = watchedIntake(world.services);
      betweenStore(world.services, async (call) => {
        if (isTrailPut(call)) throw named(error);
        return call.send();
      });
      expect((await worker.call('GET', path)).status).toBe(200);
      expect(kept.size).toBe(1);
      const [[name, text] = ['', '']] = [...kept];
      const line = AccessEvent.parse(JSON.parse(text));
      expect(line).toMatchObject({ eventName: 'ClientFileOpened', clients: [clientId] });
      expect(name).toBe(`intake/KEUSOTE/${line.eventTime.slice(0, 10)}/${line.eventId}.json`);
      expect(codesLogged()).toContain('TRAIL_REFUSED');
    },
  );

  test('and the intake fails too, the answer is withheld: no log, no data', async () => {
    watchedIntake(world.services, true);
    betweenStore(world.services, async (call) => {
      if (isTrailPut(call)) throw named('ThrottlingException');
      return call.send();
    });
    const told = await worker.call('GET', path);
    expect(told).toMatchObject({ status: 503, json: { code: 'log.unavailable' } });
    expect(told.body).not.toMatch(/Esimerkki|Aino|1980/);
    expect(codesLogged()).toContain('LOG_LOST');
  });

  test('and the intake fails too, a search and a refused opening give nothing either', async () => {
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    watchedIntake(world.services, true);
    betweenStore(world.services, async (call) => {
      if (isTrailPut(call)) throw named('ThrottlingException');
      return call.send();
    });
    const searched = await worker.call('POST', '/v1/clients/search', { body: { name: 'esimerkki' } });
    expect(searched).toMatchObject({ status: 503, json: { code: 'log.unavailable' } });
    expect(searched.body).not.toMatch(/Esimerkki|Aino/);
    expect((await stranger.call('GET', path)).status).toBe(503);
  });

  test('for a while, the answer waits for it', async () => {
    const { passed, open } = gate();
    betweenStore(world.services, async (call) => {
      if (isTrailPut(call)) await passed;
      return call.send();
    });
    let isAnswered = false;
    const asked = worker.call('GET', path).then((told) => {
      isAnswered = true;
      return told;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isAnswered).toBe(false);
    open();
    expect((await asked).status).toBe(200);
  });

  test('a write is not done either: its line is part of the same transaction', async () => {
    betweenStore(world.services, async (call) => {
      if (call.name === 'TransactWriteCommand' && call.tables.includes(world.services.tables.trail)) {
        throw named('ThrottlingException');
      }
      return call.send();
    });
    const told = await worker.call('PATCH', `${path}/base-data`, {
      version: 1,
      body: { changes: { occupation: 'leipuri' }, source: { kind: 'client', channel: 'phone' } },
    });
    expect(told).toMatchObject({ status: 503, json: { code: 'service.unavailable' } });
    const opened = await worker.call('GET', path);
    expect(opened.headers['etag']).toBe('"1"');
    expect(opened.json).not.toHaveProperty('baseData.occupation');
    const lines = await linesOf(world.services);
    expect(lines.filter(({ eventName }) => eventName === 'BaseDataChanged')).toMatchObject([
      { outcome: { result: 'failed' }, clients: [clientId] },
    ]);
  });
});

describe('a line that stands', () => {
  async function oneLine(): Promise<AccessEvent> {
    await worker.call('GET', path);
    const line = (await linesOf(world.services)).at(-1);
    if (line === undefined) throw new Error('No line was written.');
    return line;
  }

  test('is not overwritten by another put under its key [L-9.21]', async () => {
    const line = await oneLine();
    const forged = { ...line, userIdentity: { ...line.userIdentity, name: 'Joku Muu' } };
    await expect(
      putIfAbsent(world.services.tables, world.controller, 'trail', trailItemOf(forged)),
    ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect((await linesOf(world.services)).at(-1)).toEqual(line);
  });

  test('is one line when the same line is sent twice', async () => {
    const line = await oneLine();
    const { kept } = watchedIntake(world.services);
    const before = await linesOf(world.services);
    await storeLine(world.services, line);
    expect(await linesOf(world.services)).toEqual(before);
    expect(kept.size).toBe(0);
  });

  test('does not swallow the line of another request that meets its key', async () => {
    const line = await oneLine();
    const { kept } = watchedIntake(world.services);
    await storeLine(world.services, { ...line, requestId: 'another-request' });
    expect([...kept.values()].map((text) => AccessEvent.parse(JSON.parse(text)).requestId)).toEqual([
      'another-request',
    ]);
    expect((await linesOf(world.services)).at(-1)).toEqual(line);
  });
});
