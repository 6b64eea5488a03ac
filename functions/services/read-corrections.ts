import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { openReason } from '../../shared/domain/case-notes/texts.ts';
import { ReasonView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { CorrectedServiceDays } from '../../shared/domain/services/model.ts';
import { ClientServiceId } from '../../shared/kernel/id.ts';
import { serviceKeys } from '../../shared/table/keys.ts';
import { findService } from './find-service.ts';
import type { OneService } from './one-service.ts';
import { resourcesOf } from './service-view.ts';

export const ServiceCorrections = z
  .strictObject({
    clientServiceId: ClientServiceId,
    corrections: z.array(
      z.strictObject({ ...CorrectedServiceDays.omit({ reason: true }).shape, reason: ReasonView.optional() }),
    ),
  })
  .meta({ id: 'ServiceCorrections' });

/** What stood before of the days of a service, the first correction first, each with its ground in words (L-11.8). */
export async function readCorrections(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneService> },
): Promise<Reading<z.infer<typeof ServiceCorrections>>> {
  const { actor, file } = context;
  refuseMerged(file.head);
  const service = await findService(context, params.clientServiceId);
  const { clientId, clientServiceId, corrections = [] } = service;
  const key = serviceKeys.inForce(actor.controller, clientId, clientServiceId);
  return {
    line: {
      clients: [clientId],
      resources: resourcesOf([service]),
      dataGroups: ['services'],
      historyFrom: service.createdAt,
    },
    body: async () => ({
      clientServiceId,
      corrections: await Promise.all(
        corrections.map(async ({ reason, ...said }) => ({
          ...said,
          reason: await openReason(ringOf(context), { ...key, reason }),
        })),
      ),
    }),
  };
}
