import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { factsOfAnswered } from '../../shared/domain/deadlines/counted.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import type { RuleKey } from '../../shared/domain/deadlines/norms/norms.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { type DecisionKind, kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { timesOfContinuing } from '../../shared/domain/decisions/times.ts';
import type { MatterId } from '../../shared/kernel/id.ts';
import type { Fact } from '../../shared/statistics-fact.ts';

/** Times within which a kind of decision is made, from the arrival of its application. */
const MET: Partial<Record<DecisionKind, readonly RuleKey[]>> = {
  '11047': ['assistanceDecision', 'assistanceUrgent'],
};

/**
 * The decision was made: the times of the applications that it names are met, or else the earliest of its case (1412/1997
 * §§ 14 a, 14 b), for a later application has its own; and so are the times of the decision that it continues.
 */
export async function metByDecision(
  context: ClientContext,
  { clientId, caseId, kind, follows, replaces, answers }: DecisionHead,
): Promise<{ changes: Change[]; facts: Fact[] }> {
  const rules = MET[kind] ?? [];
  // What it ends or is made in place of takes its times along.
  const isContinued = follows !== undefined && follows !== replaces && kindOf(kind).follows?.ends !== true;
  if (rules.length === 0 && !isContinued) return { changes: [], facts: [] };
  const open = await loadOpenDeadlines(context, clientId);
  const ofCase = open
    .filter((one) => one.caseId === caseId)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  const met = rules.flatMap((rule) => answered(ofCase, rule, answers));
  return {
    changes: [
      ...met.flatMap((deadline) => meetDeadline(context, deadline, { at: context.now }).changes),
      ...(isContinued
        ? timesOfContinuing(context, { decisionId: follows }, { open, on: context.today })
        : []),
    ],
    facts: factsOfAnswered(met, context.today),
  };
}

function answered(
  ofCase: readonly Deadline[],
  rule: RuleKey,
  answers: readonly MatterId[] | undefined,
): readonly Deadline[] {
  const running = ofCase.filter((one) => one.rule === rule);
  if (answers === undefined || answers.length === 0) return running.slice(0, 1);
  return running.filter(
    ({ subject }) => subject.kind === 'intake' && answers.some((matterId) => matterId === subject.id),
  );
}
