import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { dumpOf } from './dump.ts';

/** What the table does with lines whose time is over. */
export async function expire(services: Services, controller: ControllerId): Promise<void> {
  const now = Date.parse(services.clock.now()) / 1000;
  const client = services.tables.clientOf(controller);
  for (const { pk, sk, ttl } of await dumpOf(services, 'trail')) {
    if (typeof ttl !== 'number' || ttl > now) continue;
    await client.send(new DeleteCommand({ TableName: services.tables.trail, Key: { pk, sk } }));
  }
}
