import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Delegation, type DelegationItem } from '../../shared/domain/decisions/powers/model.ts';
import { loadDelegations, loadDelegationVersions } from '../../shared/domain/decisions/powers/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { inForce } from '../../shared/kernel/date-range.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { DelegationRow, findDelegation, lineOfDelegation, type OneDelegation } from './delegation-view.ts';

const MOST = 50;

export const DelegationPage = z
  .strictObject({ delegations: z.array(DelegationRow).max(MOST), next: z.string().optional() })
  .meta({ id: 'DelegationPage' });

/** The delegation table, by kind of decision: public data of an authority. */
export async function listDelegations(
  context: ActContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DelegationPage>>> {
  const after = await openCursor(context, 'delegations', cursor);
  const page = await loadDelegations(context, { limit, after });
  return {
    line: lineOfDelegation(
      page.items.map(({ delegation }) => ({ kind: 'delegation', id: delegation.delegationId })),
      [],
    ),
    body: async () => {
      const next = await sealCursor(context, 'delegations', page.lastKey);
      return {
        delegations: page.items.map((item) => rowOf(context, item)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

const rowOf = (
  { today }: ActContext,
  { delegation, version }: DelegationItem,
): z.infer<typeof DelegationRow> => ({
  delegation,
  version,
  inForce: inForce(delegation, today),
});

/** One row as it stands. */
export async function readDelegation(
  context: ActContext,
  { params }: { params: OneDelegation },
): Promise<Reading<z.infer<typeof DelegationRow>>> {
  const item = await findDelegation(context, params);
  return {
    version: item.version,
    line: lineOfDelegation([{ kind: 'delegation', id: params.delegationId, version: item.version }], []),
    body: () => rowOf(context, item),
  };
}

export const DelegationHistory = z
  .strictObject({
    versions: z
      .array(z.strictObject({ delegation: Delegation, until: Instant, changedBy: z.string() }))
      .max(MOST),
    next: z.string().optional(),
  })
  .meta({ id: 'DelegationHistory' });

/** What a row said before, and who changed it when. */
export async function readDelegationHistory(
  context: ActContext,
  { params, query: { cursor, limit = MOST } }: { params: OneDelegation; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DelegationHistory>>> {
  const after = await openCursor(context, params.delegationId, cursor);
  const [, page] = await Promise.all([
    findDelegation(context, params),
    loadDelegationVersions(context, params.delegationId, { limit, after }),
  ]);
  return {
    line: lineOfDelegation([{ kind: 'delegation', id: params.delegationId }], []),
    body: async () => {
      const next = await sealCursor(context, params.delegationId, page.lastKey);
      return {
        versions: page.items.map(({ delegation, createdAt, createdBy }) => ({
          delegation,
          until: createdAt,
          changedBy: createdBy,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
