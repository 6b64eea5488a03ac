import * as z from 'zod';
import { DECISION_ACTIONS } from '../../shared/access/actions/decisions.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { mayUseDecision } from '../../shared/access/visible-decisions.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { PREPARATION } from '../../shared/domain/decisions/states.ts';
import { DecisionRow, rowOf } from '../../shared/domain/decisions/view.ts';
import {
  decisionsOfPreparer,
  loadOpenDecisions,
  proposalsOfUnit,
} from '../../shared/domain/decisions/worklists.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, type UnitId, UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import type { Page } from '../../shared/table/read.ts';
import type { Resource } from '../../shared/trail/event.ts';
import { resourceOfDecision } from './one-decision.ts';

const Row = DecisionRow.extend({
  clientId: ClientId,
  preparedBy: UserId,
  proposedTo: UserId.optional(),
  client: ClientLabel.omit({ former: true }),
});

export const DecisionWorklist = z
  .strictObject({ decisions: z.array(Row).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'DecisionWorklist' });
type DecisionWorklist = z.infer<typeof DecisionWorklist>;

type Query = { query: z.infer<typeof PageQuery> };
type OfUnit = Query & { params: { unitId: UnitId } };

export const findProposals = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: OfUnit,
): Promise<FoundRows<DecisionHead>> =>
  foundRows(services, caller, { action: DECISION_ACTIONS.listProposals, question: unitId, query }, (asked) =>
    proposalsOfUnit(services, caller.controller, unitId, asked),
  );

/** What waits for a decider in one of the worker's own units, of the tasks that the worker's grants cover. */
export async function listProposals(
  context: ActContext,
  { params: { unitId } }: OfUnit,
  found: FoundRows<DecisionHead> | undefined,
): Promise<Reading<DecisionWorklist>> {
  const { actor, action } = context;
  const grant = actor.grants.find((one) => action.roles.includes(one.role) && one.unitIds.includes(unitId));
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
  return worklist(context, rowsOf(found), {
    question: unitId,
    mayList: (head) => head.unitId === unitId && head.state === 'proposed' && mayUseDecision(context, head),
    resources: [{ kind: 'unit', id: unitId }],
  });
}

export const findOwnDecisions = (
  services: Services,
  caller: Identity,
  { query }: Query,
): Promise<FoundRows<DecisionHead>> =>
  foundRows(services, caller, { action: DECISION_ACTIONS.listOwn, question: 'own', query }, (asked) =>
    decisionsOfPreparer(services, caller, asked),
  );

/** What the worker prepares and has proposed, until it is decided. */
export const listOwnDecisions = (
  context: ActContext,
  _input: Query,
  found: FoundRows<DecisionHead> | undefined,
): Promise<Reading<DecisionWorklist>> =>
  worklist(context, rowsOf(found), {
    question: 'own',
    mayList: (head) => head.preparedBy.userId === context.actor.userId && PREPARATION.includes(head.state),
  });

/** A page of decisions at hand, read anew and strongly: an index is a moment behind and permits nothing. */
export async function worklist(
  context: ActContext,
  page: Page<DecisionHead>,
  of: { question: string; mayList: (head: DecisionHead) => boolean; resources?: readonly Resource[] },
): Promise<Reading<DecisionWorklist>> {
  const { services, actor, today } = context;
  const [heads, listed] = await Promise.all([
    loadOpenDecisions(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
  ]);
  const shown = page.items.flatMap(({ pk, sk }) => {
    const head = heads.find((one) => one.pk === pk && one.sk === sk);
    const client = head === undefined ? undefined : listed.get(head.clientId)?.label;
    return head === undefined || client === undefined || !of.mayList(head) ? [] : [{ head, client }];
  });
  return {
    line: {
      clients: shown.map(({ head }) => head.clientId),
      resources: [...(of.resources ?? []), ...shown.map(({ head }) => resourceOfDecision(head))],
      dataGroups: ['identity', 'decisions'],
    },
    body: async () => {
      const next = await sealCursor(context, of.question, page.lastKey);
      return {
        decisions: shown.map(({ head, client }) => ({
          ...rowOf(head, today),
          clientId: head.clientId,
          preparedBy: head.preparedBy.userId,
          ...(head.proposed === undefined ? {} : { proposedTo: head.proposed.to }),
          client,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
