import { type DynamoDBDocumentClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import { currentVersion, type Migrations } from '../../shared/table/migrations/register.ts';
import { type Rewritten, rewriteItem } from '../../shared/table/migrations/rewrite-item.ts';
import type { Pace } from './pace.ts';
import type { Segment } from './progress.ts';

/** Read at once, so that one page never takes much more than a second's units. */
const ITEMS_READ = 200;

export type Rewriting = {
  client: DynamoDBDocumentClient;
  /** The logical name, and the one it has in this deployment. */
  table: 'records' | 'keys';
  tableName: string;
  migrations: Migrations;
  pace: Pace;
  /** Told after each page, when all of it is stored: from here a run that broke off goes on. */
  reached: (segment: number, state: Segment, outcomes: readonly Rewritten['outcome'][]) => void;
};

/** Reads a table through, part beside part, and stores every old item anew, while the table serves. */
export async function rewriteTable(run: Rewriting, segments: readonly Segment[]): Promise<void> {
  const old = oldItems(run);
  await Promise.all(
    segments.map(async (from, segment) => {
      const part = { ...old, Segment: segment, TotalSegments: segments.length };
      for (let state = from; !state.done; ) state = await rewritePage(run, part, segment, state);
    }),
  );
}

/** The entities that a table holds and whose shape has changed. */
export const entitiesOf = (migrations: Migrations, table: 'records' | 'keys'): string[] =>
  [...migrations].flatMap(([entity, [first]]) => (first?.table === table ? [entity] : []));

/** Sorts out what is of an earlier shape before it leaves the table. */
function oldItems({ migrations, table }: Rewriting): Partial<ScanCommandInput> {
  const entities = entitiesOf(migrations, table);
  return {
    FilterExpression: entities
      .map((_, index) => `(#entity = :entity${index} AND #schema < :current${index})`)
      .join(' OR '),
    ExpressionAttributeNames: { '#entity': 'entity', '#schema': 'schemaVersion' },
    ExpressionAttributeValues: Object.fromEntries(
      entities.flatMap((entity, index) => [
        [`:entity${index}`, entity],
        [`:current${index}`, currentVersion(migrations, entity)],
      ]),
    ),
  };
}

async function rewritePage(
  { client, tableName, migrations, pace, reached }: Rewriting,
  part: Partial<ScanCommandInput>,
  segment: number,
  { after }: Segment,
): Promise<Segment> {
  const page = await client.send(
    new ScanCommand({
      ...part,
      TableName: tableName,
      Limit: ITEMS_READ,
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
      ...(after === undefined ? {} : { ExclusiveStartKey: after }),
    }),
  );
  await pace(page.ConsumedCapacity?.CapacityUnits ?? 0);
  const outcomes: Rewritten['outcome'][] = [];
  for (const item of page.Items ?? []) {
    const { outcome, units } = await rewriteItem(client, tableName, item, migrations);
    await pace(units);
    outcomes.push(outcome);
  }
  const last = page.LastEvaluatedKey;
  const state: Segment = last === undefined ? { done: true } : { done: false, after: last };
  reached(segment, state, outcomes);
  return state;
}
