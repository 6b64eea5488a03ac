import * as z from 'zod';
import { mayUseDecision } from '../../shared/access/visible-decisions.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { DecisionKind, kindOf } from '../../shared/domain/decisions/kinds.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import { DecisionContent, DecisionHead, MOST_CONCERNED } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { judgePlan } from '../../shared/domain/decisions/rules/preparation.ts';
import { needsSpecialSupport } from '../../shared/domain/decisions/special-support.ts';
import { DECIDED } from '../../shared/domain/decisions/states.ts';
import {
  indexedDecision,
  loadDecision,
  loadDecisions,
  sealDecision,
} from '../../shared/domain/decisions/store.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { mustBeEnabled } from '../../shared/domain/services/enabled.ts';
import { judgeLawListed } from '../../shared/domain/services/law-of.ts';
import { DecisionId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { mustBeOfCase } from './answered-matters.ts';
import { concernedOf, OtherConcerned } from './concerned-of.ts';
import { mustBeListed } from './must-be-listed.ts';
import { activeCase, type DecisionChanged, lineOfDecision, officialOf } from './one-decision.ts';

/** What is planned to be decided: what the preparer says of it. */
export const Plan = z.strictObject({
  ...DecisionHead.pick({
    route: true,
    socialServices: true,
    result: true,
    obliging: true,
    amount: true,
    validity: true,
    reviewOn: true,
    specialSupport: true,
    atOnce: true,
    draftId: true,
    answers: true,
  }).partial({ route: true }).shape,
  socialServices: DecisionHead.shape.socialServices.default([]),
  ...DecisionContent.pick({ plan: true, provisions: true, laws: true, atOnceReasons: true }).shape,
  others: z.array(OtherConcerned).max(MOST_CONCERNED).default([]),
});

export const ChangePlan = Plan.meta({ id: 'ChangeDecision' });

export const PrepareDecision = Plan.extend({
  caseId: DecisionHead.shape.caseId,
  kind: DecisionKind,
  /** Those of the case that are the kind's, unless some of them are named. */
  serviceTasks: z.array(ServiceTask).min(1).max(7).optional(),
  follows: DecisionId.optional(),
  /** A decision that this one is made in place of: after an error of fact, or when a court has returned the matter. */
  replaces: DecisionId.optional(),
}).meta({ id: 'PrepareDecision' });
type PrepareDecision = z.infer<typeof PrepareDecision>;

/**
 * Begins the preparation of a decision in a case of the client (434/2003 31 §; L-4.3): what is planned, on which
 * provisions, whose matter it is. Its text is a draft of the document of its kind.
 */
export async function prepareDecision(
  context: ClientContext,
  { body }: { body: PrepareDecision },
): Promise<Answer<DecisionChanged>> {
  const { services, actor, now, file } = context;
  const { clientId } = file.head;
  const ofCase = activeCase(context, body.caseId);
  const [known, others, isSupported, earlier, replaced, settings] = await Promise.all([
    knownPersons(context),
    loadDecisions(context, clientId),
    needsSpecialSupport(context, clientId),
    body.follows === undefined ? undefined : loadDecision(context, clientId, body.follows),
    body.replaces === undefined ? undefined : loadDecision(context, clientId, body.replaces),
    settingsOf(services, actor.controller),
    mustBeEnabled(context, body.socialServices),
    mustBeListed(context, body.laws),
    mustBeOfCase(context, ofCase.caseId, body.answers),
  ]);
  if (body.replaces !== undefined && replaced === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const planned = plannedHead(context, ofCase, body);
  if (!mayUseDecision(context, planned)) throw new Refusal(COMMON_REFUSALS.notAllowed);
  const content = contentOfPlan(body);
  const findings = [
    ...judgePlan(planned, content, {
      ofCase,
      earlier,
      others: others.filter((one) => DECIDED.includes(one.state)),
    }),
    ...judgeLawListed(settings, body.socialServices),
  ];
  refuseErrors(DECISION_REFUSALS.notValid, findings);

  const decisionId = DecisionId.parse(newId(services));
  const key = clientKeys.decision(actor.controller, clientId, decisionId);
  const sealed = await sealDecision(ringOf(context), { caseId: ofCase.caseId, version: 1 }, key, content);
  const head: DecisionHead = {
    ...key,
    entity: 'decision',
    ...created(now, actor.userId),
    decisionId,
    clientId,
    state: 'prepared',
    preparedBy: officialOf(context),
    ...planned,
    specialSupport: planned.specialSupport || isSupported,
    concerned: concernedOf(context, planned, known, body.others),
    reviews: [],
    earlier: [],
    documentClass: 'document',
    content: sealed,
  };
  const put = indexedDecision(head, actor.controller);
  return openedInCase(context, ofCase.caseId, (held) =>
    commit(context, {
      changes: [{ put, when: 'absent' }, held],
      line: lineOfDecision(put, ['decision']),
      answer: {
        body: { decisionId, version: 1, findings: [...new Set(findings.map(({ rule }) => rule))] },
        version: 1,
        location: `/v1/decisions/clients/${clientId}/decisions/${decisionId}`,
      },
    }),
  );
}

function plannedHead(_context: ClientContext, ofCase: CaseHead, body: PrepareDecision) {
  const { kind, follows, replaces } = body;
  const row = kindOf(kind);
  const own = ofCase.serviceTasks.filter((task) => row.tasks.some((one) => one === task));
  return {
    caseId: ofCase.caseId,
    unitId: ofCase.unitId,
    kind,
    // None in common: the case's own, so that the finding tells of it.
    serviceTasks: body.serviceTasks ?? (own.length === 0 ? ofCase.serviceTasks : own),
    ...planOf(body),
    route: body.route ?? row.route,
    ...(follows === undefined ? {} : { follows }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/** What of a plan stands in clear. */
export function planOf(body: z.infer<typeof Plan>) {
  const {
    result,
    obliging,
    specialSupport,
    atOnce,
    socialServices,
    amount,
    validity,
    reviewOn,
    draftId,
    answers,
  } = body;
  return {
    result,
    obliging,
    specialSupport,
    atOnce,
    socialServices,
    ...(amount === undefined ? {} : { amount }),
    ...(validity === undefined ? {} : { validity }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(draftId === undefined ? {} : { draftId }),
    ...(answers === undefined ? {} : { answers }),
  };
}

export const contentOfPlan = (
  { plan, provisions, laws, atOnceReasons }: z.infer<typeof Plan>,
  before?: DecisionContent,
): DecisionContent => ({
  voices: [],
  copies: [],
  reasons: [],
  ...before,
  plan,
  provisions,
  ...(laws === undefined ? {} : { laws }),
  ...(atOnceReasons === undefined ? {} : { atOnceReasons }),
});
