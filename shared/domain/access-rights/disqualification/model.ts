import * as z from 'zod';
import { DisqualificationId, UserId } from '../../../kernel/id.ts';
import { Instant } from '../../../kernel/instant.ts';
import { storedItem } from '../../../table/item.ts';
import { Barred, BarringGround, MOST_BARRED } from '../../clients/barred.ts';

/**
 * A declaration that a worker does not handle one person's matters. The person is known by the keyed hash of the
 * identity code alone, client or not: the file is closed from the moment there is one.
 */
export const Disqualification = storedItem('disqualification', {
  disqualificationId: DisqualificationId,
  userId: UserId,
  ground: BarringGround,
  mac: z.string(),
  liftedAt: Instant.optional(),
  liftedBy: UserId.optional(),
});
export type Disqualification = z.infer<typeof Disqualification>;

/** Who is shut out of the file of whoever has an identity code: asked when the code is given to a client. */
export const BarredOfCode = storedItem('barredOfCode', { barred: z.array(Barred).max(MOST_BARRED) });
export type BarredOfCode = z.infer<typeof BarredOfCode>;
