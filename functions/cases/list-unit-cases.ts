import type * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { isUnitsCase } from '../../shared/access/relations.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { casesOfUnit } from '../../shared/domain/cases/worklists.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import type { PageQuery } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import { type Worklist, worklist } from './worklist.ts';

type Input = { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> };

export const findUnitCases = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: Input,
): Promise<FoundRows<CaseHead>> =>
  foundRows(services, caller, { action: CASE_ACTIONS.listUnitCases, question: unitId, query }, (asked) =>
    casesOfUnit(services, caller.controller, unitId, asked),
  );

/**
 * The active cases of one of the worker's own units, of the service tasks that the worker's grant there covers: the
 * same rule as the tie to a single file.
 */
export async function listUnitCases(
  context: ActContext,
  { params: { unitId } }: Input,
  found: FoundRows<CaseHead> | undefined,
): Promise<Reading<Worklist>> {
  const { actor, action } = context;
  const grants = actor.grants.filter(
    (grant) => action.roles.includes(grant.role) && grant.unitIds.includes(unitId),
  );
  const [grant] = grants;
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
  return worklist(context, rowsOf(found), {
    question: unitId,
    mayList: (item) => item.unitId === unitId && grants.some((one) => isUnitsCase(one, item)),
    resources: [{ kind: 'unit', id: unitId }],
  });
}
