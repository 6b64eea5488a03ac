import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { factOf } from '../../shared/domain/decisions/counted.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { forceOf } from '../../shared/domain/decisions/rules/force.ts';
import { loadServiceRows } from '../../shared/domain/decisions/store.ts';
import { timesOfForce } from '../../shared/domain/decisions/times.ts';
import { gainForce } from '../../shared/domain/decisions/transitions.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { timesOver } from './ended-times.ts';
import {
  commitDecision,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
} from './one-decision.ts';

/**
 * Records that a decision has legal force (lainvoima). The day is counted from every recipient's own clock and cannot
 * be chosen; an official confirms it, because a letter that came back or an appeal lying with the court is known to
 * people before it is known here (docs/decisions/0053).
 * @throws Refusal `decision.forceNotYet`, naming who is waited for.
 */
export async function recordForce(context: ClientContext, of: OfDecision): Promise<Answer<DecisionChanged>> {
  const { today, file } = context;
  const before = await decisionSeen(context, of);
  const [rows, open] = await Promise.all([
    loadServiceRows(context, before),
    loadOpenDeadlines(context, before.clientId),
  ]);
  const { on, waiting } = forceOf(before, rows, today);
  // The state is told before the day: what is not served or under review is not in force by any day.
  const after = gainForce(before, on ?? today, officialOf(context));
  if (on === undefined || waiting.length > 0 || on > today) {
    throw new Refusal(DECISION_REFUSALS.forceNotYet, {
      details: { waiting: waiting.map((one) => `${one.concernedId}:${one.for}`) },
    });
  }
  const ofCase = file.cases.find(({ caseId }) => caseId === before.caseId);
  return commitDecision(context, before, after, {
    changes: timesOfForce(context, after, ofCase),
    followers: timesOver(context, before, rows, open),
    fields: ['state', 'force'],
    facts: [factOf(after, 'decisionInForce', on)],
  });
}
