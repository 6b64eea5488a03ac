import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { Key, PartitionKey, Span } from './keys.ts';
import { parseItem } from './parse-item.ts';

type TableName = 'records' | 'keys' | 'trail';

/** Where a page ended. Opaque to callers; `shared/http/paging.ts` seals it into a cursor. */
export type LastKey = Record<string, string>;
export type Page<T> = { items: T[]; lastKey?: LastKey };

/** One item by its key, read strongly. One read unit for each 4 KB. */
export async function getItem<T>(
  tables: Tables,
  controller: ControllerId,
  table: TableName,
  key: Key,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const { Item } = await tables
    .clientOf(controller)
    .send(new GetCommand({ TableName: tables[table], Key: key, ConsistentRead: true }));
  return Item === undefined ? undefined : parseItem(schema, Item);
}

export type Question = {
  table: TableName;
  index?: 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
  pk: PartitionKey;
  span?: Span;
  descending?: boolean;
  limit?: number;
  after?: LastKey;
  /** Paths of the attributes that are wanted: all else of an item costs its units and does not travel. */
  only?: readonly AttributePath[];
};
export type AttributePath = readonly [string, ...string[]];

const attributesOf = (index: Question['index']): { pk: string; sk: string } =>
  index === undefined ? { pk: 'pk', sk: 'sk' } : { pk: `g${index.slice(3)}pk`, sk: `g${index.slice(3)}sk` };

function wantedOf(only: readonly AttributePath[]): { paths: string; names: Record<string, string> } {
  const names = [...new Set(only.flat())];
  const nameOf = (attribute: string): string => `#w${names.indexOf(attribute)}`;
  return {
    paths: only.map((path) => path.map(nameOf).join('.')).join(', '),
    names: Object.fromEntries(names.map((attribute) => [nameOf(attribute), attribute])),
  };
}

/** A span that ends before it begins holds nothing, which the store would call a fault: days to come of a log are such. */
const isEmpty = (span: Span | undefined): boolean => span !== undefined && span.from > span.to;

/** One page of a partition. Strong from the table, eventual (half the units) from an index. */
export async function query<T>(
  tables: Tables,
  controller: ControllerId,
  question: Question,
  schema: z.ZodType<T>,
): Promise<Page<T>> {
  if (isEmpty(question.span)) return { items: [] };
  const names = attributesOf(question.index);
  const { span, only } = question;
  const wanted = only === undefined ? undefined : wantedOf(only);
  const answer = await tables.clientOf(controller).send(
    new QueryCommand({
      TableName: tables[question.table],
      ...(question.index === undefined ? { ConsistentRead: true } : { IndexName: question.index }),
      KeyConditionExpression: span === undefined ? '#pk = :pk' : '#pk = :pk AND #sk BETWEEN :from AND :to',
      ...(wanted === undefined ? {} : { ProjectionExpression: wanted.paths }),
      ExpressionAttributeNames: {
        '#pk': names.pk,
        ...(span === undefined ? {} : { '#sk': names.sk }),
        ...wanted?.names,
      },
      ExpressionAttributeValues: {
        ':pk': question.pk,
        ...(span === undefined ? {} : { ':from': span.from, ':to': span.to }),
      },
      ScanIndexForward: question.descending !== true,
      ...(question.limit === undefined ? {} : { Limit: question.limit }),
      ...(question.after === undefined ? {} : { ExclusiveStartKey: question.after }),
    }),
  );
  const items = (answer.Items ?? []).map((item) => parseItem(schema, item));
  return answer.LastEvaluatedKey === undefined ? { items } : { items, lastKey: answer.LastEvaluatedKey };
}

/** A count beyond this is told as «more»: a unit with thousands costs what one with a hundred does. */
const COUNTED = 100;

/**
 * How many items lie in a span of an index, up to a limit: what it costs does not grow with what lies there.
 * @returns whether there are more than were counted.
 */
export async function countUpTo(
  tables: Tables,
  controller: ControllerId,
  {
    table,
    index,
    pk,
    span,
    limit = COUNTED,
  }: Required<Pick<Question, 'table' | 'index' | 'pk' | 'span'>> & Pick<Question, 'limit'>,
): Promise<{ count: number; more: boolean }> {
  if (isEmpty(span)) return { count: 0, more: false };
  const names = attributesOf(index);
  const answer = await tables.clientOf(controller).send(
    new QueryCommand({
      TableName: tables[table],
      IndexName: index,
      Select: 'COUNT',
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': names.pk, '#sk': names.sk },
      ExpressionAttributeValues: { ':pk': pk, ':from': span.from, ':to': span.to },
      Limit: limit,
    }),
  );
  return { count: answer.Count ?? 0, more: answer.LastEvaluatedKey !== undefined };
}

/** Every item of a span that is known to be small. Reads on while there is more. */
export async function queryAll<T>(
  tables: Tables,
  controller: ControllerId,
  question: Question,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const items: T[] = [];
  let after: LastKey | undefined;
  do {
    const page: Page<T> = await query(
      tables,
      controller,
      after === undefined ? question : { ...question, after },
      schema,
    );
    items.push(...page.items);
    after = page.lastKey;
  } while (after !== undefined);
  return items;
}

const BATCH = 100;
/** So often in a row nothing of a batch may be served, each time asked for again after a longer pause: a second in all. */
const PATIENCE = 8;

/** Many items by key, in no order; what is not there is left out. Asks again for what was not served. */
export async function batchGet<T>(
  tables: Tables,
  controller: ControllerId,
  table: TableName,
  keys: readonly Key[],
  schema: z.ZodType<T>,
  options: { strong: boolean } = { strong: true },
): Promise<T[]> {
  const items: T[] = [];
  const name = tables[table];
  let waiting: Key[] = [
    ...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, { pk: key.pk, sk: key.sk }])).values(),
  ];
  let stalled = 0;
  while (waiting.length > 0) {
    if (stalled > 0) await pause(2 ** (stalled + 1));
    const batch = waiting.slice(0, BATCH);
    const answer = await tables
      .clientOf(controller)
      .send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: batch, ConsistentRead: options.strong } } }),
      );
    for (const item of answer.Responses?.[name] ?? []) items.push(parseItem(schema, item));
    const unserved = new Set(
      (answer.UnprocessedKeys?.[name]?.Keys ?? []).map((key) => `${key['pk']} ${key['sk']}`),
    );
    stalled = unserved.size < batch.length ? 0 : stalled + 1;
    if (stalled > PATIENCE) throw new Error('The table does not serve the batch.');
    waiting = [...batch.filter((key) => unserved.has(`${key.pk} ${key.sk}`)), ...waiting.slice(BATCH)];
  }
  return items;
}
