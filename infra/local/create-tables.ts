import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { TABLE_NAMES, TABLES, type TableShape, tableNames } from '../table.ts';

/** An endpoint of this machine checks no signature, but the client refuses to send without one. */
export function localClientOptions(endpoint: string) {
  return {
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  } as const;
}

function keyOf(partition: string, sort: string): CreateTableCommandInput['KeySchema'] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}

/**
 * The same keys and indexes as in the cloud. No stream: nothing reads it here, and in the embedded store each
 * write would then cost more with every stored record. No TTL: readers filter on expiry in any case.
 */
export function createTableInput(tableName: string, shape: TableShape): CreateTableCommandInput {
  const attributes = [shape.key, ...shape.indexes].flatMap((key) => [key.partition, key.sort]);
  const input: CreateTableCommandInput = {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keyOf(shape.key.partition, shape.key.sort),
  };
  if (shape.indexes.length > 0) {
    input.GlobalSecondaryIndexes = shape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keyOf(index.partition, index.sort),
      Projection: { ProjectionType: index.projection === 'all' ? 'ALL' : 'KEYS_ONLY' },
    }));
  }
  return input;
}

async function checkIndexes(client: DynamoDBClient, tableName: string, shape: TableShape): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const present = new Set(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  const missing = shape.indexes.filter((index) => !present.has(index.name)).map((index) => index.name);
  if (missing.length > 0) {
    throw new Error(
      `The table ${tableName} was made by an older version and lacks ${missing.join(', ')}: ` +
        'start with an empty data folder.',
    );
  }
}

/** Creates what is missing and keeps what is there; an existing table without one of its indexes is an error. */
export async function createTables(endpoint: string, prefix: string): Promise<void> {
  const client = new DynamoDBClient(localClientOptions(endpoint));
  const names = tableNames(prefix);
  try {
    for (const table of TABLE_NAMES) {
      try {
        await client.send(new CreateTableCommand(createTableInput(names[table], TABLES[table])));
      } catch (error) {
        if (!(error instanceof ResourceInUseException)) throw error;
        await checkIndexes(client, names[table], TABLES[table]);
      }
    }
  } finally {
    client.destroy();
  }
}
