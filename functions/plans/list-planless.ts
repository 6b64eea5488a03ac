import * as z from 'zod';
import { PLAN_ACTIONS } from '../../shared/access/actions/plans.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { coversTasks, grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadActiveCases } from '../../shared/domain/cases/worklists.ts';
import { casesWithoutPlan } from '../../shared/domain/plans/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';

import type { Services } from '../../shared/services.ts';

import { goesOn, lineOf, type OfUnit } from './unit-list.ts';

const PlanlessRow = z
  .strictObject({
    ...CaseHead.pick({
      caseId: true,
      clientId: true,
      serviceTasks: true,
      openedAt: true,
      responsibleWorkerId: true,
      version: true,
    }).shape,
    client: ClientLabel.omit({ former: true }),
  })
  .meta({ id: 'PlanlessRow' });
export const PlanlessCases = z
  .strictObject({ cases: z.array(PlanlessRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'PlanlessCases' });
type PlanlessCases = z.infer<typeof PlanlessCases>;

export const findPlanless = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: OfUnit,
): Promise<FoundRows<CaseHead>> =>
  foundRows(services, caller, { action: PLAN_ACTIONS.listMissing, question: unitId, query }, (asked) =>
    casesWithoutPlan(services, caller, unitId, asked),
  );

/** A unit's active cases that need a client plan and have none, the latest opened first (J-1.23). */
export async function listPlanless(
  context: ActContext,
  { params: { unitId } }: OfUnit,
  found: FoundRows<CaseHead> | undefined,
): Promise<Reading<PlanlessCases>> {
  const { services, actor } = context;
  const grants = grantsInUnit(context, unitId);
  const page = rowsOf(found);
  const [cases, listed] = await Promise.all([
    loadActiveCases(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
  ]);
  const shown = page.items.flatMap((row) => {
    const head = cases.find(({ caseId, clientId }) => caseId === row.caseId && clientId === row.clientId);
    const label = listed.get(row.clientId)?.label;
    const isListed =
      head?.unitId === unitId && head.plan === 'missing' && coversTasks(grants, head.serviceTasks);
    return head === undefined || label === undefined || !isListed ? [] : [{ head, label }];
  });
  return {
    line: lineOf(
      unitId,
      shown.map(({ head }) => head.clientId),
      shown.map(({ head: { caseId, clientId, serviceTasks } }) => ({
        kind: 'case' as const,
        id: caseId,
        client: clientId,
        serviceTasks,
      })),
    ),
    body: async () => ({
      cases: shown.map(({ head, label }) => PlanlessRow.strip().parse({ ...head, client: label })),
      ...(await goesOn(context, unitId, page.lastKey)),
    }),
  };
}
