import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { isReferredTo } from '../../shared/access/relations.ts';
import { grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { loadTransfers, Transfer, transfersToUnit } from '../../shared/domain/cases/transfer.ts';
import { loadActiveCases } from '../../shared/domain/cases/worklists.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';

const TransferRow = z.strictObject({
  ...Transfer.pick({
    transferId: true,
    clientId: true,
    caseId: true,
    serviceTasks: true,
    fromUnitId: true,
    proposedOn: true,
    until: true,
  }).shape,
  client: ClientLabel.omit({ former: true }),
});
type TransferRow = z.infer<typeof TransferRow>;

export const TransferPage = z
  .strictObject({ transfers: z.array(TransferRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'TransferPage' });
type TransferPage = z.infer<typeof TransferPage>;

/** The cases that were proposed to one of the worker's units and wait for its answer. */
export async function listTransfers(
  context: ActContext,
  {
    params: { unitId },
    query: { cursor, limit = PAGE_OF_CLIENTS },
  }: { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<TransferPage>> {
  const { services, actor, today } = context;
  const grants = grantsInUnit(context, unitId);
  const after = await openCursor(context, unitId, cursor);
  const page = await transfersToUnit(context, unitId, { limit, after });
  const [stored, heads, clients] = await Promise.all([
    loadTransfers(context, page.items),
    loadActiveCases(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
  ]);
  const rows = page.items.flatMap((row): TransferRow[] => {
    const transfer = stored.find(({ pk, sk }) => pk === row.pk && sk === row.sk);
    const head = heads.find(({ pk, caseId }) => pk === row.pk && caseId === row.caseId);
    const client = clients.get(row.clientId)?.label;
    if (transfer === undefined || head === undefined || client === undefined) return [];
    const isAtHand = head.referredTo?.transferId === transfer.transferId;
    if (!isAtHand || !grants.some((grant) => isReferredTo(grant, head, today))) return [];
    const { transferId, clientId, caseId, serviceTasks, fromUnitId, proposedOn, until } = transfer;
    return [{ transferId, clientId, caseId, serviceTasks, fromUnitId, proposedOn, until, client }];
  });
  return {
    line: {
      clients: [...new Set(rows.map(({ clientId }) => clientId))],
      resources: [
        { kind: 'unit', id: unitId },
        ...rows.map(({ transferId, clientId, serviceTasks }) => ({
          kind: 'transfer' as const,
          id: transferId,
          client: clientId,
          serviceTasks,
        })),
      ],
      dataGroups: ['identity', 'case'],
    },
    body: async () => {
      const next = await sealCursor(context, unitId, page.lastKey);
      return { transfers: rows, ...(next === undefined ? {} : { next }) };
    },
  };
}
