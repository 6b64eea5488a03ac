import { randomBytes } from 'node:crypto';
import { type AttributeValue, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemOfBytes, OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

const ITEM_LIMIT = 400 * 1024;

describe.each(PLACES)('Values and sizes on $name', (place) => {
  let db: OpenTables;
  let records: string;
  beforeAll(async () => {
    db = await place.open();
    records = db.tables.records;
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  const put = (item: Record<string, unknown>) =>
    db.doc.send(new PutCommand({ TableName: records, Item: item }));
  const get = async (pk: string, sk: string, consistent = true) =>
    (await db.doc.send(new GetCommand({ TableName: records, Key: { pk, sk }, ConsistentRead: consistent })))
      .Item;
  const refused = { name: 'ValidationException' };
  const putNumber = (pk: string, n: string) =>
    db.client.send(
      new PutItemCommand({ TableName: records, Item: { pk: { S: pk }, sk: { S: 'n' }, n: { N: n } } }),
    );
  const getNumber = async (pk: string): Promise<AttributeValue | undefined> => {
    const Key = { pk: { S: pk }, sk: { S: 'n' } };
    const answer = await db.client.send(
      new GetItemCommand({ TableName: records, Key, ConsistentRead: true }),
    );
    return answer.Item?.['n'];
  };

  it("a strong read shows one's own write at once (DynamoDB read consistency)", async () => {
    const pk = ownPartition();
    for (let version = 1; version <= 20; version += 1) {
      await put({ pk, sk: 'head', version });
      expect((await get(pk, 'head'))?.['version']).toBe(version);
    }
  });

  it('an item that is not there is an answer without an item, not an error (GetItem)', async () => {
    expect(await get(ownPartition(), 'nothing')).toBeUndefined();
  });

  it('an empty key is refused (Supported data types and naming rules in Amazon DynamoDB)', async () => {
    await expect(put({ pk: '', sk: '1' })).rejects.toMatchObject(refused);
    await expect(put({ pk: ownPartition(), sk: '' })).rejects.toMatchObject(refused);
    await expect(get(ownPartition(), '')).rejects.toMatchObject(refused);
  });

  it('an empty string elsewhere is kept (Supported data types and naming rules in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: '1', text: '', list: [''] });
    expect(await get(pk, '1')).toEqual({ pk, sk: '1', text: '', list: [''] });
  });

  it('a key that is missing or not a string is refused (PutItem)', async () => {
    await expect(put({ pk: ownPartition() })).rejects.toMatchObject(refused);
    await expect(put({ pk: ownPartition(), sk: 1 })).rejects.toMatchObject(refused);
  });

  it('a number keeps 38 digits and a longer one is refused (Supported data types and naming rules in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    const digits = '12345678901234567890123456789012345678';
    await putNumber(pk, digits);
    expect(await getNumber(pk)).toEqual({ N: digits });
    await expect(putNumber(pk, `${digits}9`)).rejects.toMatchObject(refused);
  });

  it('cents and small fractions come back as they went (Supported data types and naming rules in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    const numbers = [0, 1, -1, 12_345_678_901, Number.MAX_SAFE_INTEGER, 0.1, -2.5];
    await put({ pk, sk: '1', numbers });
    expect((await get(pk, '1'))?.['numbers']).toEqual(numbers);
  });

  it('bytes come back as they went (Supported data types and naming rules in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    const sealed = new Uint8Array(randomBytes(4_096));
    await put({ pk, sk: '1', sealed, empty: new Uint8Array() });
    const back = await get(pk, '1');
    expect(Buffer.compare(Buffer.from(back?.['sealed']), sealed)).toBe(0);
    expect(back?.['empty']).toHaveLength(0);
  });

  it('maps, lists, truth values and null come back as they went (Supported data types and naming rules in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    const content = { a: [1, 'ä', { b: null }, []], c: { d: false, e: {} }, f: true };
    await put({ pk, sk: '1', content });
    expect((await get(pk, '1'))?.['content']).toEqual(content);
  });

  it('an item of 400 KB is kept and one byte more is refused (Constraints in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    await put(itemOfBytes(pk, '1', ITEM_LIMIT));
    expect((await get(pk, '1'))?.['body']).toBe(itemOfBytes(pk, '1', ITEM_LIMIT).body);
    await expect(put(itemOfBytes(pk, '2', ITEM_LIMIT + 1))).rejects.toMatchObject(refused);
  });

  it('the size counts UTF-8 bytes, not letters (DynamoDB item sizes and formats)', async () => {
    const pk = ownPartition();
    await expect(put({ pk, sk: '1', body: 'ä'.repeat(ITEM_LIMIT / 2) })).rejects.toMatchObject(refused);
    await put({ pk, sk: '1', body: 'ä'.repeat(ITEM_LIMIT / 2 - 100) });
    expect((await get(pk, '1'))?.['body']).toHaveLength(ITEM_LIMIT / 2 - 100);
  });

  it('an update may not grow an item over 400 KB (Constraints in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    await put(itemOfBytes(pk, '1', ITEM_LIMIT - 10));
    const grow = db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: '1' },
        UpdateExpression: 'SET #more = :more',
        ExpressionAttributeNames: { '#more': 'more' },
        ExpressionAttributeValues: { ':more': 'x'.repeat(100) },
      }),
    );
    await expect(grow).rejects.toMatchObject(refused);
  });

  it('a sort key has at most 1024 bytes and a partition key 2048 (Constraints in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 's'.repeat(1024) });
    await expect(put({ pk, sk: 's'.repeat(1025) })).rejects.toMatchObject(refused);
    await expect(put({ pk, sk: 'ä'.repeat(513) })).rejects.toMatchObject(refused);
    const longest = pk.padEnd(2048, 'p');
    await put({ pk: longest, sk: '1' });
    expect(await get(longest, '1')).toEqual({ pk: longest, sk: '1' });
    await expect(put({ pk: `${longest}p`, sk: '1' })).rejects.toMatchObject(refused);
  });
});
