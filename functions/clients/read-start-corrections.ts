import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { openReason } from '../../shared/domain/case-notes/texts.ts';
import { ReasonView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import {
  loadStartCorrections,
  RelationshipCorrection,
} from '../../shared/domain/clients/relationship-corrections.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';

export const StartCorrections = z
  .strictObject({
    clientId: ClientId,
    corrections: z.array(
      z.strictObject({
        ...RelationshipCorrection.pick({ was: true, is: true, by: true }).shape,
        reason: ReasonView.optional(),
      }),
    ),
  })
  .meta({ id: 'RelationshipStartCorrections' });

/** On which days relationships stood to have begun before they were corrected, by whom and why (L-11.8). */
export async function readStartCorrections(
  context: ClientContext,
): Promise<Reading<z.infer<typeof StartCorrections>>> {
  refuseMergedItself(context);
  const { clientId } = context.file.head;
  const items = await loadStartCorrections(context, clientId);
  const [first] = items;
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'relationship', id: clientId }],
      dataGroups: ['clienthood'],
      ...(first === undefined ? {} : { historyFrom: first.createdAt }),
    },
    body: async () => ({
      clientId,
      corrections: await Promise.all(
        items.map(async (item) => ({
          was: item.was,
          is: item.is,
          by: item.by,
          reason: await openReason(ringOf(context), item),
        })),
      ),
    }),
  };
}
