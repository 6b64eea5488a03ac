import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { RequestForm } from '../../shared/domain/controllers/settings/data-subject.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { isAcceptedForm } from '../../shared/domain/data-subject-requests/judge-recorded.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

export const CheckIdentity = z
  .strictObject({
    /** `notNeeded`: only where the controller asks for identity on need (C-22). */
    result: z.enum(['identityDocument', 'strongIdentification', 'knownPersonally', 'notNeeded']),
  })
  .meta({ id: 'CheckIdentity' });

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
  expectState(request, ['open', 'decided'], version);
  if (result === 'notNeeded' && dataSubjectRequests.identityCheck === 'required') {
    const findings = [
      wrong('identityRequired', '/result', 'C-22', {
        fi: 'Tämä rekisterinpitäjä tarkistaa henkilöllisyyden aina ennen tietojen antamista.',
        sv: 'Denna personuppgiftsansvariga kontrollerar alltid identiteten innan uppgifter lämnas ut.',
        en: 'This controller always checks the identity before anything is given.',
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns: [request.clientId] });
  }
  const identity =
    result === 'notNeeded'
      ? { state: 'notNeeded' as const, on: today, by: actor.userId }
      : { state: 'checked' as const, way: result, on: today, by: actor.userId };
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
