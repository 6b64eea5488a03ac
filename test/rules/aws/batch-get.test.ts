import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { awsTables } from '../../../shared/aws/tables.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { type Key, workKeys } from '../../../shared/table/keys.ts';
import { batchGet } from '../../../shared/table/read.ts';
import { StoredItemFault } from '../../../shared/table/stored-item-fault.ts';

const KEUSOTE = ControllerId.parse('KEUSOTE');
const Item = z.object({ pk: z.string(), sk: z.string() });
const tables = awsTables({ records: 'records', keys: 'keys', trail: 'trail' }, undefined);
const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => dynamo.reset());
afterAll(() => dynamo.restore());

const keyOf = (number: number): Key => workKeys.mark(KEUSOTE, String(number).padStart(4, '0'));
const keysUpTo = (count: number): Key[] => Array.from({ length: count }, (_, number) => keyOf(number));
const get = (keys: readonly Key[]) => batchGet(tables, KEUSOTE, 'records', keys, Item);

const askedIn = (call: number): Record<string, unknown>[] => {
  const { input } = dynamo.commandCalls(BatchGetCommand)[call]?.args[0] ?? {};
  return input?.RequestItems?.['records']?.Keys ?? [];
};

/** A table that serves so many keys of each call and leaves the rest unprocessed, as AWS does when it is busy. */
function servesAtMost(count: number): void {
  dynamo
    .on(BatchGetCommand)
    .callsFake(({ RequestItems }: { RequestItems: Record<string, { Keys: Key[] }> }) => {
      const keys = RequestItems['records']?.Keys ?? [];
      const left = keys.slice(count);
      return {
        Responses: { records: keys.slice(0, count) },
        UnprocessedKeys: left.length === 0 ? {} : { records: { Keys: left } },
      };
    });
}

describe('many items by key', () => {
  test('what the table did not serve is asked for again, and only that', async () => {
    servesAtMost(4);
    const items = await get(keysUpTo(10));
    expect(items.map(({ sk, pk }) => `${pk} ${sk}`).sort()).toEqual(
      keysUpTo(10).map(({ sk, pk }) => `${pk} ${sk}`),
    );
    expect([0, 1, 2].map((call) => askedIn(call).length)).toEqual([10, 6, 2]);
    expect(dynamo.calls()).toHaveLength(3);
  });

  test('a hundred go in one call, what was left of them before the rest', async () => {
    servesAtMost(80);
    expect(await get(keysUpTo(250))).toHaveLength(250);
    expect(askedIn(0)).toHaveLength(100);
    expect(askedIn(1).slice(0, 20)).toEqual(askedIn(0).slice(80));
  });

  test('however many are asked for, a table that goes on serving is asked to the end', async () => {
    servesAtMost(60);
    expect(await get(keysUpTo(2500))).toHaveLength(2500);
  });

  test('a table that serves nothing ends in a fault: a part is never taken for the whole', async () => {
    servesAtMost(0);
    await expect(get(keysUpTo(3))).rejects.toThrow('does not serve');
    expect(dynamo.calls().length).toBeLessThan(15);
  });

  test('a key given twice is asked for once', async () => {
    servesAtMost(100);
    expect(await get([keyOf(1), keyOf(2), keyOf(1)])).toHaveLength(2);
    expect(askedIn(0)).toHaveLength(2);
  });

  test('one item that does not parse is a fault of all', async () => {
    dynamo.on(BatchGetCommand).resolves({ Responses: { records: [{ pk: 'a', sk: 'b' }, { pk: 'a' }] } });
    await expect(get(keysUpTo(2))).rejects.toThrow(StoredItemFault);
  });
});
