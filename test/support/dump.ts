import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { AccessEvent } from '../../shared/trail/event.ts';

const ANY = ControllerId.parse('KEUSOTE');

/** Every item of a table, as an intruder with a dump would have it. */
export async function dumpOf(
  services: Services,
  table: 'records' | 'keys' | 'trail',
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await services.tables.clientOf(ANY).send(
      new ScanCommand({
        TableName: services.tables[table],
        ConsistentRead: true,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

const Line = z.looseObject({ event: AccessEvent });

/** Every line of the trail, oldest first, without clients' copies, the rows by which it is asked, and what the sealer keeps there. */
export async function linesOf(services: Services): Promise<AccessEvent[]> {
  const items = await dumpOf(services, 'trail');
  return items
    .flatMap((item) => (item['g1pk'] === undefined ? [] : [Line.parse(item).event]))
    .sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
}
