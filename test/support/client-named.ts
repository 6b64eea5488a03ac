import { type Envelope, Envelope as EnvelopeSchema } from '../../shared/events/envelope.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import type { Services } from '../../shared/services.ts';

/** News that some client was named, as an act of Loimaa would have written it now. */
export const clientNamed = (services: Services): Envelope =>
  EnvelopeSchema.parse({
    eventId: newId(services),
    type: 'ClientNamed',
    typeVersion: 1,
    controller: ControllerId.parse('LOIMAA'),
    occurredAt: services.clock.now(),
    clientId: '01JDF00000000000000000000A',
    headVersion: 1,
    tokenHashes: [],
  });
