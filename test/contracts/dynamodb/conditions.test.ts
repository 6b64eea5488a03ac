import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

describe.each(PLACES)('Conditions on $name', (place) => {
  let db: OpenTables;
  let records: string;
  beforeAll(async () => {
    db = await place.open();
    records = db.tables.records;
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  const put = (item: Record<string, unknown>) =>
    db.doc.send(new PutCommand({ TableName: records, Item: item }));
  const get = async (pk: string, sk: string) =>
    (await db.doc.send(new GetCommand({ TableName: records, Key: { pk, sk }, ConsistentRead: true }))).Item;
  const putIfAbsent = (item: Record<string, unknown>, allOld: boolean) =>
    db.doc.send(
      new PutCommand({
        TableName: records,
        Item: item,
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ...(allOld ? { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const } : {}),
      }),
    );
  const moveOn = (pk: string, from: number, to: number) =>
    db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: 'head' },
        UpdateExpression: 'SET #v = :to',
        ConditionExpression: '#v = :from',
        ExpressionAttributeNames: { '#v': 'version' },
        ExpressionAttributeValues: { ':to': to, ':from': from },
        ReturnValues: 'ALL_NEW',
      }),
    );

  it('a put if absent never replaces what is there (PutItem)', async () => {
    const pk = ownPartition();
    await putIfAbsent({ pk, sk: 'line', text: 'first' }, false);
    await expect(putIfAbsent({ pk, sk: 'line', text: 'second' }, false)).rejects.toBeInstanceOf(
      ConditionalCheckFailedException,
    );
    expect((await get(pk, 'line'))?.['text']).toBe('first');
  });

  it('a failed condition brings the item, in typed attributes, only when asked to (ConditionalCheckFailedException)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'line', text: 'first' });
    await expect(putIfAbsent({ pk, sk: 'line' }, true)).rejects.toMatchObject({
      Item: { pk: { S: pk }, sk: { S: 'line' }, text: { S: 'first' } },
    });
    const silent = await putIfAbsent({ pk, sk: 'line' }, false).catch((error: unknown) => error);
    expect(silent).toBeInstanceOf(ConditionalCheckFailedException);
    expect(silent).not.toHaveProperty('Item.text');
  });

  it('a put replaces the whole item when it has no condition (PutItem)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'head', name: 'old', left: 'over' });
    await put({ pk, sk: 'head', name: 'new' });
    expect(await get(pk, 'head')).toEqual({ pk, sk: 'head', name: 'new' });
  });

  it('of simultaneous changes to one version exactly one wins (Condition expressions)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'head', version: 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => moveOn(pk, 1, 2 + n)));
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(won).toHaveLength(1);
    expect((await get(pk, 'head'))?.['version']).toBe(won[0]?.Attributes?.['version']);
  });

  it('a comparison with an item that is not there is false (Condition expressions)', async () => {
    const pk = ownPartition();
    await expect(moveOn(pk, 1, 2)).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect(await get(pk, 'head')).toBeUndefined();
  });

  it('an update without a condition makes the item that is missing (UpdateItem)', async () => {
    const pk = ownPartition();
    await db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: 'head' },
        UpdateExpression: 'SET #s = :s',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':s': 'open' },
      }),
    );
    expect(await get(pk, 'head')).toEqual({ pk, sk: 'head', state: 'open' });
  });

  it('an update changes only what it names and can remove an attribute (UpdateItem)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'head', state: 'open', kept: true, gone: true, n: 4 });
    const { Attributes } = await db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: 'head' },
        UpdateExpression: 'SET #s = :s, #n = #n + :one, #f = if_not_exists(#f, :s) REMOVE #g',
        ExpressionAttributeNames: { '#s': 'state', '#n': 'n', '#g': 'gone', '#f': 'first' },
        ExpressionAttributeValues: { ':s': 'closed', ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    expect(Attributes).toEqual({ pk, sk: 'head', state: 'closed', kept: true, n: 5, first: 'closed' });
  });

  it('a key cannot be changed by an update (UpdateItem)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'head' });
    const change = db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: 'head' },
        UpdateExpression: 'SET #sk = :sk',
        ExpressionAttributeNames: { '#sk': 'sk' },
        ExpressionAttributeValues: { ':sk': 'other' },
      }),
    );
    await expect(change).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('a delete obeys its condition and gives back what it deleted (DeleteItem)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'key', marked: '2026-03-02' });
    const destroy = (by: string) =>
      db.doc.send(
        new DeleteCommand({
          TableName: records,
          Key: { pk, sk: 'key' },
          ConditionExpression: '#m <= :by',
          ExpressionAttributeNames: { '#m': 'marked' },
          ExpressionAttributeValues: { ':by': by },
          ReturnValues: 'ALL_OLD',
        }),
      );
    await expect(destroy('2026-03-01')).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect((await destroy('2026-03-02')).Attributes).toEqual({ pk, sk: 'key', marked: '2026-03-02' });
    expect(await get(pk, 'key')).toBeUndefined();
  });

  it('any character goes through placeholders, in names and in values (Expression attribute names)', async () => {
    const pk = ownPartition();
    const text = 'Äiti sai 120 € – ☂️ 👩‍👧 ¤ "#:';
    await put({ pk, sk: 'head', '€ ä.#': text });
    const { Attributes } = await db.doc.send(
      new UpdateCommand({
        TableName: records,
        Key: { pk, sk: 'head' },
        UpdateExpression: 'SET #b = :b',
        ConditionExpression: '#a = :a',
        ExpressionAttributeNames: { '#a': '€ ä.#', '#b': '👧' },
        ExpressionAttributeValues: { ':a': text, ':b': 'Ő€' },
        ReturnValues: 'ALL_NEW',
      }),
    );
    expect(Attributes).toEqual({ pk, sk: 'head', '€ ä.#': text, '👧': 'Ő€' });
  });

  it('a reserved word is refused bare and accepted through a placeholder (Reserved words in DynamoDB)', async () => {
    const pk = ownPartition();
    await put({ pk, sk: 'head', status: 'open' });
    const read = (expression: string, names: Record<string, string> | undefined) =>
      db.doc.send(
        new GetCommand({
          TableName: records,
          Key: { pk, sk: 'head' },
          ProjectionExpression: expression,
          ExpressionAttributeNames: names,
        }),
      );
    await expect(read('status', undefined)).rejects.toMatchObject({ name: 'ValidationException' });
    expect((await read('#s', { '#s': 'status' })).Item).toEqual({ status: 'open' });
  });
});
