import * as z from 'zod';
import { Envelope } from '../../shared/events/envelope.ts';
import { dumpOf } from './dump.ts';
import type { World } from './world.ts';

/** The outgoing events of a type that acts have written. */
export const eventsOf = async (world: World, type: Envelope['type']): Promise<Envelope[]> =>
  (await dumpOf(world.services, 'records'))
    .filter((item) => z.looseObject({ entity: z.string() }).parse(item).entity === 'outbox')
    .map((item) => z.object({ envelope: Envelope }).parse(item).envelope)
    .filter((envelope) => envelope.type === type);
