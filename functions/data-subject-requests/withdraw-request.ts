import type { ActContext, Answer } from '../../shared/act.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

/** The asker no longer asks: the request stays on record and leaves the queue. */
export async function withdrawSubjectRequest(
  context: ActContext,
  { params, version }: { params: OneRequest; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['open', 'decided'], version);
  const next = stepped(request, 'withdrawn', { state: 'withdrawn' }, { now, userId: actor.userId });
  return commitStep(context, request, next, { changedFields: ['state'] });
}
