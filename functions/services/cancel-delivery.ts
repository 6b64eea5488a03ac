import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Delivery } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { loadDelivery } from '../../shared/domain/services/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientServiceId, DeliveryId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { factOfDelivery } from './commit-service.ts';
import { findService } from './find-service.ts';
import type { DeliveryRecorded } from './record-delivery.ts';
import { resourcesOf } from './service-view.ts';

/** A delivery recorded by mistake stays to be seen and counts no more. */
export async function cancelDelivery(
  context: ClientContext,
  {
    params,
    version,
  }: { params: { clientServiceId: ClientServiceId; deliveryId: DeliveryId }; version: number },
): Promise<Answer<DeliveryRecorded>> {
  const { actor, now } = context;
  const service = await findService(context, params.clientServiceId);
  const delivery = await loadDelivery(context, service, params.deliveryId);
  if (delivery === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(delivery, version);
  if (delivery.cancelledBy !== undefined) throw new Refusal(SERVICE_REFUSALS.wrongState);
  const put: Delivery = { ...delivery, ...changed(delivery, now, actor.userId), cancelledBy: actor.userId };
  return commit(context, {
    changes: [{ put, when: { version } }],
    line: {
      clients: [delivery.clientId],
      resources: [
        ...resourcesOf([service]),
        { kind: 'delivery', id: delivery.deliveryId, client: delivery.clientId, version: put.version },
      ],
      dataGroups: ['services'],
      changedFields: ['delivery'],
    },
    facts: [{ ...factOfDelivery(context, service, delivery), undoes: true }],
    answer: { body: { deliveryId: delivery.deliveryId, version: put.version }, version: put.version },
  });
}
