import { hasSpecialRight } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import type {
  InspectionPackage,
  KeptReview,
  StoredItem,
} from '../../shared/domain/data-subject-requests/package/model.ts';
import { type GivenItem, givenOf } from '../../shared/domain/data-subject-requests/package/reviewed.ts';
import { loadPart, openReview } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { expectGivable } from './expect-givable.ts';
import { knownPackage, lineOfPackage } from './known-package.ts';
import type { OneRequest } from './known-request.ts';
import type { OnePart } from './read-package.ts';

/** A package that may be given now, to be given by this worker. */
export type Released = { request: SubjectRequest; head: InspectionPackage; releasedAt: Instant };

/** @throws Refusal where it may not be given, or not by this worker. */
export async function releasedPackage(context: ActContext, params: OneRequest): Promise<Released> {
  const { request, head } = await knownPackage(context, params);
  const concerns = [params.clientId];
  if (!mayGive(context, request)) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.otherDelivers, { concerns });
  }
  await expectGivable(context, request, head);
  const { releasedAt } = head;
  if (releasedAt === undefined) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notReleased, { concerns });
  return { request, head, releasedAt };
}

/** Whoever handles requests; and whom the decision names to give the data, until they have been given (L-10.10). */
const mayGive = ({ actor }: ActContext, { state, decision }: SubjectRequest): boolean =>
  hasSpecialRight(actor, 'handleDataRequests') ||
  (state === 'decided' && decision?.delivery?.deliverer === actor.userId);

/** A part of it: as it lies, and as it is given. */
export type ReleasedPart = Released & {
  part: number;
  stored: readonly StoredItem[];
  review: KeptReview;
  items: readonly GivenItem[];
  line: Reading<never>['line'];
};

export const releasedPart = async (context: ActContext, params: OnePart): Promise<ReleasedPart> =>
  partOf(context, await releasedPackage(context, params), params.part);

/** @throws Refusal where there is no such part. */
export async function partOf(context: ActContext, released: Released, part: number): Promise<ReleasedPart> {
  const { head } = released;
  if (head.parts[part] === undefined) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [head.clientId] });
  }
  const ring = await ringOfAsker(context, head.clientId);
  const [stored, review] = await Promise.all([
    loadPart(context, ring, head.packageId, part),
    openReview(ring, head, part),
  ]);
  return {
    ...released,
    part,
    stored,
    review,
    items: givenOf(stored, review),
    line: lineOfPackage(head, stored),
  };
}
