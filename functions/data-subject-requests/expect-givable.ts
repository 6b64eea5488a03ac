import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { hidesDwelling } from '../../shared/domain/data-subject-requests/package/assemble.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import { receiverOf } from '../../shared/domain/data-subject-requests/receiver.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { expectMayBeGiven } from '../../shared/domain/disclosures/store.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * Whatever leaves of a package passes here: the asker has been identified (L-10.8), the package was released and what it
 * withholds stands in the decision that holds now, no ban of a minor forbids it, and no safety ban was set since it was
 * put together.
 * @throws Refusal
 */
export async function expectGivable(
  context: ActContext,
  request: SubjectRequest,
  head: InspectionPackage | undefined,
): Promise<void> {
  const concerns = [request.clientId];
  if (request.identity.state === 'pending') {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.identityPending, { concerns });
  }
  if (head?.state !== 'released' || !standsAsDecided(request, head)) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notReleased, { concerns });
  }
  await expectMayBeGiven(context, request.clientId, receiverOf(request));
  if (head.hidesDwelling === true) return;
  const client = await knownClient(context, request.clientId);
  const files = await filesOf(context.services, context.actor.controller, client);
  if (await hidesDwelling(context, request, files)) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notReleased, { concerns });
  }
}

/** Decided to be given, and not withdrawn or decided otherwise after the release. */
function standsAsDecided({ state, decision }: SubjectRequest, { parts }: InspectionPackage): boolean {
  const isGiven = decision?.outcome === 'granted' || decision?.outcome === 'partly';
  return (
    isGiven &&
    (state === 'decided' || state === 'done') &&
    parts.every(({ grounds }) => grounds.every((ground) => decision.grounds.includes(ground)))
  );
}
