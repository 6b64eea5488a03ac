import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Relationship } from '../../shared/domain/clients/model.ts';
import { loadPeriods, openExplanation } from '../../shared/domain/clients/relationship-periods.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';

export const RelationshipPeriods = z
  .strictObject({
    clientId: ClientId,
    periods: z.array(
      z.strictObject({
        ...Relationship.omit({ state: true, recorded: true }).shape,
        explanation: z.string().optional(),
        endedBy: UserId,
        recordedAt: Instant,
      }),
    ),
  })
  .meta({ id: 'RelationshipPeriods' });

/** The ended periods of the client relationship, each with its ground and who ended it. */
export async function readPeriods(
  context: ClientContext,
): Promise<Reading<z.infer<typeof RelationshipPeriods>>> {
  const { file, actor, services } = context;
  const { clientId } = file.head;
  const items = await loadPeriods(services, actor.controller, clientId);
  const [first] = items;
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'relationship', id: clientId }],
      dataGroups: ['clienthood'],
      ...(first === undefined ? {} : { historyFrom: first.createdAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const periods = await Promise.all(
        items.map(async (item) => {
          const { state: _state, recorded: _recorded, ...period } = item.period;
          const explanation = await openExplanation(ring, item);
          return {
            ...period,
            ...(explanation === undefined ? {} : { explanation }),
            endedBy: UserId.parse(item.createdBy),
            recordedAt: item.createdAt,
          };
        }),
      );
      return { clientId, periods };
    },
  };
}
