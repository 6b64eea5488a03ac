import * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { RefundContent, RefundMark } from '../../shared/domain/services/refunds/model.ts';
import { applyBy, isRefunded, REFUND_RULES } from '../../shared/domain/services/refunds/rules.ts';
import { loadRefunds, openRefund } from '../../shared/domain/services/refunds/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';

const shown = RefundMark.pick({
  refundMarkId: true,
  ground: true,
  quota: true,
  from: true,
  to: true,
  ended: true,
  version: true,
});

export const RefundsOfClient = z
  .strictObject({
    clientId: ClientId,
    refunds: z.array(
      z.strictObject({
        ...shown.shape,
        ...RefundContent.partial({ municipality: true }).shape,
        source: z.string(),
        inForce: z.boolean(),
        /** The last day on which the refund of what is done in this year is applied for (681/2023 70 §). */
        applyBy: z.string(),
      }),
    ),
  })
  .meta({ id: 'RefundsOfClient' });

/** On which grounds the state refunds what is given to the client, those that are over too. */
export async function listRefunds(context: ClientContext): Promise<Reading<z.infer<typeof RefundsOfClient>>> {
  const { actor, file, today } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const marks = await loadRefunds(context, clientId);
  // Where somebody under a safety ban lives is told to those alone whose task needs it (661/2009 37 §).
  const hidesPlace = hasSafetyBan(file.head, today) && !hasSpecialRight(actor, 'seeProtectedAddresses');
  return {
    line: { clients: [clientId], resources: [{ kind: 'client', id: clientId }], dataGroups: ['clienthood'] },
    body: async () => ({
      clientId,
      refunds: await Promise.all(
        marks.map(async (mark) => {
          const { municipality, ...content } = await openRefund(ringOf(context), mark);
          return {
            ...shown.strip().parse(mark),
            ...content,
            ...(hidesPlace ? {} : { municipality }),
            source: REFUND_RULES[mark.ground].source,
            inForce: isRefunded(mark, today),
            applyBy: applyBy(Number(today.slice(0, 4))),
          };
        }),
      ),
    }),
  };
}
