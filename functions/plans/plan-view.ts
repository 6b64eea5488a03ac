import * as z from 'zod';
import type { LinePart } from '../../shared/act.ts';
import { Plan } from '../../shared/domain/plans/model.ts';
import { PlanId } from '../../shared/kernel/id.ts';

/** A plan as it is listed: what it says is read in its document. */
export const PlanView = Plan.pick({
  planId: true,
  clientId: true,
  caseId: true,
  typeOid: true,
  documentId: true,
  kind: true,
  serviceTasks: true,
  socialServices: true,
  unitId: true,
  workerId: true,
  state: true,
  madeOn: true,
  reviewBy: true,
  reviewedOn: true,
  replaces: true,
  replacedBy: true,
  delivered: true,
  endedOn: true,
  endGround: true,
  version: true,
})
  .strip()
  .meta({ id: 'PlanView' });
export type PlanView = z.infer<typeof PlanView>;

export const PlanChanged = z
  .strictObject({ planId: PlanId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'PlanChanged' });
export type PlanChanged = z.infer<typeof PlanChanged>;

/** Whose plan it is stands in each: a client's copy of a line about several holds its own alone. */
export const resourcesOf = (plans: readonly Plan[]): LinePart['resources'] =>
  plans.map(({ planId, clientId, version, serviceTasks }) => ({
    kind: 'plan' as const,
    id: planId,
    client: clientId,
    version,
    serviceTasks,
  }));
