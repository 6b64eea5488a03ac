import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { timesOfReassessing } from '../../shared/domain/decisions/times.ts';
import { reassessDecision as reassessed } from '../../shared/domain/decisions/transitions.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
  withReason,
} from './one-decision.ts';

export const ReassessDecision = z
  .strictObject({
    on: LocalDate,
    /** It stands; it is to be changed by deciding anew; it ends when its term does, or sooner. */
    outcome: z.enum(['stands', 'toBeChanged', 'toEnd']),
    words: z.string().trim().min(3).max(1000),
    /** When its grounds are looked at next. */
    nextOn: LocalDate.optional(),
  })
  .meta({ id: 'ReassessDecision' });
type ReassessDecision = z.infer<typeof ReassessDecision>;

/**
 * Records that the grounds of a decision were looked at again, on the day that was set or by the law (417/2007 37 a §),
 * and what was found. It changes nothing of what was decided: that is done by deciding anew, or by ending it.
 */
export async function reassessDecision(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: ReassessDecision },
): Promise<Answer<DecisionChanged>> {
  const { file, today } = context;
  const { on, outcome, words, nextOn } = body;
  const before = await decisionSeen(context, of);
  const after = reassessed(before, { on, by: officialOf(context), outcome }, nextOn);
  refuseErrors(DECISION_REFUSALS.notValid, judgeDays(before, body, today));
  const [open, content] = await Promise.all([
    loadOpenDeadlines(context, before.clientId),
    contentOf(context, before),
  ]);
  const ofCase = file.cases.find(({ caseId }) => caseId === before.caseId);
  return commitDecision(context, before, after, {
    content: withReason(content, `reassess:${outcome}`, words),
    changes: timesOfReassessing(context, after, { open, ofCase }),
    fields: ['reassessed', 'reviewOn'],
  });
}

function judgeDays({ kind, issued }: DecisionHead, { on, nextOn }: ReassessDecision, today: LocalDate) {
  const isInOrder = issued !== undefined && issued.on <= on && on <= today;
  if (isInOrder && (nextOn === undefined || nextOn > today)) return [];
  return [
    finding('reassessedInOrder', 'error', '/body/on', kindOf(kind).law, {
      fi: 'Tarkistuspäivä on ennen päätöstä tai tulevaisuudessa, tai seuraava päivä on jo mennyt.',
      sv: 'Översynsdagen är före beslutet eller i framtiden, eller nästa dag har redan passerat.',
      en: 'The day of the review is before the decision or in the future, or the next one has passed.',
    }),
  ];
}
