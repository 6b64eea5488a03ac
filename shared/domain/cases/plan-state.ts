import type { Change } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { ClientContext } from '../clients/file.ts';
import type { CaseHead } from './model.ts';
import { loadSharedHeads, placed } from './store.ts';
import { planOfCase } from './transitions.ts';

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
