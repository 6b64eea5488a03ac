import type { Change } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadSharedHeads, placed } from '../../shared/domain/cases/store.ts';
import { planOfCase } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientId } from '../../shared/kernel/id.ts';

/** What the case says of its clients' plans: the heads of a shared case have one version and move together. */
export async function withPlanState(
  context: ClientContext,
  ofCase: CaseHead,
  state: CaseHead['plan'],
  clientIds: readonly ClientId[],
): Promise<Change[]> {
  const heads = [ofCase, ...(await loadSharedHeads(context, ofCase))];
  const isSaid = ({ clientId, plan }: CaseHead): boolean => plan === state || !clientIds.includes(clientId);
  if (heads.every(isSaid)) return [];
  const by = { now: context.now, by: context.actor.userId };
  return heads.flatMap((head) =>
    placed(
      context.actor.controller,
      head,
      planOfCase(head, clientIds.includes(head.clientId) ? state : head.plan, by),
    ),
  );
}
