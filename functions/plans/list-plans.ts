import * as z from 'zod';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { Plan } from '../../shared/domain/plans/model.ts';
import { loadEndedPlans, loadPlansInForce } from '../../shared/domain/plans/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { PlanView, resourcesOf } from './plan-view.ts';

export const PlansOfClient = z
  .strictObject({ clientId: ClientId, plans: z.array(PlanView), next: z.string().optional() })
  .meta({ id: 'PlansOfClient' });
type PlansOfClient = z.infer<typeof PlansOfClient>;

/** The plans in force: a handful, all at once. */
export async function listPlans(context: ClientContext): Promise<Reading<PlansOfClient>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const plans = (await loadPlansInForce(context, clientId)).filter((plan) =>
    mayUseDocument(context.actor, plan, context.today),
  );
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }, ...resourcesOf(plans)],
      dataGroups: ['plans'],
    },
    body: () => ({ clientId, plans: plans.map((plan) => PlanView.parse(plan)) }),
  };
}

/** Those that were replaced or ended, a page at a time. */
export async function listEndedPlans(
  context: ClientContext,
  { query: { cursor, limit = PAGE } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<PlansOfClient>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const after = await openCursor(context, clientId, cursor);
  const { items: plans, lastKey } = await shownPage<Plan>(
    { limit, after },
    {
      ask: (asked) => loadEndedPlans(context, clientId, asked),
      isShown: (plan) => mayUseDocument(context.actor, plan, context.today),
    },
  );
  const oldest = plans.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }, ...resourcesOf(plans)],
      dataGroups: ['plans'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.createdAt }),
    },
    body: async () => {
      const next = await sealCursor(context, clientId, lastKey);
      return {
        clientId,
        plans: plans.map((plan) => PlanView.parse(plan)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

export const EndedPlansQuery = PageQuery;
