import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId, openReason } from '../../shared/domain/case-notes/texts.ts';
import { ReasonView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { begunFollows, placeOfReasons } from '../../shared/domain/decisions/correct-begun.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import { BegunCorrection, type DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { loadAllServices } from '../../shared/domain/services/store.ts';
import { DecisionId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  type DecisionChanged,
  decisionSeen,
  findDecision,
  lineOfDecision,
  type OfDecision,
} from './one-decision.ts';

export const CorrectBegun = z
  .strictObject({ on: LocalDate, reason: GivenReason })
  .meta({ id: 'CorrectDecisionBegun' });

/**
 * Corrects the first day on which a decision was carried out, where somebody recorded it by itself (703/2023 § 22). Of one
 * that a service began it follows the day of the service, and is put right there.
 */
export async function correctBegun(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: z.infer<typeof CorrectBegun> },
): Promise<Answer<DecisionChanged>> {
  const before = await decisionSeen(context, of);
  const { begun, decisionId, clientId } = before;
  if (begun === undefined) {
    throw new Refusal(DECISION_REFUSALS.wrongState, { details: { state: before.state } });
  }
  const { on, reason } = body;
  const [by, services] = await Promise.all([
    whoMarks(context, { writtenBy: begun.by.userId }, reason.presentUserId),
    loadAllServices(context, clientId),
  ]);
  const isGivenBefore = services.some(
    ({ basis, startedOn }) =>
      basis.kind === 'decision' &&
      basis.decisionId === decisionId &&
      startedOn !== undefined &&
      before.issued !== undefined &&
      before.issued.on <= startedOn &&
      startedOn < on,
  );
  refuseErrors(DECISION_REFUSALS.notValid, judgeDay(before, on, { today: context.today, isGivenBefore }));
  const given = { ...reason, reasonId: newReasonId(context.services) };
  const { changes, facts, isCounted } = await begunFollows(context, before, {
    on,
    corrected: { by, given },
  });
  const version = before.version + 1;
  const findings = [
    ...(isCounted ? [] : ['decision.figuresStay']),
    ...(before.begunTimes === undefined ? ['decision.timesStay'] : []),
  ];
  return commit(context, {
    changes,
    line: { ...lineOfDecision({ ...before, version }, ['begun']), reasonId: loggedReason(given) },
    facts,
    answer: { body: { decisionId, version, findings }, version },
  });
}

/** From its issue to its last day, none to come, and not after a service of it had begun. */
function judgeDay(
  { kind, begun, begunBy, issued, validity, end }: DecisionHead,
  on: LocalDate,
  { today, isGivenBefore }: { today: LocalDate; isGivenBefore: boolean },
) {
  const last = [today, validity?.to, end?.on].filter((day) => day !== undefined).toSorted()[0] ?? today;
  const isInOrder = issued !== undefined && issued.on <= on && on <= last && on !== begun?.on;
  if (isInOrder && begunBy === undefined && !isGivenBefore) return [];
  return [
    finding('begunCorrectedInOrder', 'error', '/body/on', `703/2023 22 §; ${kindOf(kind).law}`, {
      fi: 'Päivä on sama kuin ennen, päätöksen ajan ulkopuolella, tulevaisuudessa tai palvelun alkamisen jälkeen. Jos toimeenpano alkoi palvelusta, korjaa palvelun päivä.',
      sv: 'Dagen är densamma, utanför beslutets tid, i framtiden eller efter att en tjänst inletts. Om verkställigheten började med en tjänst, rätta tjänstens dag.',
      en: 'The day is the same, outside the days of the decision, in the future, or after a service of it began. Where a service began it, correct the day of the service.',
    }),
  ];
}

export const BegunCorrections = z
  .strictObject({
    decisionId: DecisionId,
    corrections: z.array(
      z.strictObject({ ...BegunCorrection.omit({ reason: true }).shape, reason: ReasonView.optional() }),
    ),
  })
  .meta({ id: 'DecisionBegunCorrections' });

/** What stood there of the day on which a decision began to be carried out, each with its ground in words (L-11.8). */
export async function readBegunCorrections(
  context: ClientContext,
  { params }: Pick<OfDecision, 'params'>,
): Promise<Reading<z.infer<typeof BegunCorrections>>> {
  const head = await findDecision(context, params.decisionId);
  const key = placeOfReasons(context, head);
  return {
    line: { ...lineOfDecision(head, []), historyFrom: head.createdAt },
    body: async () => ({
      decisionId: head.decisionId,
      corrections: await Promise.all(
        (head.begunCorrections ?? []).map(async ({ reason, ...said }) => ({
          ...said,
          reason: await openReason(ringOf(context), { ...key, reason }),
        })),
      ),
    }),
  };
}
