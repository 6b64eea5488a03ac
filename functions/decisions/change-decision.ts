import type * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { changedFieldsOf } from '../../shared/domain/controllers/store.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { judgePlan } from '../../shared/domain/decisions/rules/preparation.ts';
import { needsSpecialSupport } from '../../shared/domain/decisions/special-support.ts';
import { DECIDED } from '../../shared/domain/decisions/states.ts';
import { loadDecision, loadDecisions } from '../../shared/domain/decisions/store.ts';
import { changeDecision as changed } from '../../shared/domain/decisions/transitions.ts';
import { mustBeEnabled } from '../../shared/domain/services/enabled.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { mustBeOfCase } from './answered-matters.ts';
import { concernedOf } from './concerned-of.ts';
import { mustBeListed } from './must-be-listed.ts';
import {
  activeCase,
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
} from './one-decision.ts';
import { contentOfPlan, type Plan, planOf } from './prepare-decision.ts';

/** Writes the plan anew. Those who were heard stay heard, unless the plan no longer concerns them. */
export async function changeDecision(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: z.infer<typeof Plan> },
): Promise<Answer<DecisionChanged>> {
  const { actor, now, file } = context;
  const { clientId } = file.head;
  const before = await decisionSeen(context, of);
  const ofCase = activeCase(context, before.caseId);
  const [known, others, isSupported, earlier, content] = await Promise.all([
    knownPersons(context),
    loadDecisions(context, clientId),
    needsSpecialSupport(context, clientId),
    before.follows === undefined ? undefined : loadDecision(context, clientId, before.follows),
    contentOf(context, before),
    mustBeEnabled(context, body.socialServices),
    mustBeListed(context, body.laws),
    mustBeOfCase(context, before.caseId, body.answers),
  ]);
  const {
    amount: _amount,
    validity: _validity,
    reviewOn: _reviewOn,
    draftId: _draftId,
    answers: _answers,
    ...rest
  } = before;
  const route = body.route ?? before.route;
  const concerned = concernedOf(context, { kind: before.kind, route }, known, body.others, before.concerned);
  const planned = planOf(body);
  planned.specialSupport ||= isSupported;
  const after = changed(rest, { ...planned, route, concerned }, { now, by: actor.userId });
  const next = { ...contentOfPlan(body, content) };
  const findings = judgePlan(after, next, {
    ofCase,
    earlier,
    others: others.filter((one) => DECIDED.includes(one.state)),
  });
  refuseErrors(DECISION_REFUSALS.notValid, findings);
  return commitDecision(context, before, after, {
    content: next,
    fields: [...changedFieldsOf(plain(before), plain(after)), ...changedFieldsOf(content, next)],
    findings: findings.map(({ rule }) => rule),
  });
}

/** What of a head the log may name as changed. */
const plain = ({
  content: _content,
  version: _version,
  updatedAt: _at,
  updatedBy: _by,
  ...rest
}: object & {
  content: unknown;
  version: unknown;
  updatedAt: unknown;
  updatedBy: unknown;
}): object => rest;
