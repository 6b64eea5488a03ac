import type { UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { MOST_STEPS, type SubjectRequest } from './model.ts';
import { SUBJECT_REQUEST_REFUSALS } from './refusals.ts';

type Step = SubjectRequest['steps'][number]['step'];
type By = { now: Instant; userId: UserId };
type State = SubjectRequest['state'];

/**
 * open → decided → done, or open → withdrawn. What gives nothing and carries nothing out is done with its decision. A
 * closed request never opens again: who asks anew makes a new one.
 */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  open: ['decided', 'done', 'withdrawn'],
  decided: ['done', 'withdrawn'],
  done: [],
  withdrawn: [],
};

/** @throws Refusal where the request is in none of these states, or has changed since it was read. */
export function expectState(request: SubjectRequest, states: readonly State[], version: number): void {
  const concerns = [request.clientId];
  if (!states.includes(request.state)) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  if (request.version !== version) {
    throw new Refusal(COMMON_REFUSALS.stale, { details: { version: request.version }, concerns });
  }
}

/**
 * Whoever asks that data are put right, removed or restricted is identified first where the controller always checks it:
 * nobody changes another's file by asking (L-11.3, J-9.15).
 * @throws Refusal `subjectRequest.identityPending`.
 */
export function expectIdentified(
  { identity, clientId }: SubjectRequest,
  { identityCheck }: ControllerSettings['dataSubjectRequests'],
): void {
  if (identity.state !== 'pending' || identityCheck !== 'required') return;
  throw new Refusal(SUBJECT_REQUEST_REFUSALS.identityPending, { concerns: [clientId] });
}

/** The request after a step, with who took it and when. */
export function stepped(
  request: SubjectRequest,
  step: Step,
  more: Partial<SubjectRequest>,
  { now, userId }: By,
): SubjectRequest {
  const state = more.state ?? request.state;
  // What can end the request is left room for.
  const isFull = request.steps.length >= (state === request.state ? MOST_STEPS - 10 : MOST_STEPS);
  if (isFull || (state !== request.state && !NEXT[request.state].includes(state))) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns: [request.clientId] });
  }
  return {
    ...request,
    ...more,
    ...changed(request, now, userId),
    steps: [...request.steps, { step, at: now, by: userId }],
  };
}
