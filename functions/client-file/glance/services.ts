import * as z from 'zod';
import { SERVICE_ACTIONS } from '../../../shared/access/actions/services.ts';
import { mayUseService } from '../../../shared/access/visible-services.ts';
import { CHARGING, Charging } from '../../../shared/domain/services/charging.ts';
import { ClientService } from '../../../shared/domain/services/model.ts';
import { glancePart } from './part.ts';

export const ServiceInForce = z
  .strictObject({
    ...ClientService.pick({
      clientServiceId: true,
      caseId: true,
      serviceTask: true,
      socialService: true,
      basis: true,
      producer: true,
      state: true,
      unitId: true,
      workerId: true,
      validFrom: true,
      validTo: true,
      amount: true,
      startedOn: true,
      suspendedOn: true,
      version: true,
    }).shape,
    charging: Charging,
  })
  .meta({ id: 'ServiceInForce' });

/** Services granted and under way, what ends first at the head. What is needed of each is read with the service. */
export const servicesPart = glancePart({
  letters: 'cv',
  list: SERVICE_ACTIONS.list,
  entity: 'clientService',
  dataGroup: 'services',
  schema: ClientService,
  mayKnow: ({ actor, today }, service) => mayUseService(actor, service, today),
  order: ({ validTo, clientServiceId }) => `${validTo ?? '9'} ${clientServiceId}`,
  resource: ({ clientServiceId, serviceTask }) => ({
    kind: 'service',
    id: clientServiceId,
    serviceTasks: [serviceTask],
  }),
  open: async (_ring, services) =>
    services.map((service) => ServiceInForce.strip().parse({ ...service, charging: CHARGING })),
});
