import * as z from 'zod';
import { ClientId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';

export const UnitId = z
  .string()
  .regex(
    /^(case-[0-9A-Z]{26}-[0-9A-Z]{26}|(client|matter)-[0-9A-Z]{26}|record-[a-zA-Z]{1,20}-[0-9A-Z-]{7,53})$/,
    'the id of a disposal unit',
  )
  .meta({ id: 'DisposalUnitId', examples: ['client-01KBN4PZ00000000000000000A'] });

/**
 * Hävittämisen portti of a client: it moves with each hold that is placed, and with each unit whose destruction
 * begins. Of a hold and a destruction that meet, one therefore finds it moved: either nothing goes, or whoever places
 * the hold is told what it came too late for.
 */
export const DisposalGate = storedItem('disposalGate', {
  clientId: ClientId,
  begun: z.array(z.strictObject({ unitId: UnitId, at: Instant })).max(1000),
});
export type DisposalGate = z.infer<typeof DisposalGate>;
