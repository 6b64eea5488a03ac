import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { Delivery } from '../../shared/domain/services/model.ts';
import { deliveredOf, grantedFor } from '../../shared/domain/services/rules.ts';
import { loadDeliveries, placeOfWords } from '../../shared/domain/services/store.ts';
import type { ClientServiceId } from '../../shared/kernel/id.ts';
import { addYears, LocalDate } from '../../shared/kernel/local-date.ts';
import { findService } from './find-service.ts';
import { resourcesOf, ServiceView, viewOf } from './service-view.ts';

/** A year at most at a time. */
export const DeliveriesQuery = z
  .strictObject({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from <= to && to < addYears(from, 1), {
    message: 'days in order, a year at most',
    path: ['to'],
  });

const DeliveryView = z.strictObject({
  ...Delivery.pick({
    deliveryId: true,
    on: true,
    hundredths: true,
    unit: true,
    recordedAt: true,
    recordedBy: true,
    cancelledBy: true,
    version: true,
  }).shape,
  words: z.string().optional(),
});

/** What was granted for the days asked, and what was delivered on them, in hundredths of the unit. */
export const Deliveries = z
  .strictObject({
    service: ServiceView,
    granted: z.int().optional(),
    delivered: z.int(),
    deliveries: z.array(DeliveryView),
  })
  .meta({ id: 'Deliveries' });
type Deliveries = z.infer<typeof Deliveries>;

/** Follow-up of a service: what was delivered stands beside what was granted (U-4.14). */
export async function readDeliveries(
  context: ClientContext,
  { params, query }: { params: { clientServiceId: ClientServiceId }; query: z.infer<typeof DeliveriesQuery> },
): Promise<Reading<Deliveries>> {
  const { clientId } = context.file.head;
  const [service, deliveries] = await Promise.all([
    findService(context, params.clientServiceId),
    loadDeliveries(context, clientId, params.clientServiceId, query),
  ]);
  const granted = grantedFor(service, query.from, query.to);
  return {
    line: { clients: [clientId], resources: resourcesOf([service]), dataGroups: ['services'] },
    body: async () => ({
      service: await viewOf(ringOf(context), context.actor.controller, service),
      ...(granted === undefined ? {} : { granted }),
      delivered: deliveredOf(deliveries),
      deliveries: await Promise.all(deliveries.map((delivery) => deliveryView(context, delivery))),
    }),
  };
}

async function deliveryView(
  context: ClientContext,
  { words, ...delivery }: Delivery,
): Promise<z.infer<typeof DeliveryView>> {
  const opened =
    words === undefined ? undefined : await ringOf(context).open(words, placeOfWords(delivery), z.string());
  return DeliveryView.strip().parse({ ...delivery, ...(opened === undefined ? {} : { words: opened }) });
}
