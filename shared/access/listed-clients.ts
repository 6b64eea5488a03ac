import type { ActContext } from '../act.ts';
import { type ClientLabel, openLabel } from '../crypto/key-ring.ts';
import { isShutTo } from '../domain/clients/barred.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import { hasSafetyBan } from '../domain/clients/rules.ts';
import { loadHeads, loadKeyItems } from '../domain/clients/store.ts';
import { loadServicesInForce } from '../domain/services/store.ts';
import type { ClientId } from '../kernel/id.ts';
import { boundTo } from './bound-grants.ts';
import { PRIVATE } from './role-groups.ts';
import { visibleLabel } from './visibility.ts';

export type ListedClient = { head: ClientHead; label: Omit<ClientLabel, 'former'> };

/**
 * The clients behind the rows of a list, as they stand now: heads read strongly, labels opened without a call to
 * the key service. A restricted file is not there for anybody but its readers; a banned person's municipality is
 * in no list. Whoever works for a producer alone is shown those alone who are bought from it now.
 */
export async function listedClients(
  context: ActContext,
  clientIds: readonly ClientId[],
): Promise<Map<ClientId, ListedClient>> {
  const { services, actor, today } = context;
  const wanted = await servedOf(context, [...new Set(clientIds)]);
  const [heads, items] = await Promise.all([
    loadHeads(services, actor.controller, wanted),
    loadKeyItems(services, actor.controller, wanted),
  ]);
  const known = heads.filter((head) => head.state !== 'merged' && !isShutTo(head, actor.userId));
  const listed = await Promise.all(
    known.map(async (head): Promise<[ClientId, ListedClient][]> => {
      const item = items.find(({ clientId }) => clientId === head.clientId);
      if (item === undefined) return [];
      const label = await openLabel(services, actor.controller, item);
      return [[head.clientId, { head, label: visibleLabel(label, hasSafetyBan(head, today)) }]];
    }),
  );
  return new Map(listed.flat());
}

async function servedOf(
  { services, actor, now, today }: ActContext,
  clientIds: readonly ClientId[],
): Promise<ClientId[]> {
  if (!actor.grants.every(({ role }) => PRIVATE.includes(role))) return [...clientIds];
  const heads = await loadHeads(services, actor.controller, clientIds);
  const served = await Promise.all(
    heads.map(async (head) => {
      const given = await loadServicesInForce({ services, actor }, head.clientId);
      return boundTo(actor, { head, cases: [], given }, { now, today }).grants.length > 0
        ? [head.clientId]
        : [];
    }),
  );
  return served.flat();
}
