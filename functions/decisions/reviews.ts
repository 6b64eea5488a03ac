import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { factOf } from '../../shared/domain/decisions/counted.ts';
import { CourtCase, type DecisionHead, type Review } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { nextInstance, openUntil, withExpectedForce } from '../../shared/domain/decisions/rules/force.ts';
import { type ServiceRow } from '../../shared/domain/decisions/service-model.ts';
import { loadServiceRows } from '../../shared/domain/decisions/store.ts';
import {
  handleReview as handled,
  receiveReview as received,
  serveResult as resultServed,
} from '../../shared/domain/decisions/transitions.ts';
import { ConcernedId, DocumentId, ReviewId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { handedTo } from './disclosure-to.ts';
import {
  commitDecision,
  contentOf,
  DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
  withReason,
} from './one-decision.ts';

type OfReview = OfDecision & { params: { reviewId: ReviewId } };

export const ReceiveReview = z
  .strictObject({
    concernedId: ConcernedId,
    arrivedOn: LocalDate,
    courtCase: CourtCase.optional(),
    /** The request itself, where it is a document of the file. */
    documentId: DocumentId.optional(),
  })
  .meta({ id: 'ReceiveReview' });

export const ReviewReceived = DecisionChanged.extend({
  reviewId: ReviewId,
  instance: z.enum(['reviewRequest', 'administrativeCourt', 'supremeCourt']),
  inTime: z.boolean(),
}).meta({ id: 'ReviewReceived' });

/**
 * Records that a review request arrived (434/2003 49 c–g §), or that an appeal was made: to the instance that is next
 * by the route. Whether it came in time is counted from the claimant's own service; a late one is recorded all the
 * same, and left unexamined by its result.
 */
export async function receiveReview(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: z.infer<typeof ReceiveReview> },
): Promise<Answer<z.infer<typeof ReviewReceived>>> {
  const { services, today } = context;
  const before = await decisionSeen(context, of);
  const one = before.concerned.find(({ concernedId }) => concernedId === body.concernedId);
  if (one === undefined || !one.mayAppeal) throw new Refusal(DECISION_REFUSALS.notConcerned);
  const isPending = before.reviews.some(
    (review) => review.concernedId === body.concernedId && review.result === undefined,
  );
  const instance = nextInstance(before, body.concernedId);
  if (instance === undefined || isPending) throw new Refusal(DECISION_REFUSALS.notAppealable);
  refuseErrors(DECISION_REFUSALS.notValid, judgeArrival(before, body.arrivedOn, today));
  const rows = await loadServiceRows(context, before);
  const until = openUntil(before, rows, body.concernedId, today);
  const review: Review = {
    reviewId: ReviewId.parse(newId(services)),
    instance,
    ...body,
    // Before service no time runs that could be over.
    inTime: until === undefined || body.arrivedOn <= until,
    receivedBy: officialOf(context),
  };
  const after = withExpectedForce(received(before, review), rows);
  const answer = await commitDecision(context, before, after, {
    changes: await timesMet(context, before, rows, review),
    fields: ['state', 'reviews'],
    facts: [factOf(after, 'reviewReceived', body.arrivedOn, { code: instance })],
    findings: review.inTime ? [] : ['decision.reviewLate'],
  });
  const { reviewId, inTime } = review;
  return { ...answer, body: { ...answer.body, reviewId, instance, inTime } };
}

/** The claimant's own time is met by a request in time. */
async function timesMet(
  context: ClientContext,
  head: DecisionHead,
  rows: readonly ServiceRow[],
  { concernedId, arrivedOn, inTime }: Review,
) {
  if (!inTime) return [];
  const own = rows.filter((row) => row.concernedId === concernedId).map(({ serviceId }): string => serviceId);
  const open = await loadOpenDeadlines(context, head.clientId);
  return open
    .filter(
      ({ rule, subject, startedOn }) =>
        (rule === 'reviewRequest' || rule === 'appeal') &&
        subject.kind === 'serviceOfNotice' &&
        own.includes(subject.id) &&
        startedOn <= arrivedOn,
    )
    .flatMap((deadline) => meetDeadline(context, deadline, { on: arrivedOn }).changes);
}

export const HandleReview = z
  .strictObject({
    outcome: z.enum(['upheld', 'changed', 'returned', 'dismissed', 'withdrawn']),
    on: LocalDate,
    words: z.string().trim().min(3).max(1000),
    documentId: DocumentId.optional(),
  })
  .meta({ id: 'HandleReview' });

