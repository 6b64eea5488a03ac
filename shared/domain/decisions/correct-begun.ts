import type { Change, LinePart } from '../../act.ts';
import type { ClientServiceId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { standingFacts, toldAnew } from '../../standing-facts.ts';
import type { Fact } from '../../statistics-fact.ts';
import { changed } from '../../table/item.ts';
import { clientKeys } from '../../table/keys.ts';
import type { Doer, Reason } from '../case-notes/model.ts';
import { sealReason } from '../case-notes/texts.ts';
import type { ClientContext } from '../clients/file.ts';
import { ringOf } from '../clients/store.ts';
import { isOpen } from '../deadlines/lateness.ts';
import type { Deadline } from '../deadlines/model.ts';
import { beginAnew, meetAnew } from '../deadlines/move-deadline.ts';
import { loadDeadline } from '../deadlines/store.ts';
import { type DecisionHead, MOST_CORRECTIONS } from './model.ts';
import { DECISION_REFUSALS } from './refusals.ts';
import { placedDecision } from './store.ts';
import { OF_BEGINNING } from './times.ts';

export type BegunFollowed = {
  changes: Change[];
  facts: Fact[];
  resources: LinePart['resources'];
  /** Whether the figures follow, too: not of what was counted before things kept it. */
  isCounted: boolean;
};

export type CorrectedBy = {
  by: Doer;
  given: Pick<Reason, 'reasonId' | 'ground' | 'initiator'> & { words: string };
};

const NOTHING: BegunFollowed = { changes: [], facts: [], resources: [], isCounted: true };

/**
 * The first day on which a decision was carried out, put right (703/2023 § 22): what it met by beginning is met in time
 * or late as of the right day, what began with it begins then, and the figures take the wrong day back.
 * @throws Refusal `decision.begunAlready` where it was put right too often.
 */
export async function begunFollows(
  context: ClientContext,
  before: DecisionHead,
  to: { on: LocalDate; clientServiceId?: ClientServiceId; corrected: CorrectedBy },
): Promise<BegunFollowed> {
  const { begun, begunTimes = [], begunCorrections = [], clientId, decisionId, serviceTasks } = before;
  const { on, clientServiceId, corrected } = to;
  if (begun === undefined || begun.on === on) return NOTHING;
  if (begunCorrections.length >= MOST_CORRECTIONS) throw new Refusal(DECISION_REFUSALS.begunAlready);
  const version = before.version + 1;
  const key = placeOfReasons(context, before);
  const reason = await sealReason(ringOf(context), before, { key, version }, corrected.given);
  const after: DecisionHead = {
    ...before,
    ...changed(before, context.now, context.actor.userId),
    begun: { ...begun, on },
    ...(clientServiceId === undefined ? {} : { begunBy: clientServiceId }),
    begunCorrections: [...begunCorrections, { was: { begunOn: begun.on }, by: corrected.by, reason }],
  };
  const [times, counted] = await Promise.all([
    Promise.all(begunTimes.map((id) => loadDeadline(context, clientId, id))),
    standingFacts(context, before, ['decisionBegun']),
  ]);
  return {
    changes: [
      ...placedDecision(context.actor.controller, before, after),
      ...times.flatMap((one) => (one === undefined ? [] : timeFollows(context, before, one, on))),
    ],
    facts: counted.flatMap((fact) => toldAnew(fact, on, { of: decisionId })),
    resources: [{ kind: 'decision', id: decisionId, client: clientId, version, serviceTasks }],
    isCounted: counted.length > 0,
  };
}

/** What began with the beginning begins on the right day; what was met by it is held against that day. */
function timeFollows(
  context: ClientContext,
  { kind }: DecisionHead,
  time: Deadline,
  on: LocalDate,
): Change[] {
  if (time.state === 'cancelled') return [];
  if (time.rule === OF_BEGINNING[kind]) return beginAnew(context, time, { on }).changes;
  return isOpen(time) ? [] : meetAnew(context, time, on).changes;
}

/** Where grounds are sealed: a place that does not change when the decision ends. */
export const placeOfReasons = (
  { actor }: Pick<ClientContext, 'actor'>,
  { clientId, decisionId }: Pick<DecisionHead, 'clientId' | 'decisionId'>,
) => clientKeys.decision(actor.controller, clientId, decisionId);
