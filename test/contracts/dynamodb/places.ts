import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createTableInput } from '../../../infra/local/create-tables.ts';
import { TABLE_NAMES, TABLES, type TableName, tableNames } from '../../../infra/table.ts';
import { testTables } from '../../support/store.ts';

/** What the embedded store does otherwise than AWS documents, and what the product does about it. */
export const KNOWN_DIFFERENCES = {
  prefixIgnoresCase:
    'begins_with on a sort key takes A and a for the same letter: the product asks for a range of keys instead.',
  projectionReadsLess:
    'a projected read is counted by what it returns: a projection makes a figure of the embedded store too low.',
} as const;

export interface OpenTables {
  client: DynamoDBClient;
  /** The same client speaking plain JavaScript values. */
  doc: DynamoDBDocumentClient;
  tables: Record<TableName, string>;
  close(): Promise<void>;
}

/** Where a contract is run. `expected` picks the figure that holds there when a difference is known. */
export interface Place {
  name: string;
  open(): Promise<OpenTables>;
  expected<T>(difference: keyof typeof KNOWN_DIFFERENCES, values: { documented: T; embedded: T }): T;
}

const embedded: Place = {
  name: 'the embedded store',
  async open() {
    const { clientOptions, tableNames: tables } = await testTables();
    const client = new DynamoDBClient(clientOptions);
    return {
      client,
      doc: DynamoDBDocumentClient.from(client),
      tables,
      close: () => Promise.resolve(client.destroy()),
    };
  },
  expected: (_difference, values) => values.embedded,
};

/** The account and region are those of the shell; the tables are the run's own and are deleted after it. */
const aws: Place = {
  name: 'AWS',
  async open() {
    // A new table starts at a modest capacity: throttled writes are simply tried again.
    const client = new DynamoDBClient({ maxAttempts: 10 });
    const tables = tableNames(`sointu-contract-${randomUUID()}`);
    for (const table of TABLE_NAMES) {
      await client.send(new CreateTableCommand(createTableInput(tables[table], TABLES[table])));
    }
    for (const table of TABLE_NAMES) {
      await waitUntilTableExists({ client, maxWaitTime: 300 }, { TableName: tables[table] });
    }
    return {
      client,
      doc: DynamoDBDocumentClient.from(client),
      tables,
      async close() {
        for (const table of TABLE_NAMES) {
          await client.send(new DeleteTableCommand({ TableName: tables[table] }));
        }
        client.destroy();
      },
    };
  },
  expected: (_difference, values) => values.documented,
};

/** The embedded store always; AWS too when `SOINTU_CONTRACT_AWS=1`, with credentials and a region at hand. */
export const PLACES: readonly Place[] =
  process.env['SOINTU_CONTRACT_AWS'] === '1' ? [embedded, aws] : [embedded];

/** Creating tables with their indexes takes AWS a minute or two. */
export const OPEN_MS = 330_000;

export const ownPartition = (): string => `contract#${randomUUID()}`;

/** An item of exactly so many bytes by DynamoDB's count: names and values in UTF-8. */
export function itemOfBytes(pk: string, sk: string, bytes: number): { pk: string; sk: string; body: string } {
  const rest = Buffer.byteLength(`pk${pk}sk${sk}body`);
  return { pk, sk, body: 'x'.repeat(bytes - rest) };
}
