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
import { shownPage } from '../../shared/http/shown-page.ts';
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
  const found = await loadServicesInForce(context, context.file.head.clientId);
  return readingOf(
    context,
    found.filter((service) => mayKnow(context, service)),
  );
}

/** Those that ended, a page at a time. */
export async function listEndedServices(
  context: ClientContext,
  { query: { cursor, limit = PAGE } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<ServicesOfClient>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const after = await openCursor(context, clientId, cursor);
  const { items, lastKey } = await shownPage<ClientService>(
    { limit, after },
    { ask: (asked) => loadEndedServices(context, clientId, asked), isShown: (one) => mayKnow(context, one) },
  );
  return readingOf(context, items, lastKey);
}

const mayKnow = ({ actor, today }: ClientContext, service: ClientService): boolean =>
  mayUseService(actor, service, today);

function readingOf(
  context: ClientContext,
  services: readonly ClientService[],
  lastKey?: LastKey,
): Reading<ServicesOfClient> {
  const { actor, file } = context;
  const { clientId } = file.head;
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