/**
 * Records how a review ended. A late one can only be left unexamined or withdrawn. What was changed or returned is
 * then decided anew: the decision itself is revoked by an act of its own, which names what stands in its place.
 */
export async function handleReview(
  context: ClientContext,
  { body, ...of }: OfReview & { body: z.infer<typeof HandleReview> },
): Promise<Answer<DecisionChanged>> {
  const { actor, now, today } = context;
  const before = await decisionSeen(context, of);
  const review = findReview(before, of.params.reviewId);
  if (review.result !== undefined) throw new Refusal(DECISION_REFUSALS.reviewHandled);
  const { outcome, on, words, documentId } = body;
  refuseErrors(DECISION_REFUSALS.notValid, [
    ...judgeResultDay(review, on, today),
    ...(review.inTime || outcome === 'dismissed' || outcome === 'withdrawn' ? [] : [lateIsDismissed()]),
  ]);
  const result = {
    outcome,
    on,
    decidedBy: officialOf(context),
    ...(documentId === undefined ? {} : { documentId }),
  };
  const rows = await loadServiceRows(context, before);
  const after = withExpectedForce(handled(before, review.reviewId, result, { now, by: actor.userId }), rows);
  return commitDecision(context, before, after, {
    content: withReason(await contentOf(context, before), `review:${outcome}`, words),
    fields: ['state', 'reviews'],
    facts: [factOf(after, 'reviewHandled', on, { code: `${review.instance}:${outcome}` })],
  });
}

export const ServeResult = z.strictObject({ servedOn: LocalDate }).meta({ id: 'ServeResult' });

/** Records when the result was served on the claimant: the time of the next instance runs from it. */
export async function serveResult(
  context: ClientContext,
  { body: { servedOn }, ...of }: OfReview & { body: z.infer<typeof ServeResult> },
): Promise<Answer<DecisionChanged>> {
  const { actor, now, today } = context;
  const before = await decisionSeen(context, of);
  const review = findReview(before, of.params.reviewId);
  const { result } = review;
  if (result === undefined)
    throw new Refusal(DECISION_REFUSALS.wrongState, { details: { state: before.state } });
  if (result.servedOn !== undefined) throw new Refusal(DECISION_REFUSALS.serviceDone);
  refuseErrors(DECISION_REFUSALS.notValid, judgeResultDay({ arrivedOn: result.on }, servedOn, today));
  const [rows, handed] = await Promise.all([
    loadServiceRows(context, before),
    handedTo(context, before, review.concernedId, {
      on: servedOn,
      purpose: 'serviceOfReviewResult',
      provision: '434/2003 54 §',
    }),
  ]);
  const after = withExpectedForce(
    resultServed(before, review.reviewId, servedOn, { now, by: actor.userId }),
    rows,
  );
  return commitDecision(context, before, after, {
    fields: ['reviews'],
    ...handed,
  });
}

function findReview({ reviews }: DecisionHead, reviewId: ReviewId): Review {
  const found = reviews.find((review) => review.reviewId === reviewId);
  if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

function judgeArrival({ issued }: DecisionHead, arrivedOn: LocalDate, today: LocalDate) {
  return issued !== undefined && issued.on <= arrivedOn && arrivedOn <= today
    ? []
    : [dayInOrder('/body/arrivedOn')];
}

const judgeResultDay = ({ arrivedOn }: Pick<Review, 'arrivedOn'>, on: LocalDate, today: LocalDate) =>
  arrivedOn <= on && on <= today ? [] : [dayInOrder('/body/on')];

const dayInOrder = (path: string) =>
  finding('reviewInOrder', 'error', path, '434/2003 49 c–g §', {
    fi: 'Päivä on tulevaisuudessa tai ennen sitä, mihin se perustuu.',
    sv: 'Dagen är i framtiden eller före det den grundar sig på.',
    en: 'The day is in the future, or before what it rests on.',
  });

const lateIsDismissed = () =>
  finding('lateIsDismissed', 'error', '/body/outcome', '434/2003 49 c §', {
    fi: 'Myöhästynyt oikaisuvaatimus jätetään tutkimatta.',
    sv: 'En försenad begäran om omprövning avvisas.',
    en: 'A late request is left unexamined.',
  });
