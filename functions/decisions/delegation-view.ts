import * as z from 'zod';
import type { ActContext } from '../../shared/act.ts';
import { loadUnitsNamed } from '../../shared/domain/access-rights/store.ts';
import { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import {
  Delegation,
  type DelegationContent,
  type DelegationItem,
} from '../../shared/domain/decisions/powers/model.ts';
import { judgeDelegation } from '../../shared/domain/decisions/powers/rules.ts';
import { loadDelegation, loadPostsNamed } from '../../shared/domain/decisions/powers/store.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { DelegationId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** The path of a route about one row of the delegation table. */
export const OneDelegation = z.strictObject({ kind: DecisionKind, delegationId: DelegationId });
export type OneDelegation = z.infer<typeof OneDelegation>;

export const DelegationChanged = z
  .strictObject({ delegationId: DelegationId, version: z.int() })
  .meta({ id: 'DelegationChanged' });
export type DelegationChanged = z.infer<typeof DelegationChanged>;

export const DelegationRow = z
  .strictObject({ delegation: Delegation, version: z.int(), inForce: z.boolean() })
  .meta({ id: 'DelegationRow' });

/** @throws Refusal `request.notFound`. */
export async function findDelegation(
  context: ActContext,
  { kind, delegationId }: OneDelegation,
): Promise<DelegationItem> {
  const found = await loadDelegation(context, kind, delegationId);
  if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** @throws Refusal `decision.delegationNotValid`. */
export async function mustBeDelegable(context: ActContext, row: DelegationContent): Promise<void> {
  const [posts, units] = await Promise.all([
    loadPostsNamed(context, row.postIds),
    loadUnitsNamed(context, row.unitIds),
  ]);
  refuseErrors(
    DECISION_REFUSALS.delegationNotValid,
    judgeDelegation(row, {
      posts: posts.map(({ post }) => post),
      unitIds: [...units.keys()],
    }),
  );
}

export const lineOfDelegation = (resources: readonly Resource[], changedFields: readonly string[]) => ({
  clients: [],
  resources,
  dataGroups: ['settings' as const],
  changedFields,
});
