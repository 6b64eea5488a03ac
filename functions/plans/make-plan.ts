import * as z from 'zod';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { splitDefinitionOid } from '../../shared/documents/definition.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import { withPlanState } from '../../shared/domain/cases/plan-state.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { draftForAct, finalOfDraft } from '../../shared/domain/documents/final-of-draft.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { planKindOf } from '../../shared/domain/plans/kinds.ts';
import type { Plan } from '../../shared/domain/plans/model.ts';
import { PLAN_REFUSALS } from '../../shared/domain/plans/refusals.ts';
import { judgeReviewBy } from '../../shared/domain/plans/rules.ts';
import { loadPlansInForce, placedPlan, placeOfPlan } from '../../shared/domain/plans/store.ts';
import { replacePlan } from '../../shared/domain/plans/transitions.ts';
import { ClientId, DocumentId, DraftId, PlanId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { resourcesOf } from './plan-view.ts';
import { meetReviewTime, startReviewTime } from './review-time.ts';

/** A plan of a family names so many clients at most: each has a document, a plan and a case of its own in one commit. */
const MOST_BESIDE = 1;

export const MakePlan = z
  .strictObject({
    draftId: DraftId,
    draftVersion: z.int().positive(),
    /** Earlier than the law asks, where that was agreed. */
    reviewBy: LocalDate.optional(),
    /** The other clients of a shared case whose plan it is. */
    alsoOf: z.array(ClientId).max(MOST_BESIDE).default([]),
  })
  .meta({ id: 'MakePlan' });
type MakePlan = z.infer<typeof MakePlan>;

export const PlanMade = z
  .strictObject({
    planId: PlanId,
    documentId: DocumentId,
    version: z.int(),
    reviewBy: LocalDate.optional(),
    findings: z.array(z.string()),
  })
  .meta({ id: 'PlanMade' });
type PlanMade = z.infer<typeof PlanMade>;

/**
 * Makes a plan (asiakassuunnitelman laatiminen, 1301/2014 § 39; 417/2007 § 30): the draft becomes a final document, the
 * plan of the same kind that was in force is replaced, and the time of its review begins.
 */
export async function makePlan(
  context: ClientContext,
  { body }: { body: MakePlan },
): Promise<Answer<PlanMade>> {
  const { file, today } = context;
  const draft = await draftForAct(context, body, 'plans');
  const { ofCase } = draft;
  if (ofCase === undefined) throw new Refusal(PLAN_REFUSALS.noCase);
  const others = [...new Set(body.alsoOf)].filter((clientId) => clientId !== file.head.clientId);
  if (!others.every((clientId) => ofCase.clients.includes(clientId)))
    throw new Refusal(DOCUMENT_REFUSALS.notOfCase);
  const files = await Promise.all(others.map((clientId) => otherFile(context, clientId)));
  const final = await finalOfDraft(context, draft, files);

  const kind = planKindOf(final.document.definitionOid);
  const made = await Promise.all(
    final.documents.map((document) => planOf(context, document, ofCase, body.reviewBy)),
  );
  const [{ plan }] = [made[0] ?? nobodys()];
  const moved = kind.isClientPlan ? await withPlanState(context, ofCase, 'made', final.document.clients) : [];
  const { planId, version, reviewBy } = plan;
  return openedInCase(context, ofCase.caseId, (held) =>
    commit(context, {
      changes: [...final.changes, held, ...made.flatMap(({ changes }) => changes), ...moved],
      line: {
        clients: final.document.clients,
        resources: [...final.resources, ...resourcesOf(made.map((one) => one.plan))],
        dataGroups: ['documents', 'plans'],
        changedFields: ['plan'],
      },
      facts: [
        ...final.facts,
        {
          kind: 'planMade',
          of: planId,
          on: today,
          unitId: plan.unitId,
          serviceTasks: plan.serviceTasks,
          code: kind.arc,
        },
      ],
      answer: {
        body: {
          planId,
          documentId: final.document.documentId,
          version,
          ...(reviewBy === undefined ? {} : { reviewBy }),
          findings: final.findings,
        },
        version,
        location: `/v1/plans/clients/${file.head.clientId}/plans/${planId}`,
      },
    }),
  );
}

function nobodys(): never {
  throw new Error('A plan is somebody’s.');
}

/** One client's plan, with what it replaces. */
async function planOf(
  context: ClientContext,
  document: DocumentHead,
  ofCase: CaseHead,
  agreed: LocalDate | undefined,
): Promise<{ plan: Plan; changes: Change[] }> {
  const { actor, now, today, services } = context;
  const { clientId, documentId, kind, serviceTasks, socialServices, sensitivity, phase } = document;
  const [plans, deadlines] = await Promise.all([
    loadPlansInForce(context, clientId),
    loadOpenDeadlines(context, clientId),
  ]);
  const typeOid = splitDefinitionOid(document.definitionOid)?.typeOid ?? document.definitionOid;
  const before = plans.find((plan) => plan.typeOid === typeOid && plan.caseId === ofCase.caseId);
  const planId = PlanId.parse(newId(services));
  const { responsibleWorkerId } = ofCase;
  const facts = {
    planId,
    clientId,
    caseId: ofCase.caseId,
    typeOid,
    documentId,
    kind,
    serviceTasks,
    socialServices,
    sensitivity,
    phase,
    unitId: ofCase.unitId,
    ...(responsibleWorkerId === undefined ? {} : { workerId: responsibleWorkerId }),
  };
  const time = startReviewTime(context, facts, today);
  refuseErrors(PLAN_REFUSALS.notValid, judgeReviewBy(agreed, today, time.dueOn));
  const reviewBy = agreed ?? time.dueOn;
  const plan = placeOfPlan(actor.controller, {
    entity: 'plan',
    ...created(now, actor.userId),
    ...facts,
    state: 'inForce',
    earlier: [],
    madeOn: today,
    ...(reviewBy === undefined ? {} : { reviewBy }),
    ...(before === undefined ? {} : { replaces: before.planId }),
  });
  const by = { now, by: actor.userId };
  return {
    plan,
    changes: [
      { put: plan, when: 'absent' },
      ...time.changes,
      ...(before === undefined
        ? []
        : [
            ...placedPlan(actor.controller, before, replacePlan(before, planId, today, by)),
            ...meetReviewTime(context, before, deadlines, today),
          ]),
    ],
  };
}
