import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTableInput, createTables, localClientOptions } from '../../infra/local/create-tables.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { findDynamoDb } from '../../infra/local/find-dynamodb.ts';
import { TABLE_NAMES, TABLES, tableNames } from '../../infra/table.ts';

const LAUNCHER = fileURLToPath(new URL('../../infra/local/dynamodb.ts', import.meta.url));

let folder: string;
const started: LocalDynamoDb[] = [];
const clients: DynamoDBClient[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sointu-launch-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const client of clients.splice(0)) client.destroy();
  for (const store of started.splice(0)) await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Parameters<typeof startDynamoDb>[0]): Promise<LocalDynamoDb> {
  const store = await startDynamoDb(settings);
  started.push(store);
  return store;
}

function clientOf(endpoint: string): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...localClientOptions(endpoint), maxAttempts: 1 });
  clients.push(client);
  return DynamoDBDocumentClient.from(client);
}

const notedPids = (): string[] =>
  readdirSync(folder).flatMap((name) => /^store-(\d+)\.pid$/.exec(name)?.[1] ?? []);

const isRunning = (pid: number): boolean => {
  try {
    // A process that has ended but was not yet collected by its parent is not running.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
};

/** Somebody else's launcher, in a process of its own, on our folder. Prints its endpoint. */
async function otherLauncher() {
  const script =
    `const { startDynamoDb } = await import(${JSON.stringify(LAUNCHER)});` +
    `console.log((await startDynamoDb({ folder: ${JSON.stringify(folder)} })).endpoint);` +
    'setInterval(() => {}, 1000);';
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('The tables of the local store', () => {
  it('are those of the deployment: same keys, same indexes, same projections', async () => {
    const { endpoint } = await start({ folder: null });
    await createTables(endpoint, 'own');
    const client = clientOf(endpoint);
    for (const table of TABLE_NAMES) {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: tableNames('own')[table] }));
      expect(Table?.KeySchema?.map((key) => key.AttributeName)).toEqual(['pk', 'sk']);
      const indexes = Table?.GlobalSecondaryIndexes?.map((index) => ({
        name: index.IndexName,
        keys: index.KeySchema?.map((key) => key.AttributeName),
        projection: index.Projection?.ProjectionType,
      }));
      const wanted = TABLES[table].indexes.map((index) => ({
        name: index.name,
        keys: [index.partition, index.sort],
        projection: index.projection === 'all' ? 'ALL' : 'KEYS_ONLY',
      }));
      expect(new Set(indexes)).toEqual(new Set(wanted));
    }
  });

  it('are kept with what is in them when they are created again', async () => {
    const first = await start({ folder });
    await createTables(first.endpoint, 'own');
    const Item = { pk: 'a', sk: 'b', text: 'kept' };
    await clientOf(first.endpoint).send(new PutCommand({ TableName: 'own-records', Item }));
    await first.stop();
    const second = await start({ folder });
    await createTables(second.endpoint, 'own');
    const Key = { pk: 'a', sk: 'b' };
    const read = await clientOf(second.endpoint).send(new GetCommand({ TableName: 'own-records', Key }));
    expect(read.Item).toEqual(Item);
  });

  it('are refused with the name of the index that they lack', async () => {
    const { endpoint } = await start({ folder: null });
    const older = { ...TABLES.trail, indexes: TABLES.trail.indexes.slice(0, 1) };
    await clientOf(endpoint).send(new CreateTableCommand(createTableInput('own-trail', older)));
    await expect(createTables(endpoint, 'own')).rejects.toThrow(
      /own-trail .* lacks gsi2: .*empty data folder/,
    );
  });
});

describe('The local store', () => {
  it('is not started when an endpoint is given', async () => {
    const store = await start({ folder, endpoint: 'http://127.0.0.1:8000' });
    expect(store.endpoint).toBe('http://127.0.0.1:8000');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('listens on the loopback address only, and not at all after its end', async () => {
    const store = await start({ folder });
    expect(new URL(store.endpoint).hostname).toBe('127.0.0.1');
    expect((await fetch(store.endpoint)).ok).toBe(true);
    await store.stop();
    await expect(fetch(store.endpoint)).rejects.toThrow();
    expect(notedPids()).toEqual([]);
  });

  it('makes its folder, readable by its owner only', async () => {
    const deep = join(folder, 'a', 'b');
    await start({ folder: deep });
    expect(readdirSync(deep)).toContain('dynamodb.sqlite');
    expect(statSync(deep).mode & 0o077).toBe(0);
  });

  it('refuses a folder that another launcher is serving', async () => {
    await start({ folder });
    await expect(startDynamoDb({ folder })).rejects.toThrow(/already running \(process \d+\)/);
  });

  it('ends with its launcher on a signal', async () => {
    const launcher = await otherLauncher();
    const pid = Number(notedPids()[0]);
    expect(isRunning(pid)).toBe(true);
    launcher.kill('SIGTERM');
    await once(launcher, 'exit');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
    expect(notedPids()).toEqual([]);
  });

  it('that a killed launcher left behind is ended at the next start', async () => {
    const launcher = await otherLauncher();
    const orphan = Number(notedPids()[0]);
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    expect(isRunning(orphan)).toBe(true);
    const store = await start({ folder });
    await vi.waitFor(() => expect(isRunning(orphan)).toBe(false));
    expect((await fetch(store.endpoint)).ok).toBe(true);
  });

  it('comes back on the same port with its data after it has aborted', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { endpoint } = await start({ folder });
    await createTables(endpoint, 'own');
    const client = clientOf(endpoint);
    const Key = { pk: 'a', sk: 'b' };
    await client.send(new PutCommand({ TableName: 'own-records', Item: Key }));
    const [before] = notedPids();
    // A character outside ASCII in the text of an expression: this version of the store aborts at it.
    const fatal = new GetCommand({ TableName: 'own-records', Key, ProjectionExpression: '€' });
    await expect(client.send(fatal)).rejects.toThrow();
    await vi.waitFor(async () => {
      expect(notedPids()).not.toContain(before);
      const again = await client.send(new GetCommand({ TableName: 'own-records', Key }));
      expect(again.Item).toEqual(Key);
    }, 5_000);
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/aborted: restarting/));
  });

  it('that is installed nowhere is missed by both its names and the way round them', () => {
    expect(() => findDynamoDb(join(folder, 'nowhere.js'))).toThrow(
      new RegExp(`dynoxide nor @dynoxide/${process.platform}-${process.arch} .*SOINTU_DYNAMODB_ENDPOINT`),
    );
  });
});
