import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext } from '../../shared/act.ts';
import { loadAnswering, loadWholeNetwork, openRelation } from '../../shared/domain/clients/network/store.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { factsOfAsker } from '../../shared/domain/data-subject-requests/facts-of-asker.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { hidesDwelling } from '../../shared/domain/data-subject-requests/package/assemble.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import { receiverOf } from '../../shared/domain/data-subject-requests/receiver.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { rightStands } from '../../shared/domain/data-subject-requests/standing.ts';
import { loadTargetsOfPerson } from '../../shared/domain/data-subject-requests/targets.ts';
import { expectMayBeGivenOfPerson } from '../../shared/domain/disclosures/of-person.ts';
import { LIMITED_REFUSAL } from '../../shared/domain/limited.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * Whatever leaves of a package passes here: the asker has been identified (L-10.8), the package was released and what it
 * withholds stands in the decision that holds now, no ban of a minor forbids it, and nothing has come since it was put
 * together that forbids to give it as it lies.
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
  await expectRightStands(context, request);
  await expectNoMinorsBan(context, request);
  await expectNothingSince(context, request, head);
}

/** @throws Refusal where whoever asked may no longer be given anything by the right that was shown. */
async function expectRightStands(context: ActContext, request: SubjectRequest): Promise<void> {
  const { clientId, asker } = request;
  const head = await knownClient(context, clientId);
  const facts = await factsOfAsker(context, head, request);
  if (rightStands(request, { asker, ...facts, diedOn: head.diedOn }, context.today)) return;
  throw new Refusal(SUBJECT_REQUEST_REFUSALS.rightEnded, { concerns: [clientId] });
}

/** @throws Refusal for a minor's ban in any of the files that the package tells of. */
async function expectNoMinorsBan(context: ActContext, request: SubjectRequest): Promise<void> {
  const receiver = receiverOf(request);
  if (receiver.kind !== 'representative') return;
  const { clientId } = request;
  const files = await filesOf(
    context.services,
    context.actor.controller,
    await knownClient(context, clientId),
  );
  await expectMayBeGivenOfPerson(context, files, { receiver, namedIn: clientId });
}

/** @throws Refusal for an obstacle. */
export async function expectNothingSince(
  context: ActContext,
  request: SubjectRequest,
  head: InspectionPackage,
): Promise<void> {
  const obstacle = await obstacleOf(context, request, head);
  if (obstacle === undefined) return;
  const refusal = obstacle === 'limited' ? LIMITED_REFUSAL : SUBJECT_REQUEST_REFUSALS.notReleased;
  throw new Refusal(refusal, { concerns: [request.clientId] });
}

/**
 * What came after a package was put together and forbids to give it as it lies: a safety ban of somebody whose dwelling
 * it tells, the person's or that of another client of one of its documents, or a restriction of what it gives to
 * somebody else ((EU) 2016/679 art. 18). Then it is put together, gone through and released anew within the same request.
 */
export async function obstacleOf(
  context: ActContext,
  request: SubjectRequest,
  head: InspectionPackage,
): Promise<'safetyBan' | 'limited' | undefined> {
  if (await isLimited(context, request)) return 'limited';
  const others = await loadAnswering(context, head.tellsOf ?? []);
  if ([...others.values()].some((other) => hasSafetyBan(other, context.today))) return 'safetyBan';
  if (await hasBannedSince(context, request, head)) return 'safetyBan';
  if (head.hidesDwelling === true) return undefined;
  const client = await knownClient(context, request.clientId);
  const files = await filesOf(context.services, context.actor.controller, client);
  return (await hidesDwelling(context, request, files)) ? 'safetyBan' : undefined;
}

/** Whether somebody of the network, who is no client, was put under a safety ban after it was put together. */
async function hasBannedSince(
  context: ActContext,
  { clientId, kind }: SubjectRequest,
  { asOf }: InspectionPackage,
): Promise<boolean> {
  if (kind !== 'inspection') return false;
  const written = (await loadWholeNetwork(context, clientId)).filter(({ updatedAt }) => updatedAt > asOf);
  if (written.length === 0) return false;
  const ring = await ringOfAsker(context, clientId);
  const opened = await Promise.all(written.map((item) => openRelation(ring, item)));
  return opened.some(({ content }) => hasSafetyBan({ safetyBan: content.person?.safetyBan }, context.today));
}

/** Whether something that is asked for by somebody else than its own person is kept only. One's own is one's own. */
export async function isLimited(
  context: ActContext,
  { kind, clientId, targets }: Pick<SubjectRequest, 'kind' | 'clientId' | 'targets'>,
): Promise<boolean> {
  if (kind !== 'partyDocuments' && kind !== 'deceasedData') return false;
  const client = await knownClient(context, clientId);
  const files = await filesOf(context.services, context.actor.controller, client);
  const found = await loadTargetsOfPerson(context, files, targets);
  return found.some(({ head }) => head.limited !== undefined);
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
