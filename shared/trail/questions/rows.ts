import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type ClientId, EventId, UnitId, UserId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { type PartitionKey, questionKeys, trailKeys } from '../../table/keys.ts';
import { putIfAbsent } from '../../table/put.ts';
import type { AccessEvent } from '../event.ts';
import { endInTable, isDisclosureOf, partitionOf } from '../line.ts';
import { classesOf, codeOf, type LineClass, WorkerClass } from './line-class.ts';

/**
 * The rows by which a line is found: one for each of its classes in its controller, in its unit and in each client it
 * names, and of what is no everyday work in the worker too. A row holds no more than where the line lies (a client's row: that client's copy), and leaves with it.
 */
export function rowsOf(event: AccessEvent): Record<string, unknown>[] {
  const { controller, userIdentity } = event;
  const sk = trailKeys.event(EventId.parse(event.eventId));
  const ttl = endInTable(event);
  const unit = UnitId.safeParse(userIdentity.unitId);
  const user = UserId.safeParse(userIdentity.userId);
  const row = (pk: PartitionKey, line: PartitionKey): Record<string, unknown> => ({ pk, sk, line, ttl });
  return classesOf(event).flatMap((lineClass) => {
    const code = codeOf(lineClass);
    const line = partitionOf(event);
    return [
      row(questionKeys.ofController(controller, code), line),
      ...(unit.success ? [row(questionKeys.ofUnit(controller, unit.data, code), line)] : []),
      ...(user.success && WorkerClass.safeParse(lineClass).success
        ? [row(questionKeys.ofUser(controller, user.data, code), line)]
        : []),
      ...clientsOf(event, lineClass).map((clientId) =>
        row(
          questionKeys.ofClient(controller, clientId, code),
          trailKeys.clientPartition(controller, clientId),
        ),
      ),
    ];
  });
}

/** Whom a search has found is asked of the search, and not of each client; a disclosure may be of one alone. */
function clientsOf({ clients, disclosure }: AccessEvent, lineClass: LineClass): readonly ClientId[] {
  if (lineClass === 'search') return [];
  if (lineClass !== 'disclosure' || disclosure === undefined) return clients;
  return clients.filter((clientId) => isDisclosureOf(disclosure, clientId));
}

/** Rows on their way at the same time. */
const AT_ONCE = 10;

/** Writes the rows of a line, each once however often this runs. */
export async function storeRows(services: Services, event: AccessEvent): Promise<void> {
  const rows = rowsOf(event);
  for (let place = 0; place < rows.length; place += AT_ONCE) {
    await Promise.all(
      rows.slice(place, place + AT_ONCE).map(async (row) => {
        try {
          await putIfAbsent(services.tables, event.controller, 'trail', row);
        } catch (thrown) {
          if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
        }
      }),
    );
  }
}
