import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { factOf, noLongerIssued } from '../../shared/domain/decisions/counted.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionEnd, DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { hasLapsed, isTooLate, lastDayToBegin } from '../../shared/domain/decisions/rules/term.ts';
import { loadDecision, loadServiceRows } from '../../shared/domain/decisions/store.ts';
import {
  endDecision as ended,
  orderEnforcement as ordered,
} from '../../shared/domain/decisions/transitions.ts';
import { DecisionId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { endedTimes } from './ended-times.ts';
import {
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
  withReason,
} from './one-decision.ts';
import { restingAnew } from './resting-services.ts';

const Words = z.string().trim().min(3).max(1000);

export const EndDecision = z
  .strictObject({
    ground: z.enum(['termOver', 'fulfilled', 'notBegun']),
    on: LocalDate,
    words: Words.optional(),
  })
  .meta({ id: 'EndDecision' });

/** Ends a decision whose term is over or whose purpose is fulfilled; or which has lapsed, not begun in its time. */
export async function endDecision(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: z.infer<typeof EndDecision> },
): Promise<Answer<DecisionChanged>> {
  const before = await decisionSeen(context, of);
  const { ground, on, words } = body;
  const end = { ground, on, by: officialOf(context) };
  const after = ended(before, ground === 'notBegun' ? 'lapse' : 'expire', end);
  refuseErrors(DECISION_REFUSALS.notValid, judgeEnd(before, body, context.today));
  return commitEnd(context, before, after, { reason: { of: `end:${ground}`, words } });
}

export const RevokeDecision = z
  .strictObject({
    ground: z.enum(['factualError', 'newDecision', 'changedOnReview', 'returnedByCourt', 'annulledByCourt']),
    words: Words,
    /** What stands in its place, where it is decided already. */
    replacedBy: DecisionId.optional(),
  })
  .meta({ id: 'RevokeDecision' });

/**
 * Removes a decision: an error of fact corrected by deciding anew (434/2003 50 §), within five years (52 §), or what a
 * review or a court has put in its place. It stays readable, with its end and the ground.
 */
export async function revokeDecision(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: z.infer<typeof RevokeDecision> },
): Promise<Answer<DecisionChanged>> {
  const { today, file } = context;
  const before = await decisionSeen(context, of);
  const { ground, words, replacedBy } = body;
  const after = ended(before, 'revoke', { ground, on: today, by: officialOf(context) });
  if (ground === 'factualError' && isTooLate(before, today)) throw new Refusal(DECISION_REFUSALS.tooLate);
  const reason = { of: `revoke:${ground}`, words };
  if (replacedBy === undefined) return commitEnd(context, before, after, { reason });
  const instead = await loadDecision(context, file.head.clientId, replacedBy);
  if (instead === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return commitEnd(context, before, { ...after, replacedBy }, { reason, instead });
}

/** What rests on it follows the decision in its place, or is told of. */
async function commitEnd(
  context: ClientContext,
  before: DecisionHead,
  after: DecisionHead,
  { reason, instead }: { reason: { of: string; words: string | undefined }; instead?: DecisionHead },
): Promise<Answer<DecisionChanged>> {
  const ofCase = context.file.cases.find(({ caseId }) => caseId === before.caseId);
  const [rows, open, content, resting] = await Promise.all([
    loadServiceRows(context, before),
    loadOpenDeadlines(context, before.clientId),
    contentOf(context, before),
    restingAnew(context, before, { ofCase, instead }),
  ]);
  const end: DecisionEnd | undefined = after.end;
  return commitDecision(context, before, after, {
    content: reason.words === undefined ? content : withReason(content, reason.of, reason.words),
    followers: endedTimes(context, before, rows, open),
    fields: ['state', 'end'],
    changes: resting.changes,
    resources: resting.resources,
    findings: resting.findings,
    facts: [
      ...(end === undefined ? [] : [factOf(after, 'decisionEnded', end.on, { code: end.ground })]),
      ...noLongerIssued(before, after),
    ],
  });
}

export const OrderEnforcement = z
  .strictObject({ order: z.enum(['forbidden', 'suspended', 'allowed']), on: LocalDate, words: Words })
  .meta({ id: 'OrderEnforcement' });

/**
 * Records what a court (808/2019 123 §), or the authority while it reviews (434/2003 49 f §), ordered of carrying the
 * decision out.
 */
export async function orderEnforcement(
  context: ClientContext,
  { body: { order, on, words }, ...of }: OfDecision & { body: z.infer<typeof OrderEnforcement> },
): Promise<Answer<DecisionChanged>> {
  const before = await decisionSeen(context, of);
  const after = ordered(before, { order, on, by: officialOf(context) });
  if (on > context.today) refuseErrors(DECISION_REFUSALS.notValid, [notTomorrow()]);
  return commitDecision(context, before, after, {
    content: withReason(await contentOf(context, before), `enforcement:${order}`, words),
    fields: ['enforcement'],
  });
}

/** A term is over when its last day has passed; what must be begun in a time and was not lapses after it, nothing else. */
function judgeEnd(head: DecisionHead, { ground, on }: z.infer<typeof EndDecision>, today: LocalDate) {
  const { validity, issued, kind } = head;
  const lastToBegin = lastDayToBegin(head);
  const isInOrder = issued !== undefined && issued.on <= on && on <= today;
  const isOver = ground !== 'termOver' || (validity?.to !== undefined && validity.to < today);
  const mayLapse =
    ground !== 'notBegun' || (hasLapsed(head, today) && lastToBegin !== undefined && lastToBegin < on);
  if (isInOrder && isOver && mayLapse) return [];
  return [
    finding('endInOrder', 'error', '/body/on', kindOf(kind).law, {
      fi: 'Päätös ei ole vielä päättynyt näin, tai päivä on väärä.',
      sv: 'Beslutet har ännu inte upphört så, eller dagen är fel.',
      en: 'The decision has not ended in this way yet, or the day is wrong.',
    }),
  ];
}

const notTomorrow = () =>
  finding('orderedAlready', 'error', '/body/on', '808/2019 123 §', {
    fi: 'Päivä on tulevaisuudessa.',
    sv: 'Dagen är i framtiden.',
    en: 'The day is in the future.',
  });
