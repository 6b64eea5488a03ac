import * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContexts } from '../../shared/domain/clients/merged.ts';
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
        /** In whose file it lies: this client's, or that of one who was merged into it. */
        clientId: ClientId,
        ...RefundContent.partial({ municipality: true }).shape,
        source: z.string(),
        inForce: z.boolean(),
        /** The last day on which the refund of what is done in this year is applied for (681/2023 70 §). */
        applyBy: z.string(),
      }),
    ),
  })
  .meta({ id: 'RefundsOfClient' });

/**
 * On which grounds the state refunds what is given to the client, those that are over too: of who was merged into the
 * client as well, for it is applied for long after.
 */
export async function listRefunds(context: ClientContext): Promise<Reading<z.infer<typeof RefundsOfClient>>> {
  const { actor, file, today } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const files = [context, ...(await mergedContexts(context))];
  const clients = files.map((one) => one.file.head.clientId);
  // Where somebody under a safety ban lives is told to those alone whose task needs it (661/2009 37 §).
  const hidesPlace =
    files.some((one) => hasSafetyBan(one.file.head, today)) &&
    !hasSpecialRight(actor, 'seeProtectedAddresses');
  const rowsOf = async (of: ClientContext) =>
    Promise.all(
      (await loadRefunds(of, of.file.head.clientId)).map(async (mark) => {
        const { municipality, ...content } = await openRefund(ringOf(of), mark);
        return {
          ...shown.strip().parse(mark),
          clientId: mark.clientId,
          ...content,
          ...(hidesPlace ? {} : { municipality }),
          source: REFUND_RULES[mark.ground].source,
          inForce: isRefunded(mark, today),
          applyBy: applyBy(Number(today.slice(0, 4))),
        };
      }),
    );
  return {
    line: {
      clients,
      resources: clients.map((id) => ({ kind: 'client', id })),
      dataGroups: ['clienthood'],
    },
    body: async () => ({ clientId, refunds: (await Promise.all(files.map(rowsOf))).flat() }),
  };
}
