import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Items that only make a table or a partition large. Nobody opens them, so their seals are copies. */
export type Filler = { table: string; item: Record<string, unknown> };

export const AnyItem = z.record(z.string(), z.unknown());

const BATCH = 25;
const AT_ONCE = 4;

export async function fill(client: DynamoDBDocumentClient, fillers: Iterator<Filler, void>): Promise<void> {
  async function work(): Promise<void> {
    for (let batch = take(fillers); batch.length > 0; batch = take(fillers)) {
      const tables = new Set(batch.map(({ table }) => table));
      const RequestItems = Object.fromEntries(
        [...tables].map((table) => [
          table,
          batch
            .filter((filler) => filler.table === table)
            .map(({ item }) => ({ PutRequest: { Item: item } })),
        ]),
      );
      const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems }));
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('The store left items out.');
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function take(fillers: Iterator<Filler, void>): Filler[] {
  const batch: Filler[] = [];
  for (let next = fillers.next(); next.done !== true; next = fillers.next()) {
    batch.push(next.value);
    if (batch.length === BATCH) break;
  }
  return batch;
}
