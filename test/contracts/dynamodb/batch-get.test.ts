import { BatchGetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemOfBytes, OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

describe.each(PLACES)('Batch reads on $name', (place) => {
  let db: OpenTables;
  let records: string;
  beforeAll(async () => {
    db = await place.open();
    records = db.tables.records;
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  const keysOf = (pk: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ pk, sk: String(n).padStart(3, '0') }));
  const put = (items: Record<string, unknown>[]) =>
    db.doc.send(
      new TransactWriteCommand({
        TransactItems: items.map((Item) => ({ Put: { TableName: records, Item } })),
      }),
    );
  const read = (Keys: Record<string, unknown>[]) =>
    db.doc.send(new BatchGetCommand({ RequestItems: { [records]: { Keys, ConsistentRead: true } } }));

  it('a hundred items are read at once, with nothing left over, and missing ones are just not there (BatchGetItem)', async () => {
    const pk = ownPartition();
    await put(keysOf(pk, 98));
    const answer = await read(keysOf(pk, 100));
    expect(answer.Responses?.[records]).toHaveLength(98);
    expect(answer.UnprocessedKeys).toEqual({});
  });

  it('a hundred and one keys are refused (BatchGetItem)', async () => {
    await expect(read(keysOf(ownPartition(), 101))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('the same key twice is refused (BatchGetItem)', async () => {
    const key = { pk: ownPartition(), sk: '1' };
    await expect(read([key, key])).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('one read covers several tables (BatchGetItem)', async () => {
    const pk = ownPartition();
    const Keys = [{ pk, sk: '1' }];
    const { keys } = db.tables;
    await db.doc.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: records, Item: { pk, sk: '1', of: 'records' } } },
          { Put: { TableName: keys, Item: { pk, sk: '1', of: 'keys' } } },
        ],
      }),
    );
    const answer = await db.doc.send(
      new BatchGetCommand({
        RequestItems: {
          [records]: { Keys, ConsistentRead: true },
          [keys]: { Keys, ConsistentRead: true },
        },
      }),
    );
    expect(answer.Responses?.[records]?.[0]?.['of']).toBe('records');
    expect(answer.Responses?.[keys]?.[0]?.['of']).toBe('keys');
  });

  it('what passes sixteen megabytes is named as left over, to be asked again (BatchGetItem)', async () => {
    const keys = Array.from({ length: 45 }, () => ({ pk: ownPartition(), sk: 'body' }));
    for (const { pk, sk } of keys) {
      await db.doc.send(new PutCommand({ TableName: records, Item: itemOfBytes(pk, sk, 400_000) }));
    }
    const found: unknown[] = [];
    let rounds = 0;
    for (let left: Record<string, unknown>[] = keys; left.length > 0; rounds += 1) {
      const answer = await read(left);
      found.push(...(answer.Responses?.[records]?.map((item) => item['pk']) ?? []));
      left = answer.UnprocessedKeys?.[records]?.Keys ?? [];
    }
    expect(rounds).toBeGreaterThan(1);
    expect(found).toHaveLength(45);
    expect(new Set(found)).toEqual(new Set(keys.map(({ pk }) => pk)));
  });
});
