import { mayUseService } from '../../shared/access/visible-services.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientService } from '../../shared/domain/services/model.ts';
import { loadService } from '../../shared/domain/services/store.ts';
import type { ClientServiceId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** A service of the client, given or ended, that this worker may use. @throws Refusal `request.notFound`. */
export async function findService(context: ClientContext, id: ClientServiceId): Promise<ClientService> {
  const service = await loadService(context, context.file.head.clientId, id);
  if (service === undefined || !mayUseService(context.actor, service, context.today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return service;
}
