import * as z from 'zod';
import { mayUseService } from '../../shared/access/visible-services.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { ClientService } from '../../shared/domain/services/model.ts';
import { loadEndedServices, loadServicesInForce } from '../../shared/domain/services/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { resourcesOf, ServiceView, viewOf } from './service-view.ts';

export const ServicesOfClient = z
  .strictObject({ clientId: ClientId, services: z.array(ServiceView), next: z.string().optional() })
  .meta({ id: 'ServicesOfClient' });
type ServicesOfClient = z.infer<typeof ServicesOfClient>;

/** The services granted or given now: a handful, all at once. */
export async function listServices(context: ClientContext): Promise<Reading<ServicesOfClient>> {
  refuseMerged(context.file.head);
  return readingOf(context, await loadServicesInForce(context, context.file.head.clientId));
}

/** Those that ended, a page at a time. */
export async function listEndedServices(
  context: ClientContext,
  { query: { cursor, limit = PAGE } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<ServicesOfClient>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const after = await openCursor(context, clientId, cursor);
  const page = await loadEndedServices(context, clientId, { limit, after });
  return readingOf(context, page.items, page.lastKey);
}

function readingOf(
  context: ClientContext,
  found: readonly ClientService[],
  lastKey?: LastKey,
): Reading<ServicesOfClient> {
  const { actor, today, file } = context;
  const { clientId } = file.head;
  const services = found.filter((service) => mayUseService(actor, service, today));
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }, ...resourcesOf(services)],
      dataGroups: ['services'],
    },
    body: async () => {
      const ring = ringOf(context);
      const [views, next] = await Promise.all([
        Promise.all(services.map((service) => viewOf(ring, actor.controller, service))),
        sealCursor(context, clientId, lastKey),
      ]);
      return { clientId, services: views, ...(next === undefined ? {} : { next }) };
    },
  };
}
