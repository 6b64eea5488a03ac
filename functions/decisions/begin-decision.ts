import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { factOfBeginning } from '../../shared/domain/decisions/counted.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { timesOfBeginning, timesOfCarryingOut } from '../../shared/domain/decisions/times.ts';
import { beginDecision as begun } from '../../shared/domain/decisions/transitions.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  commitDecision,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
} from './one-decision.ts';

export const BeginDecision = z.strictObject({ on: LocalDate }).meta({ id: 'BeginDecision' });

/**
 * Records the first day on which a decision was carried out, where no service of the file says so by itself: a child
 * was placed, special care began (417/2007 48, 72 §; 1301/2014 45 §). What must be begun in a time does not lapse.
 * @throws Refusal `decision.begunAlready`; `decision.notValid` for what grants nothing or may not be carried out now.
 */
export async function beginDecision(
  context: ClientContext,
  { body: { on }, ...of }: OfDecision & { body: z.infer<typeof BeginDecision> },
): Promise<Answer<DecisionChanged>> {
  const { file, today } = context;
  const before = await decisionSeen(context, of);
  if (before.begun !== undefined) throw new Refusal(DECISION_REFUSALS.begunAlready);
  refuseErrors(DECISION_REFUSALS.notValid, judgeBeginning(before, on, today));
  const open = await loadOpenDeadlines(context, before.clientId);
  const ofCase = file.cases.find(({ caseId }) => caseId === before.caseId);
  const carriedOut = timesOfCarryingOut(context, before, { open, on });
  const times = timesOfBeginning(context, before, { open, on, ofCase });
  const begunTimes = [...carriedOut.times, ...times.times];
  const after = begun(before, { on, by: officialOf(context) }, { begunTimes });
  return commitDecision(context, before, after, {
    changes: [...carriedOut.changes, ...times.changes],
    fields: ['begun'],
    facts: [factOfBeginning(after, on)],
  });
}

function judgeBeginning(
  { kind, result, issued, enforcement }: DecisionHead,
  on: LocalDate,
  today: LocalDate,
) {
  const isInOrder = issued !== undefined && issued.on <= on && on <= today;
  const isStopped = enforcement !== undefined && enforcement.order !== 'allowed';
  if (isInOrder && result !== 'rejecting' && !isStopped) return [];
  return [
    finding('begunInOrder', 'error', '/body/on', `808/2019 122–123 §; ${kindOf(kind).law}`, {
      fi: 'Päätöstä ei voi panna täytäntöön: päivä on väärä, päätös on kielteinen tai täytäntöönpano on kielletty.',
      sv: 'Beslutet kan inte verkställas: dagen är fel, beslutet är ett avslag eller verkställigheten är förbjuden.',
      en: 'The decision cannot be carried out: the day is wrong, it is a rejection, or a court has forbidden it.',
    }),
  ];
}
