import type { ActContext } from '../act.ts';
import { type ClientLabel, openLabel } from '../crypto/key-ring.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import { hasSafetyBan } from '../domain/clients/rules.ts';
import { loadHeads, loadKeyItems } from '../domain/clients/store.ts';
import type { ClientId } from '../kernel/id.ts';
import { visibleLabel } from './visibility.ts';

export type ListedClient = { head: ClientHead; label: Omit<ClientLabel, 'former'> };

/**
 * The clients behind the rows of a list, as they stand now: heads read strongly, labels opened without a call to
 * the key service. A restricted file is not there for anybody but its readers; a banned person's municipality is
 * in no list.
 */
export async function listedClients(
  { services, actor, today }: ActContext,
  clientIds: readonly ClientId[],
): Promise<Map<ClientId, ListedClient>> {
  const wanted = [...new Set(clientIds)];
  const [heads, items] = await Promise.all([
    loadHeads(services, actor.controller, wanted),
    loadKeyItems(services, actor.controller, wanted),
  ]);
  const known = heads.filter(
    ({ state, restriction }) =>
      state !== 'merged' && (restriction === undefined || restriction.readers.includes(actor.userId)),
  );
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
