import * as z from 'zod';
import { SERVICE_ACTIONS } from '../../shared/access/actions/services.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { coversTasks, grantsInUnit, isSupervised } from '../../shared/access/unit-grants.ts';
import { mayUseService } from '../../shared/access/visible-services.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { ClientService } from '../../shared/domain/services/model.ts';
import { loadServicesOf, servicesOfUnit } from '../../shared/domain/services/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { resourcesOf } from './service-view.ts';

type OfUnit = { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> };

const Row = z
  .strictObject({
    ...ClientService.pick({
      clientServiceId: true,
      clientId: true,
      caseId: true,
      serviceTask: true,
      socialService: true,
      state: true,
      validFrom: true,
      validTo: true,
      workerId: true,
      version: true,
    }).shape,
    client: ClientLabel.omit({ former: true }),
  })
  .meta({ id: 'UnitServiceRow' });
export const UnitServices = z
  .strictObject({ services: z.array(Row).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'UnitServices' });
type UnitServices = z.infer<typeof UnitServices>;

export const findUnitServices = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: OfUnit,
): Promise<FoundRows<ClientService>> =>
  foundRows(services, caller, { action: SERVICE_ACTIONS.listUnit, question: unitId, query }, (asked) =>
    servicesOfUnit(services, caller.controller, unitId, asked),
  );

/** A unit's services that were granted for a time, those whose last day is nearest first. */
export async function listUnitServices(
  context: ActContext,
  { params: { unitId } }: OfUnit,
  found: FoundRows<ClientService> | undefined,
): Promise<Reading<UnitServices>> {
  const { services, actor, today } = context;
  const grants = grantsInUnit(context, unitId);
  const page = rowsOf(found);
  const [stored, listed] = await Promise.all([
    loadServicesOf(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
  ]);
  const shown = page.items.flatMap((row) => {
    const service = stored.find((one) => one.clientServiceId === row.clientServiceId && one.pk === row.pk);
    const client = listed.get(row.clientId)?.label;
    const isListed =
      service?.unitId === unitId &&
      coversTasks(grants, [service.serviceTask]) &&
      (isSupervised(grants) || mayUseService(actor, service, today));
    return service === undefined || client === undefined || !isListed ? [] : [{ service, client }];
  });
  return {
    line: {
      clients: shown.map(({ service }) => service.clientId),
      resources: [{ kind: 'unit', id: unitId }, ...resourcesOf(shown.map(({ service }) => service))],
      dataGroups: ['identity', 'services'],
    },
    body: async () => {
      const next = await sealCursor(context, unitId, page.lastKey);
      return {
        services: shown.map(({ service, client }) => Row.strip().parse({ ...service, client })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
