import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { PlantedArrival } from '../../shared/domain/plantings/model.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import { created } from '../../shared/table/item.ts';
import { plantingKeys } from '../../shared/table/keys.ts';
import { putIfAbsent } from '../../shared/table/put.ts';

/** Nobody asks for it later than in two days. */
const KEPT_DAYS = 14;

/** An event that was dropped on purpose has come after all: whoever sweeps the outbox is awake. Once, however often it comes. */
export async function notePlanted(services: Services, envelope: Envelope): Promise<void> {
  if (envelope.type !== 'PlantedEvent') return;
  const { controller, eventId } = envelope;
  const now = services.clock.now();
  const arrival: PlantedArrival = {
    ...plantingKeys.arrival(controller, eventId),
    entity: 'plantedArrival',
    ...created(now, 'sweeper'),
    eventId,
    ttl: Math.floor(epochMsOf(now) / 1000) + KEPT_DAYS * 86_400,
  };
  try {
    await putIfAbsent(services.tables, controller, 'records', arrival);
  } catch (thrown) {
    if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
  }
}
