import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemOfBytes, OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

describe.each(PLACES)('Transactions on $name', (place) => {
  let db: OpenTables;
  let records: string;
  beforeAll(async () => {
    db = await place.open();
    records = db.tables.records;
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  const puts = (pk: string, count: number): Actions =>
    Array.from({ length: count }, (_, n) => ({
      Put: { TableName: records, Item: { pk, sk: String(n).padStart(3, '0') } },
    }));
  const commit = (actions: Actions, token?: string) =>
    db.doc.send(
      new TransactWriteCommand({
        TransactItems: actions,
        ...(token === undefined ? {} : { ClientRequestToken: token }),
      }),
    );
  const get = async (pk: string, sk: string, table = records) =>
    (await db.doc.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }))).Item;
  const countIn = async (pk: string): Promise<number | undefined> => {
    const answer = await db.doc.send(
      new QueryCommand({
        TableName: records,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        Select: 'COUNT',
      }),
    );
    return answer.Count;
  };
  async function cancelled(actions: Actions): Promise<TransactionCanceledException> {
    const error = await commit(actions).then(
      () => new Error('it went through'),
      (reason: unknown) => reason,
    );
    if (error instanceof TransactionCanceledException) return error;
    throw error;
  }
  const absent = {
    ConditionExpression: 'attribute_not_exists(#pk)',
    ExpressionAttributeNames: { '#pk': 'pk' },
  };

  it('a hundred actions are carried out as one (TransactWriteItems)', async () => {
    const pk = ownPartition();
    await commit(puts(pk, 100));
    expect(await countIn(pk)).toBe(100);
  });

  it('a hundred and one actions are refused and none is carried out (Constraints in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    await expect(commit(puts(pk, 101))).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await countIn(pk)).toBe(0);
  });

  it('two actions on the same item are refused (TransactWriteItems)', async () => {
    const pk = ownPartition();
    await expect(commit([...puts(pk, 1), ...puts(pk, 1)])).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(await countIn(pk)).toBe(0);
  });

  it('more than four megabytes in one transaction are refused (Constraints in Amazon DynamoDB)', async () => {
    const pk = ownPartition();
    const big = Array.from({ length: 11 }, (_, n) => ({
      Put: { TableName: records, Item: itemOfBytes(pk, String(n), 399_000) },
    }));
    // The page names the limit and not the error: refused as a request or cancelled, nothing is written.
    await expect(commit(big)).rejects.toMatchObject({
      name: expect.stringMatching(/^(ValidationException|TransactionCanceledException)$/),
    });
    expect(await countIn(pk)).toBe(0);
  });

  it('an action over several tables is one action (TransactWriteItems)', async () => {
    const pk = ownPartition();
    const both = (sk: string, extra: object): Actions => [
      { Put: { TableName: records, Item: { pk, sk } } },
      { Put: { TableName: db.tables.trail, Item: { pk, sk: 'line' }, ...extra } },
    ];
    await commit(both('1', absent));
    await cancelled(both('2', absent));
    expect(await get(pk, '1')).toEqual({ pk, sk: '1' });
    expect(await get(pk, 'line', db.tables.trail)).toEqual({ pk, sk: 'line' });
    expect(await get(pk, '2')).toBeUndefined();
  });

  it('a failed condition cancels everything, with a code for each action in its place (TransactWriteItems)', async () => {
    const pk = ownPartition();
    await db.doc.send(new PutCommand({ TableName: records, Item: { pk, sk: 'there' } }));
    const error = await cancelled([
      { Put: { TableName: records, Item: { pk, sk: 'first' } } },
      { Put: { TableName: records, Item: { pk, sk: 'there' }, ...absent } },
      { Put: { TableName: records, Item: { pk, sk: 'last' }, ...absent } },
    ]);
    expect(error.CancellationReasons?.map((reason) => reason.Code)).toEqual([
      'None',
      'ConditionalCheckFailed',
      'None',
    ]);
    expect(await countIn(pk)).toBe(1);
  });

  it('each failed condition is named, not the first only (TransactWriteItems)', async () => {
    const pk = ownPartition();
    await commit(puts(pk, 2));
    const error = await cancelled(puts(pk, 3).map((action) => ({ Put: { ...action.Put!, ...absent } })));
    expect(error.CancellationReasons?.map((reason) => reason.Code)).toEqual([
      'ConditionalCheckFailed',
      'ConditionalCheckFailed',
      'None',
    ]);
  });

  it('a cancelled action brings the item, in typed attributes, when asked to (TransactionCanceledException)', async () => {
    const pk = ownPartition();
    await db.doc.send(new PutCommand({ TableName: records, Item: { pk, sk: 'head', version: 7 } }));
    const onVersion = {
      TableName: records,
      Key: { pk, sk: 'head' },
      ConditionExpression: '#v = :v',
      ExpressionAttributeNames: { '#v': 'version' },
      ExpressionAttributeValues: { ':v': 6 },
    };
    const told = await cancelled([
      { ConditionCheck: { ...onVersion, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
    ]);
    expect(told.CancellationReasons?.[0]?.Item).toMatchObject({ version: { N: '7' } });
    const untold = await cancelled([{ ConditionCheck: onVersion }]);
    expect(untold.CancellationReasons?.[0]?.Item).toBeUndefined();
  });

  it('a check guards an item that the transaction does not change (ConditionCheck)', async () => {
    const pk = ownPartition();
    await db.doc.send(new PutCommand({ TableName: records, Item: { pk, sk: 'grant', until: '2026-05-31' } }));
    const guarded = (today: string): Actions => [
      {
        ConditionCheck: {
          TableName: records,
          Key: { pk, sk: 'grant' },
          ConditionExpression: '#until >= :today',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: { ':today': today },
        },
      },
      { Put: { TableName: records, Item: { pk, sk: today } } },
    ];
    await commit(guarded('2026-05-31'));
    await cancelled(guarded('2026-06-01'));
    expect(await get(pk, '2026-05-31')).toBeDefined();
    expect(await get(pk, '2026-06-01')).toBeUndefined();
  });

  it('the same request token repeats without a second effect (Amazon DynamoDB Transactions: How it works)', async () => {
    const pk = ownPartition();
    const token = randomUUID();
    const addOne: Actions = [
      {
        Update: {
          TableName: records,
          Key: { pk, sk: 'count' },
          UpdateExpression: 'ADD #n :one',
          ExpressionAttributeNames: { '#n': 'n' },
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    ];
    await commit(addOne, token);
    await commit(addOne, token);
    expect((await get(pk, 'count'))?.['n']).toBe(1);
    await commit(addOne, randomUUID());
    expect((await get(pk, 'count'))?.['n']).toBe(2);
  });

  it('the same request token with another content is refused (IdempotentParameterMismatchException)', async () => {
    const pk = ownPartition();
    const token = randomUUID();
    await commit(puts(pk, 1), token);
    await expect(commit(puts(pk, 2), token)).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    expect(await countIn(pk)).toBe(1);
  });

  it('of simultaneous transactions on one version exactly one wins (Amazon DynamoDB Transactions: How it works)', async () => {
    const pk = ownPartition();
    await db.doc.send(new PutCommand({ TableName: records, Item: { pk, sk: 'head', version: 1 } }));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        commit([
          {
            Update: {
              TableName: records,
              Key: { pk, sk: 'head' },
              UpdateExpression: 'SET #v = :next',
              ConditionExpression: '#v = :read',
              ExpressionAttributeNames: { '#v': 'version' },
              ExpressionAttributeValues: { ':next': 2, ':read': 1 },
            },
          },
          { Put: { TableName: records, Item: { pk, sk: `body ${n}` } } },
        ]),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(TransactionCanceledException);
    }
    expect(await countIn(pk)).toBe(2);
  });

  it('a hundred items are read in one transaction, missing ones as empty (TransactGetItems)', async () => {
    const pk = ownPartition();
    await commit(puts(pk, 99));
    const read = (count: number) =>
      db.doc.send(
        new TransactGetCommand({
          TransactItems: puts(pk, count).map(({ Put }) => ({
            Get: { TableName: records, Key: { pk, sk: Put?.Item?.['sk'] } },
          })),
        }),
      );
    const { Responses = [] } = await read(100);
    expect(Responses).toHaveLength(100);
    expect(Responses[98]?.Item).toEqual({ pk, sk: '098' });
    expect(Responses[99]?.Item).toBeUndefined();
    await expect(read(101)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
