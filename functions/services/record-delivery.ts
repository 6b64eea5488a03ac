import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { Delivery } from '../../shared/domain/services/model.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay, judgeUnit } from '../../shared/domain/services/rules.ts';
import { placeOfWords } from '../../shared/domain/services/store.ts';
import { type ClientServiceId, DeliveryId } from '../../shared/kernel/id.ts';
import { startOfDay } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { serviceKeys } from '../../shared/table/keys.ts';
import { factOfDelivery } from './commit-service.ts';
import { findService } from './find-service.ts';
import { resourcesOf } from './service-view.ts';

export const RecordDelivery = z
  .strictObject({
    ...Delivery.pick({ on: true, hundredths: true, unit: true }).shape,
    words: z.string().trim().min(1).max(2000).optional(),
  })
  .meta({ id: 'RecordDelivery' });

export const DeliveryRecorded = z
  .strictObject({ deliveryId: DeliveryId, version: z.int() })
  .meta({ id: 'DeliveryRecorded' });
export type DeliveryRecorded = z.infer<typeof DeliveryRecorded>;

/** Records what was delivered of a service on a day. Two who record at once do not meet. */
export async function recordDelivery(
  context: ClientContext,
  { params, body }: { params: { clientServiceId: ClientServiceId }; body: z.infer<typeof RecordDelivery> },
): Promise<Answer<DeliveryRecorded>> {
  const { actor, now, today, services } = context;
  const service = await findService(context, params.clientServiceId);
  if (service.startedOn === undefined) {
    throw new Refusal(SERVICE_REFUSALS.wrongState, { details: { state: service.state } });
  }
  const { words, ...counted } = body;
  const last = service.endedOn !== undefined && service.endedOn < today ? service.endedOn : today;
  refuseErrors(SERVICE_REFUSALS.notValid, [
    ...judgeDay(body.on, service.startedOn, last, 'on'),
    ...judgeUnit(body.unit, service.amount),
  ]);
  const { clientId, clientServiceId, caseId } = service;
  const deliveryId = DeliveryId.parse(newId(services, startOfDay(body.on)));
  const key = serviceKeys.delivery(actor.controller, clientId, clientServiceId, deliveryId);
  const sealed =
    words === undefined ? undefined : await ringOf(context).seal(caseId, placeOfWords(key), 1, words);
  const delivery: Delivery = {
    ...key,
    entity: 'delivery',
    ...created(now, actor.userId),
    deliveryId,
    clientServiceId,
    clientId,
    caseId,
    ...counted,
    recordedAt: now,
    recordedBy: actor.userId,
    ...(sealed === undefined ? {} : { words: sealed }),
  };
  return commit(context, {
    changes: [{ put: delivery, when: 'absent' }],
    line: {
      clients: [clientId],
      resources: [
        ...resourcesOf([service]),
        { kind: 'delivery', id: deliveryId, client: clientId, version: 1 },
      ],
      dataGroups: ['services'],
      changedFields: ['delivery'],
    },
    facts: [factOfDelivery(context, service, delivery)],
    answer: { body: { deliveryId, version: 1 }, version: 1 },
  });
}
