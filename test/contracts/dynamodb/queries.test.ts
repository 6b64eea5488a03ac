import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemOfBytes, OPEN_MS, type OpenTables, ownPartition, PLACES } from './places.ts';

/** The last code point: a key with a prefix is never after the prefix followed by it. */
const LAST = '\u{10FFFF}';

describe.each(PLACES)('Queries on $name', (place) => {
  let db: OpenTables;
  let records: string;
  beforeAll(async () => {
    db = await place.open();
    records = db.tables.records;
  }, OPEN_MS);
  afterAll(() => db.close(), OPEN_MS);

  async function put(items: { pk: string; sk: string }[]): Promise<void> {
    for (let start = 0; start < items.length; start += 25) {
      let left: BatchWriteCommandInput['RequestItems'] = {
        [records]: items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } })),
      };
      while (left !== undefined && Object.keys(left).length > 0) {
        left = (await db.doc.send(new BatchWriteCommand({ RequestItems: left }))).UnprocessedItems;
      }
    }
  }
  const putKeys = (pk: string, keys: string[]) => put(keys.map((sk) => ({ pk, sk })));
  /** A query of a partition; `range` is a condition on the sort key with its values. */
  const query = (pk: string, more: Partial<QueryCommandInput> = {}, range = '', values: object = {}) =>
    db.doc.send(
      new QueryCommand({
        TableName: records,
        ConsistentRead: true,
        ...more,
        KeyConditionExpression: `#pk = :pk${range}`,
        ExpressionAttributeNames: {
          '#pk': 'pk',
          ...(range === '' ? {} : { '#sk': 'sk' }),
          ...more.ExpressionAttributeNames,
        },
        ExpressionAttributeValues: { ':pk': pk, ...values, ...more.ExpressionAttributeValues },
      }),
    );
  const keysOf = (answer: { Items?: Record<string, unknown>[] | undefined }) =>
    answer.Items?.map((item) => item['sk']);
  const between = (pk: string, from: string, to: string) =>
    query(pk, {}, ' AND #sk BETWEEN :from AND :to', { ':from': from, ':to': to });

  it('a range has both its ends (Key condition expressions for the Query operation)', async () => {
    const pk = ownPartition();
    await putKeys(pk, ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']);
    expect(keysOf(await between(pk, '2026-02-01', '2026-02-28'))).toEqual(['2026-02-01', '2026-02-28']);
  });

  it('a prefix and the last code point enclose just the keys with the prefix (Query)', async () => {
    const pk = ownPartition();
    const inside = ['note#', 'note#1', 'note#zz', 'note#öö', 'note#👧'];
    await putKeys(pk, [...inside, 'Note#1', 'note', 'note$', 'notes#1']);
    expect(keysOf(await between(pk, 'note#', `note#${LAST}`))).toEqual(inside);
  });

  it(`begins_with tells A from a (Query; known difference: prefixIgnoresCase)`, async () => {
    const pk = ownPartition();
    await putKeys(pk, ['Note#1', 'note#1']);
    const answer = await query(pk, {}, ' AND begins_with(#sk, :p)', { ':p': 'note#' });
    expect(keysOf(answer)).toEqual(
      place.expected('prefixIgnoresCase', { documented: ['note#1'], embedded: ['Note#1', 'note#1'] }),
    );
  });

  it('sort keys stand in the order of their UTF-8 bytes (Query)', async () => {
    const pk = ownPartition();
    const keys = [
      '!',
      '#',
      '0',
      '10',
      '9',
      'A',
      'Z',
      '_',
      'a',
      'z',
      'zz',
      'Ä',
      'Ö',
      'ä',
      'ő',
      '€',
      '\u{FFFD}',
      '👧',
    ];
    await putKeys(pk, keys.toReversed());
    const found = keysOf(await query(pk));
    expect(found).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(found?.slice(-2)).toEqual(['\u{FFFD}', '👧']); // By UTF-16 units they would be the other way round.
  });

  it('descending order begins from the newest (Query)', async () => {
    const pk = ownPartition();
    await putKeys(pk, ['1', '2', '3']);
    expect(keysOf(await query(pk, { ScanIndexForward: false }))).toEqual(['3', '2', '1']);
    expect(keysOf(await query(pk))).toEqual(['1', '2', '3']);
  });

  it('a limit takes the first of the order asked for and tells where it stopped (Query)', async () => {
    const pk = ownPartition();
    await putKeys(pk, ['1', '2', '3']);
    const answer = await query(pk, { ScanIndexForward: false, Limit: 2 });
    expect(keysOf(answer)).toEqual(['3', '2']);
    expect(answer.LastEvaluatedKey).toEqual({ pk, sk: '2' });
  });

  it('pages follow each other without a gap or a repeat, in both directions (Paginating table query results)', async () => {
    const pk = ownPartition();
    const keys = Array.from({ length: 23 }, (_, n) => String(n).padStart(2, '0'));
    await putKeys(pk, keys);
    for (const forward of [true, false]) {
      const seen: unknown[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await query(pk, { Limit: 5, ScanIndexForward: forward, ExclusiveStartKey: from });
        seen.push(...(keysOf(page) ?? []));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      expect(seen).toEqual(forward ? keys : keys.toReversed());
    }
  });

  it('a page goes on from a place whose item has been deleted meanwhile (Paginating table query results)', async () => {
    const pk = ownPartition();
    await putKeys(pk, ['1', '2', '3', '4']);
    const { LastEvaluatedKey } = await query(pk, { Limit: 2 });
    await db.doc.send(new DeleteCommand({ TableName: records, Key: { pk, sk: '2' } }));
    expect(keysOf(await query(pk, { ExclusiveStartKey: LastEvaluatedKey }))).toEqual(['3', '4']);
  });

  it('the last page has no place to go on from (Paginating table query results)', async () => {
    const pk = ownPartition();
    await putKeys(pk, ['1', '2', '3']);
    expect(await query(pk, { Limit: 4 })).not.toHaveProperty('LastEvaluatedKey');
    expect(await query(ownPartition())).toMatchObject({ Items: [], Count: 0 });
  });

  it('a filter works after the limit, so that a page can be emptier than asked (Filter expressions for the Query operation)', async () => {
    const pk = ownPartition();
    await put(['1', '2', '3', '4'].map((sk) => ({ pk, sk, odd: Number(sk) % 2 === 1 })));
    const answer = await query(pk, {
      Limit: 3,
      FilterExpression: '#odd = :odd',
      ExpressionAttributeNames: { '#odd': 'odd' },
      ExpressionAttributeValues: { ':odd': true },
    });
    expect(keysOf(answer)).toEqual(['1', '3']);
    expect(answer).toMatchObject({ Count: 2, ScannedCount: 3, LastEvaluatedKey: { pk, sk: '3' } });
  });

  it('a filter on a key is refused (Filter expressions for the Query operation)', async () => {
    const filtered = query(ownPartition(), {
      FilterExpression: '#sk = :sk',
      ExpressionAttributeNames: { '#sk': 'sk' },
      ExpressionAttributeValues: { ':sk': '1' },
    });
    await expect(filtered).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('a page ends at one megabyte, limit or not (Paginating table query results)', async () => {
    const pk = ownPartition();
    const items = Array.from({ length: 12 }, (_, n) => itemOfBytes(pk, String(n).padStart(2, '0'), 100_000));
    await put(items);
    const first = await query(pk, { Limit: 50 });
    // Ten items are under the megabyte of 1 048 576 bytes; the one that passes it may be still in the page.
    expect([10, 11]).toContain(first.Items?.length);
    const second = await query(pk, { ExclusiveStartKey: first.LastEvaluatedKey });
    expect([...(keysOf(first) ?? []), ...(keysOf(second) ?? [])]).toEqual(items.map((item) => item.sk));
  });

  it('only the named attributes come when a projection is given (Projection expressions)', async () => {
    const pk = ownPartition();
    await put([Object.assign({ pk, sk: '1' }, { head: { name: 'n', size: 3 }, body: 'long' })]);
    const answer = await query(pk, {
      ProjectionExpression: '#h.#n',
      ExpressionAttributeNames: { '#h': 'head', '#n': 'name' },
    });
    expect(answer.Items).toEqual([{ head: { name: 'n' } }]);
  });

  it('a count answers without the items (Query)', async () => {
    const pk = ownPartition();
    await putKeys(pk, ['1', '2', '3']);
    const answer = await query(pk, { Select: 'COUNT' });
    expect(answer.Count).toBe(3);
    expect(answer.Items).toBeUndefined();
  });
});
