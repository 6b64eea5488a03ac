import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { RequestForm } from '../../shared/domain/controllers/settings/data-subject.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  type CheckIdentity,
  identityOf,
  judgeIdentity,
} from '../../shared/domain/data-subject-requests/identity.ts';
import { isAcceptedForm } from '../../shared/domain/data-subject-requests/judge-recorded.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

/** Who asks has been identified, and how: nothing is given before that (L-10.8, J-9.4). */
export async function checkIdentity(
  context: ActContext,
  { params, body: { result }, version }: Asked<typeof CheckIdentity>,
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now, today } = context;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  // Of a request that has ended too: an own view may still be kept.
  expectState(request, ['open', 'decided', 'done'], version);
  const findings = judgeIdentity(result, dataSubjectRequests, '/result');
  if (findings.length > 0) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns: [request.clientId] });
  }
  const identity = identityOf(result, { today, userId: actor.userId });
  const next = stepped(request, 'identityChecked', { identity }, { now, userId: actor.userId });
  return commitStep(context, request, next, { changedFields: ['identity'], reasonCode: result });
}

export const CompleteForm = z.strictObject({ form: RequestForm }).meta({ id: 'CompleteForm' });

/** The asker has made the request in a form that the controller takes. Its time has run since it first came. */
export async function completeForm(
  context: ActContext,
  { params, body: { form }, version }: Asked<typeof CompleteForm>,
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now } = context;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  expectState(request, ['open'], version);
  if (!isAcceptedForm(request.kind, form, dataSubjectRequests)) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.formPending, { concerns: [request.clientId] });
  }
  const next = stepped(request, 'formCompleted', { form }, { now, userId: actor.userId });
  return commitStep(context, request, next, { changedFields: ['form'] });
}

type Asked<Body extends z.ZodType> = { params: OneRequest; body: z.infer<Body>; version: number };
