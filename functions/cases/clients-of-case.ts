import { judgeFile } from '../../shared/access/authorise.ts';
import { hasPermission } from '../../shared/access/client-permission.ts';
import { visibleLabel } from '../../shared/access/visibility.ts';
import { type ClientLabel, openLabel } from '../../shared/crypto/key-ring.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadSharedHeads } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { loadHeads, loadKeyItems } from '../../shared/domain/clients/store.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

export type ClientOfCase = { clientId: ClientId; joinedAt: Instant } & Omit<ClientLabel, 'former'>;

/**
 * The other clients of a shared case whom this worker may know of: those whose file the worker could open by the
 * client's head and this case. A restricted file is not there for anybody but its readers (docs/decisions/0020).
 */
export async function clientsOfCase(context: ClientContext, item: CaseHead): Promise<ClientOfCase[]> {
  const { services, actor, action, now, today } = context;
  const others = item.clients.filter((clientId) => clientId !== item.clientId);
  if (others.length === 0) return [];
  const [heads, cases, keys] = await Promise.all([
    loadHeads(services, actor.controller, others),
    loadSharedHeads(context, item),
    loadKeyItems(services, actor.controller, others),
  ]);
  const known = heads.map(async (head) => {
    const { clientId } = head;
    const theirs = cases.find((candidate) => candidate.clientId === clientId);
    const key = keys.find((candidate) => candidate.clientId === clientId);
    if (theirs === undefined || key === undefined) return [];
    // A closed case ties nobody.
    const file = { head, cases: theirs.state === 'closed' ? [] : [theirs] };
    const judged = judgeFile(actor, action, file, { now, today });
    if (!judged.allowed || !(await hasPermission(context, judged.basis, head))) return [];
    return [{ head, key, joinedAt: theirs.joinedAt }];
  });
  return Promise.all(
    (await Promise.all(known)).flat().map(async ({ head, key, joinedAt }) => {
      const label = await openLabel(services, actor.controller, key);
      return { clientId: head.clientId, joinedAt, ...visibleLabel(label, hasSafetyBan(head, today)) };
    }),
  );
}
