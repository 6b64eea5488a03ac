import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type MigrationRun, migrateItems } from '../../infra/migrations/run.ts';
import { openJson, sealJson } from '../../shared/crypto/seal.ts';
import { ControllerId, JobId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { migrationsOf } from '../../shared/table/migrations/register.ts';
import { parseItem } from '../../shared/table/parse-item.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { betweenStore } from '../support/faults.ts';
import { newClient } from '../support/new-client.ts';
import { oldParcel, PARCEL_MIGRATIONS, Parcel } from '../support/parcel.ts';
import { type TestServices, testServices } from '../support/services.ts';
import { testWorld } from '../support/world.ts';

const KEUSOTE = ControllerId.parse('KEUSOTE');
const LOIMAA = ControllerId.parse('LOIMAA');
const SEAL_KEY = new Uint8Array(32).fill(7);
const folder = mkdtempSync(join(tmpdir(), 'sointu-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: TestServices;
let files = 0;
beforeEach(async () => {
  world = await testServices();
});

const put = (Item: Record<string, unknown>): Promise<unknown> =>
  world.services.tables
    .clientOf(KEUSOTE)
    .send(new PutCommand({ TableName: world.services.tables.records, Item }));

/** A parcel of the first release, its text sealed at the version it has. */
async function oldOne(): Promise<{ pk: string; sk: string }> {
  const { services } = world;
  const key = workKeys.job(KEUSOTE, JobId.parse(newId(services)));
  const place = { table: 'records', ...key, attribute: 'content', version: 7 };
  const blob = sealJson(SEAL_KEY, place, { words: 'from me' }, services.random(12));
  await put(oldParcel(key.pk, key.sk, { subject: 'client', at: 7, blob }));
  return key;
}

const oldOnes = (count: number) => Promise.all(Array.from({ length: count }, oldOne));

function aRun(more: Partial<MigrationRun> = {}): MigrationRun {
  files += 1;
  return {
    services: world.services,
    controllers: [KEUSOTE, LOIMAA],
    ranBy: 'operator of the test',
    migrations: PARCEL_MIGRATIONS,
    unitsPerSecond: 100_000,
    progressFile: join(folder, `run-${files}.json`),
    told: () => undefined,
    ...more,
  };
}

const parcels = async () =>
  (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'parcel');

describe('a migration', () => {
  test('stores every old item in the newest shape, and its seals still open', async () => {
    await oldOnes(300);
    const done = await migrateItems(aRun());
    expect(done?.counts).toEqual({ rewritten: 300, overtaken: 0 });
    const stored = await parcels();
    expect(stored).toHaveLength(300);
    for (const item of stored) {
      const { pk, sk, schemaVersion, version, content } = Parcel.parse(item);
      expect({ schemaVersion, version }).toEqual({ schemaVersion: 3, version: 7 });
      const place = { table: 'records', pk, sk, attribute: 'content', version: content.at };
      expect(openJson(SEAL_KEY, place, content.blob)).toEqual({ words: 'from me' });
    }
    expect((await migrateItems(aRun()))?.counts).toEqual({ rewritten: 0, overtaken: 0 });
  });

  test('leaves what somebody changed while it ran, and who reads meanwhile reads the newest shape', async () => {
    const [changed] = await oldOnes(20);
    const { services } = world;
    const { tables } = services;
    // Parts of the table are read side by side: somebody is faster just when this item has been read.
    betweenStore(services, async ({ name, partition, send }) => {
      if (name !== 'PutCommand' || changed === undefined || partition !== changed.pk) return send();
      const { Item } = await tables
        .clientOf(KEUSOTE)
        .send(new GetCommand({ TableName: tables.records, Key: changed }));
      const read = parseItem(Parcel, Item, PARCEL_MIGRATIONS);
      expect(read.from).toBe('Turku');
      await tables
        .clientOf(KEUSOTE)
        .send(new PutCommand({ TableName: tables.records, Item: { ...read, version: 8, to: 'Oulu' } }));
      return send();
    });
    expect((await migrateItems(aRun()))?.counts).toEqual({ rewritten: 19, overtaken: 1 });
    const kept = (await parcels()).find(({ sk, pk }) => sk === changed?.sk && pk === changed?.pk);
    expect(kept).toMatchObject({ version: 8, to: 'Oulu', schemaVersion: 3 });
  });

  test('that broke off goes on where it was, and leaves no item and no line out', async () => {
    await oldOnes(400);
    let pages = 0;
    const broken = aRun({
      told() {
        pages += 1;
        if (pages === 3) throw new Error('The operator closed the laptop.');
      },
    });
    await expect(migrateItems(broken)).rejects.toThrow('closed the laptop');
    const before = (await parcels()).filter(({ schemaVersion }) => schemaVersion === 3).length;
    const done = await migrateItems({ ...broken, told: () => undefined });
    expect(done?.counts.rewritten).toBeGreaterThanOrEqual(400 - before);
    expect((await parcels()).every(({ schemaVersion }) => schemaVersion === 3)).toBe(true);
    const lines = await linesOf(world.services);
    const runs = new Set(lines.flatMap(({ resources }) => resources.map(({ id }) => id)));
    expect([...runs]).toEqual([done?.runId]);
  });

  test('stands in each controller’s log by two lines that name no client', async () => {
    await oldOnes(1);
    const done = await migrateItems(aRun({ told: () => world.clock.advance(1) }));
    const lines = await linesOf(world.services);
    for (const controller of [KEUSOTE, LOIMAA]) {
      const own = lines.filter((line) => line.controller === controller);
      expect(own.map(({ eventName }) => eventName)).toEqual(['ItemMigrationStarted', 'ItemMigrationEnded']);
      for (const line of own) {
        expect(line).toMatchObject({
          clients: [],
          readOnly: false,
          resources: [{ kind: 'job', id: done?.runId }],
          changedFields: ['parcel:1-2', 'parcel:2-3'],
          userIdentity: { name: 'operator of the test', authenticationMethod: 'operator' },
        });
      }
    }
  });

  test('writes nothing when its line cannot be stored', async () => {
    await oldOnes(3);
    const { services } = world;
    services.intake = { putIfAbsent: () => Promise.reject(new Error('full')) };
    betweenStore(services, ({ name, tables: [table], send }) =>
      name === 'PutCommand' && table === services.tables.trail
        ? Promise.reject(new Error('refused'))
        : send(),
    );
    await expect(migrateItems(aRun())).rejects.toMatchObject({ definition: { code: 'log.unavailable' } });
    expect((await parcels()).every(({ schemaVersion }) => schemaVersion === 1)).toBe(true);
  });

  test('keeps the pace it was given', async () => {
    await oldOnes(30);
    const from = performance.now();
    await migrateItems(aRun({ unitsPerSecond: 60 }));
    // Thirty items of one unit each to write, and as much to read of the table.
    expect(performance.now() - from).toBeGreaterThan(500);
  });

  test('that would lose a sealed text writes nothing', async () => {
    const [one] = await oldOnes(1);
    const migrations = migrationsOf([
      { table: 'records', entity: 'parcel', from: 1, change: (item) => ({ ...item, content: undefined }) },
    ]);
    await expect(migrateItems(aRun({ migrations }))).rejects.toThrow('must leave content');
    expect(await parcels()).toMatchObject([{ ...one, schemaVersion: 1 }]);
  });

  test('without a step reads no table and leaves no line', async () => {
    betweenStore(world.services, () => Promise.reject(new Error('was asked')));
    expect(await migrateItems(aRun({ migrations: migrationsOf([]) }))).toBeUndefined();
  });
});

test('an item that a later release wrote is not read by this one: try again, says the answer, and the log says why', async () => {
  const over = await testWorld();
  const worker = await over.worker('broadResponsibility');
  const { clientId } = await newClient(over, worker, { family: 'Uudempi', given: 'Tuisku' });
  const { services } = over;
  const head = (await dumpOf(services, 'records')).find(({ entity }) => entity === 'client');
  await services.tables
    .clientOf(KEUSOTE)
    .send(new PutCommand({ TableName: services.tables.records, Item: { ...head, schemaVersion: 2 } }));

  over.clock.advance(1);
  const told = await worker.call('GET', `/v1/clients/${clientId}`);

  expect(told).toMatchObject({ status: 503, json: { code: 'service.unavailable' } });
  expect((await linesOf(services)).at(-1)?.outcome).toEqual({ result: 'failed', code: 'fault.newerItem' });
  expect(over.logged).toContainEqual({
    level: 'error',
    code: 'ITEM_UNREADABLE',
    fields: expect.objectContaining({ entity: 'client', errorName: 'NewerItemFault' }),
  });
});
