import { PutCommand, QueryCommand, type QueryCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

describe.each(PLACES)('Indexes on $name', (place) => {
  let db: OpenTables;
  beforeAll(async () => {
    db = await place.open();
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  const put = (item: Record<string, unknown>, table = db.tables.records) =>
    db.doc.send(new PutCommand({ TableName: table, Item: item }));
  const query = (index: 1 | 2, partition: string, more: Partial<QueryCommandInput> = {}) =>
    db.doc.send(
      new QueryCommand({
        TableName: db.tables.records,
        IndexName: `gsi${index}`,
        KeyConditionExpression: '#p = :p',
        ExpressionAttributeNames: { '#p': `g${index}pk` },
        ExpressionAttributeValues: { ':p': partition },
        ...more,
      }),
    );
  /** An index follows its table within moments, not at once: what is expected is waited for. */
  const inTime = <T>(check: () => Promise<T>): Promise<T> =>
    vi.waitFor(check, { timeout: 20_000, interval: 100 });

  it('an item without the index keys is not in the index (Take advantage of sparse indexes)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'in', g1pk: pk, g1sk: '1' });
    await put({ pk, sk: 'half', g1pk: pk });
    await put({ pk, sk: 'out' });
    await inTime(async () => expect((await query(1, pk)).Items?.map((item) => item['sk'])).toEqual(['in']));
  });

  it('an item whose index keys are removed leaves the index (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'task', g1pk: pk, g1sk: '1' });
    await inTime(async () => expect((await query(1, pk)).Count).toBe(1));
    await db.doc.send(
      new UpdateCommand({
        TableName: db.tables.records,
        Key: { pk, sk: 'task' },
        UpdateExpression: 'REMOVE #p, #s',
        ExpressionAttributeNames: { '#p': 'g1pk', '#s': 'g1sk' },
      }),
    );
    await inTime(async () => expect((await query(1, pk)).Count).toBe(0));
  });

  it('an item whose index key changes moves in the index (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    const other = ownPartition();
    await put({ pk, sk: 'task', g1pk: pk, g1sk: '1' });
    await put({ pk, sk: 'task', g1pk: other, g1sk: '1' });
    await inTime(async () => {
      expect((await query(1, other)).Count).toBe(1);
      expect((await query(1, pk)).Count).toBe(0);
    });
  });

  it('the indexes of records bring the whole item (GlobalSecondaryIndex)', async () => {
    const pk = ownPartition();
    const item = { pk, sk: '1', g2pk: pk, g2sk: 'x', title: 'row', count: 3 };
    await put(item);
    await inTime(async () => expect((await query(2, pk)).Items).toEqual([item]));
  });

  it('the indexes of the trail bring keys and nothing else (Projection)', async () => {
    const pk = ownPartition();
    const keys = { pk, sk: '1', g1pk: pk, g1sk: 'x' };
    await put({ ...keys, g2pk: pk, g2sk: 'y', line: 'opened' }, db.tables.trail);
    await inTime(async () =>
      expect((await query(1, pk, { TableName: db.tables.trail })).Items).toEqual([keys]),
    );
  });

  it('an attribute that the index does not hold cannot be asked of it (Query)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: '1', g1pk: pk, g1sk: 'x', line: 'opened' }, db.tables.trail);
    const all = query(1, pk, { TableName: db.tables.trail, Select: 'ALL_ATTRIBUTES' });
    await expect(all).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('an index cannot be read strongly (DynamoDB read consistency)', async () => {
    const strong = query(1, ownPartition(), { ConsistentRead: true });
    await expect(strong).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('index keys need not be unique, and pages part even equal ones (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const sk of names) await put({ pk, sk, g1pk: pk, g1sk: 'same' });
    await inTime(async () => expect((await query(1, pk)).Count).toBe(5));
    const seen: unknown[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await query(1, pk, { Limit: 2, ExclusiveStartKey: from });
      seen.push(...(page.Items?.map((item) => item['sk']) ?? []));
      from = page.LastEvaluatedKey;
      if (from !== undefined) expect(Object.keys(from).toSorted()).toEqual(['g1pk', 'g1sk', 'pk', 'sk']);
    } while (from !== undefined);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(names));
  });

  it('an index key that is empty or not a string is refused at writing (Using Global Secondary Indexes in DynamoDB)', async () => {
    const pk = ownPartition();
    for (const bad of ['', 7, null]) {
      const write = put({ pk, sk: '1', g1pk: bad, g1sk: 'x' });
      await expect(write).rejects.toMatchObject({ name: 'ValidationException' });
    }
  });

  it('an index that does not exist is an error and not an empty answer (Query)', async () => {
    const missing = query(1, ownPartition(), { IndexName: 'gsi9' });
    await expect(missing).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
