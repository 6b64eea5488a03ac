import { randomUUID } from 'node:crypto';
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemOfBytes, OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

const KB = 1024;

describe.each(PLACES)('Capacity on $name', (place) => {
  let db: OpenTables;
  let records: string;
  beforeAll(async () => {
    db = await place.open();
    records = db.tables.records;
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  type Told = { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined };
  const units = ({ ConsumedCapacity: told }: Told): number | undefined =>
    Array.isArray(told)
      ? told.reduce((sum, each) => sum + (each.CapacityUnits ?? Number.NaN), 0)
      : told?.CapacityUnits;
  const INDEXES = { ReturnConsumedCapacity: 'INDEXES' } as const;
  const TOTAL = { ReturnConsumedCapacity: 'TOTAL' } as const;

  const put = (Item: Record<string, unknown>) =>
    db.doc.send(new PutCommand({ TableName: records, Item, ...INDEXES }));
  const get = (pk: string, sk: string, ConsistentRead: boolean) =>
    db.doc.send(new GetCommand({ TableName: records, Key: { pk, sk }, ConsistentRead, ...TOTAL }));
  const inPair = (pk: string, bytes: number) => [itemOfBytes(pk, '1', bytes), itemOfBytes(pk, '2', bytes)];

  it('a strong read takes one unit per 4 KB begun (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    await put(itemOfBytes(pk, 'even', 4 * KB));
    await put(itemOfBytes(pk, 'over', 4 * KB + 1));
    expect(units(await get(pk, 'even', true))).toBe(1);
    expect(units(await get(pk, 'over', true))).toBe(2);
  });

  it('an eventual read takes half of a strong one (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    await put(itemOfBytes(pk, 'even', 4 * KB));
    await put(itemOfBytes(pk, 'over', 4 * KB + 1));
    expect(units(await get(pk, 'even', false))).toBe(0.5);
    expect(units(await get(pk, 'over', false))).toBe(1);
  });

  it('reading what is not there takes a unit too (DynamoDB read and write operations)', async () => {
    expect(units(await get(ownPartition(), 'nothing', true))).toBe(1);
    expect(units(await get(ownPartition(), 'nothing', false))).toBe(0.5);
  });

  it('a query rounds once, over the sum of its items (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    for (let n = 0; n < 8; n += 1) await put(itemOfBytes(pk, String(n), KB));
    const query = (ConsistentRead: boolean) =>
      db.doc.send(
        new QueryCommand({
          TableName: records,
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead,
          ...TOTAL,
        }),
      );
    expect(units(await query(true))).toBe(2);
    expect(units(await query(false))).toBe(1);
  });

  it('a projection reads the whole item all the same (DynamoDB read and write operations; known difference: projectionReadsLess)', async () => {
    const pk = ownPartition();
    await put(itemOfBytes(pk, '1', 8 * KB));
    const answer = await db.doc.send(
      new GetCommand({
        TableName: records,
        Key: { pk, sk: '1' },
        ProjectionExpression: '#sk',
        ExpressionAttributeNames: { '#sk': 'sk' },
        ConsistentRead: true,
        ...TOTAL,
      }),
    );
    expect(units(answer)).toBe(place.expected('projectionReadsLess', { documented: 2, embedded: 1 }));
  });

  it('a batch read rounds every item by itself (BatchGetItem)', async () => {
    const pk = ownPartition();
    const pair = inPair(pk, KB);
    for (const item of pair) await put(item);
    const Keys = pair.map(({ sk }) => ({ pk, sk }));
    const answer = await db.doc.send(
      new BatchGetCommand({ RequestItems: { [records]: { Keys, ConsistentRead: true } }, ...TOTAL }),
    );
    expect(units(answer)).toBe(2);
  });

  it('a read in a transaction takes double (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    const pair = inPair(pk, KB);
    for (const item of pair) await put(item);
    const answer = await db.doc.send(
      new TransactGetCommand({
        TransactItems: pair.map(({ sk }) => ({ Get: { TableName: records, Key: { pk, sk } } })),
        ...TOTAL,
      }),
    );
    expect(units(answer)).toBe(4);
  });

  it('a write takes one unit per KB begun (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    expect(units(await put(itemOfBytes(pk, '1', KB)))).toBe(1);
    expect(units(await put(itemOfBytes(pk, '2', KB + 1)))).toBe(2);
  });

  it('an update and a delete take the bigger of before and after (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    await put(itemOfBytes(pk, '1', 3 * KB));
    const update = await db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: '1' },
        UpdateExpression: 'SET #b = :b',
        ExpressionAttributeNames: { '#b': 'body' },
        ExpressionAttributeValues: { ':b': 'short' },
        ...TOTAL,
      }),
    );
    expect(units(update)).toBe(3);
    await put(itemOfBytes(pk, '2', 5 * KB));
    const gone = await db.doc.send(new DeleteCommand({ TableName: records, Key: { pk, sk: '2' }, ...TOTAL }));
    expect(units(gone)).toBe(5);
  });

  it('a write in a transaction takes double, a check too (DynamoDB read and write operations)', async () => {
    const pk = ownPartition();
    const write = (TransactItems: object[]) =>
      db.doc.send(new TransactWriteCommand({ TransactItems, ...TOTAL }));
    const pair = inPair(pk, KB);
    expect(units(await write(pair.map((Item) => ({ Put: { TableName: records, Item } }))))).toBe(4);
    const check = {
      ConditionCheck: {
        TableName: records,
        Key: { pk, sk: '1' },
        ConditionExpression: 'attribute_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk' },
      },
    };
    expect(units(await write([check]))).toBe(2);
  });

  it('a repeated request token takes reads instead of writes (TransactWriteItems)', async () => {
    const pk = ownPartition();
    const token = randomUUID();
    const write = () =>
      db.doc.send(
        new TransactWriteCommand({
          TransactItems: [{ Put: { TableName: records, Item: itemOfBytes(pk, '1', 3 * KB) } }],
          ClientRequestToken: token,
          ...TOTAL,
        }),
      );
    expect(units(await write())).toBe(6);
    expect(units(await write())).toBe(2);
  });

  it('each index that holds the item takes its own write, others nothing (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    const { ConsumedCapacity } = await put({ pk, sk: '1', g1pk: pk, g1sk: 'a', g3pk: pk, g3sk: 'b' });
    expect(ConsumedCapacity?.CapacityUnits).toBe(3);
    expect(ConsumedCapacity?.Table?.CapacityUnits).toBe(1);
    expect(ConsumedCapacity?.GlobalSecondaryIndexes).toMatchObject({
      gsi1: { CapacityUnits: 1 },
      gsi3: { CapacityUnits: 1 },
    });
    expect(Object.keys(ConsumedCapacity?.GlobalSecondaryIndexes ?? {})).toHaveLength(2);
  });

  it('a changed index key takes two writes of the index, an unchanged item none (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    const item = { pk, sk: '1', g1pk: pk, g1sk: 'a' };
    await put(item);
    const moved = await put({ ...item, g1sk: 'b' });
    expect(moved.ConsumedCapacity?.GlobalSecondaryIndexes?.['gsi1']?.CapacityUnits).toBe(2);
    const same = await put({ ...item, g1sk: 'b' });
    expect(same.ConsumedCapacity?.Table?.CapacityUnits).toBe(1);
    expect(same.ConsumedCapacity?.GlobalSecondaryIndexes?.['gsi1']).toBeUndefined();
  });

  it('a keys-only index takes one unit for a long line (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    const { ConsumedCapacity } = await db.doc.send(
      new PutCommand({
        TableName: db.tables.trail,
        Item: { ...itemOfBytes(pk, '1', 4 * KB - 100), g1pk: pk, g1sk: 'a' },
        ...INDEXES,
      }),
    );
    expect(ConsumedCapacity?.Table?.CapacityUnits).toBe(4);
    expect(ConsumedCapacity?.GlobalSecondaryIndexes?.['gsi1']?.CapacityUnits).toBe(1);
  });

  it('nothing is told when it is not asked for (PutItem)', async () => {
    const answer = await db.doc.send(
      new PutCommand({ TableName: records, Item: { pk: ownPartition(), sk: '1' } }),
    );
    expect(answer.ConsumedCapacity).toBeUndefined();
  });
});
