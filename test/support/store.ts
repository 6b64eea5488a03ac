import { afterAll } from 'vitest';
import { createTables, localClientOptions } from '../../infra/local/create-tables.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { type TableName, tableNames } from '../../infra/table.ts';

export interface TestTables {
  endpoint: string;
  tableNames: Record<TableName, string>;
  /** For `new DynamoDBClient(...)`: endpoint, region and the made-up credentials. */
  clientOptions: ReturnType<typeof localClientOptions>;
}

let store: Promise<LocalDynamoDb> | undefined;
let calls = 0;

// Vitest gives each test file a thread of its own, which may be ended without an exit event.
afterAll(async () => {
  const started = store;
  store = undefined;
  await (await started)?.stop();
});

/**
 * Three empty tables in an embedded store in memory. The store is started at the first call and shared by all
 * calls of the worker; each call has tables of its own.
 */
export async function testTables(): Promise<TestTables> {
  store ??= startDynamoDb({ folder: null });
  const { endpoint } = await store;
  calls += 1;
  const prefix = `test${calls}`;
  await createTables(endpoint, prefix);
  return { endpoint, tableNames: tableNames(prefix), clientOptions: localClientOptions(endpoint) };
}
