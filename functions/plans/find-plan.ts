import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Plan } from '../../shared/domain/plans/model.ts';
import { loadPlan } from '../../shared/domain/plans/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { PlanId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** A plan in force that this worker may use. @throws Refusal `request.notFound`, `request.stale`. */
export async function findPlan(context: ClientContext, planId: PlanId, version: number): Promise<Plan> {
  const plan = await loadPlan(context, context.file.head.clientId, planId);
  if (plan === undefined || !mayUseDocument(context.actor, plan, context.today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  expectVersion(plan, version);
  return plan;
}
