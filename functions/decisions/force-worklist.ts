import * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import { DECISION_ACTIONS } from '../../shared/access/actions/decisions.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { grantsInUnit } from '../../shared/access/unit-grants.ts';
import { mayUseDecision } from '../../shared/access/visible-decisions.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { awaitsForce } from '../../shared/domain/decisions/states.ts';
import {
  countByForce,
  decisionsByForce,
  ForceList,
  type Holder,
  spanOfForce,
} from '../../shared/domain/decisions/worklists.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import { DecisionWorklist, worklist } from './worklists.ts';

/** Lainvoiman vahvistaminen: which decisions an official can confirm now, and which soon (docs/decisions/0053). */

export const ForceQuery = PageQuery.extend({ list: ForceList.default('ripe') });

const Count = z.strictObject({ count: z.int(), more: z.boolean() });

/** A page of the list, and how many each list has: up to a hundred, what one may not list among them. */
export const ForceWorklist = DecisionWorklist.extend({
  counts: z.strictObject({ ripe: Count, coming: Count }),
}).meta({ id: 'DecisionForceWorklist' });
type ForceWorklist = z.infer<typeof ForceWorklist>;

type Query = { query: z.infer<typeof ForceQuery> };
type OfUnit = Query & { params: { unitId: UnitId } };
type Found = { rows: FoundRows<DecisionHead>; counts: ForceWorklist['counts'] };

/** The rows and the counts, asked for in the round of the powers. */
async function find(
  services: Services,
  caller: Identity,
  { action, holder, query }: { action: Action; holder: Holder; query: Query['query'] },
): Promise<Found> {
  const { controller } = caller;
  const { followUp } = await settingsOf(services, controller);
  const today = helsinkiDateOf(services.clock.now());
  const spanOf = (list: ForceList) => spanOfForce(list, today, followUp.comingDays);
  const question = questionOf(holder, query.list);
  const [rows, ripe, coming] = await Promise.all([
    foundRows(services, caller, { action, question, query }, (asked) =>
      decisionsByForce(services, controller, holder, { ...asked, span: spanOf(query.list) }),
    ),
    countByForce(services, controller, holder, spanOf('ripe')),
    countByForce(services, controller, holder, spanOf('coming')),
  ]);
  return { rows, counts: { ripe, coming } };
}

/** What a cursor is bound to: whose list, and which. */
const questionOf = (holder: Holder, list: ForceList): string =>
  `force ${'deciderId' in holder ? 'own' : holder.unitId} ${list}`;

export const findForceOfUnit = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: OfUnit,
): Promise<Found> =>
  find(services, caller, { action: DECISION_ACTIONS.listForce, holder: { unitId }, query });

/** What of the worker's own unit awaits legal force, of the tasks that the worker's grants cover. */
export async function listForceOfUnit(
  context: ActContext,
  { params: { unitId }, query: { list } }: OfUnit,
  found: Found | undefined,
): Promise<Reading<ForceWorklist>> {
  grantsInUnit(context, unitId);
  const reading = await worklist(context, rowsOf(found?.rows), {
    question: questionOf({ unitId }, list),
    mayList: (head) =>
      head.unitId === unitId && isOn(list, head, context.today) && mayUseDecision(context, head),
    resources: [{ kind: 'unit', id: unitId }],
  });
  return withCounts(reading, found);
}

export const findOwnForce = (services: Services, caller: Identity, { query }: Query): Promise<Found> =>
  find(services, caller, {
    action: DECISION_ACTIONS.listOwnForce,
    holder: { deciderId: caller.userId },
    query,
  });

/** What the worker has decided and awaits legal force. */
export async function listOwnForce(
  context: ActContext,
  { query: { list } }: Query,
  found: Found | undefined,
): Promise<Reading<ForceWorklist>> {
  const deciderId = context.actor.userId;
  const reading = await worklist(context, rowsOf(found?.rows), {
    question: questionOf({ deciderId }, list),
    mayList: (head) => head.issued?.by.userId === deciderId && isOn(list, head, context.today),
  });
  return withCounts(reading, found);
}

/** The index is a moment behind: the day that stands now decides. */
const isOn = (list: ForceList, { state, forceExpected }: DecisionHead, today: LocalDate): boolean =>
  awaitsForce(state) && forceExpected !== undefined && (list === 'ripe') === forceExpected <= today;

const NONE = { count: 0, more: false };

const withCounts = (
  { line, body }: Reading<z.infer<typeof DecisionWorklist>>,
  found: Found | undefined,
): Reading<ForceWorklist> => ({
  line,
  body: async () => ({ ...(await body()), counts: found?.counts ?? { ripe: NONE, coming: NONE } }),
});
