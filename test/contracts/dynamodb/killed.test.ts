import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTables, localClientOptions } from '../../../infra/local/create-tables.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../../infra/local/dynamodb.ts';
import { tableNames } from '../../../infra/table.ts';

const { records, trail } = tableNames('killed');
const KILLS = 3;
const WRITERS = 4;

let folder: string;
let store: LocalDynamoDb;
let doc: DynamoDBDocumentClient;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sointu-killed-'));
  store = await startDynamoDb({ folder });
  await createTables(store.endpoint, 'killed');
  // One attempt: an answer that never came must count as unknown here, not be asked for again.
  doc = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...localClientOptions(store.endpoint), maxAttempts: 1 }),
  );
});
afterAll(async () => {
  doc.destroy();
  await store.stop();
  rmSync(folder, { recursive: true });
});

/** The process that serves the folder right now, by its note. */
function pidOfStore(): number {
  const pids = readdirSync(folder).flatMap((name) => /^store-(\d+)\.pid$/.exec(name)?.[1] ?? []);
  if (pids.length !== 1) throw new Error(`Expected one running store, found ${pids.length}`);
  return Number(pids[0]);
}

async function sortKeysIn(table: string, pk: string): Promise<Set<unknown>> {
  const found = new Set<unknown>();
  let from: Record<string, unknown> | undefined;
  do {
    const page = await doc.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) found.add(item['sk']);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return found;
}

it('a store killed in the middle of its work has every acknowledged write and no half of a transaction', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const work = new AbortController();
  const acknowledged = { puts: new Set<string>(), transactions: new Set<string>() };
  const tried = new Set<string>();
  const body = 'x'.repeat(1_000);

  async function writer(number: number): Promise<void> {
    for (let round = 0; !work.signal.aborted; round += 1) {
      const sk = `${number}.${round}`;
      try {
        await doc.send(new PutCommand({ TableName: records, Item: { pk: 'put', sk, body } }));
        acknowledged.puts.add(sk);
        tried.add(sk);
        await doc.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: records, Item: { pk: 'head', sk, body } } },
              { Put: { TableName: records, Item: { pk: 'body', sk, body, g1pk: 'list', g1sk: sk } } },
              { Put: { TableName: trail, Item: { pk: 'line', sk, body } } },
            ],
          }),
        );
        acknowledged.transactions.add(sk);
      } catch {
        await pause(5);
      }
    }
  }

  const writers = Array.from({ length: WRITERS }, (_, number) => writer(number));
  const killed: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = acknowledged.transactions.size;
    await vi.waitFor(() => expect(acknowledged.transactions.size).toBeGreaterThan(before + 40), 5_000);
    const pid = pidOfStore();
    process.kill(pid, 'SIGKILL');
    killed.push(pid);
    await vi.waitFor(() => expect(killed).not.toContain(pidOfStore()), 5_000);
  }
  const last = acknowledged.transactions.size;
  await vi.waitFor(() => expect(acknowledged.transactions.size).toBeGreaterThan(last), 5_000);
  work.abort();
  await Promise.all(writers);

  expect(new Set(killed).size).toBe(KILLS);
  const stored = await sortKeysIn(records, 'put');
  expect([...acknowledged.puts].filter((sk) => !stored.has(sk))).toEqual([]);
  const parts = [
    await sortKeysIn(records, 'head'),
    await sortKeysIn(records, 'body'),
    await sortKeysIn(trail, 'line'),
  ];
  expect([...acknowledged.transactions].filter((sk) => !parts.every((part) => part.has(sk)))).toEqual([]);
  const torn = [...tried].filter((sk) => new Set(parts.map((part) => part.has(sk))).size > 1);
  expect(torn).toEqual([]);
}, 30_000);
