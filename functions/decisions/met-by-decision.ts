import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import type { RuleKey } from '../../shared/domain/deadlines/norms/norms.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { type DecisionKind, kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { timesOfContinuing } from '../../shared/domain/decisions/times.ts';

/** Times within which a kind of decision is made, from the arrival of its application. */
const MET: Partial<Record<DecisionKind, readonly RuleKey[]>> = {
  '11047': ['assistanceDecision', 'assistanceUrgent'],
};

/**
 * The decision was made: the earliest such times of its case are met (1412/1997 §§ 14 a, 14 b), for a later application
 * has its own; and so are the times of the decision that it continues.
 */
export async function metByDecision(
  context: ClientContext,
  { clientId, caseId, kind, follows, replaces }: DecisionHead,
): Promise<Change[]> {
  const rules = MET[kind] ?? [];
  // What it ends or is made in place of takes its times along.
  const isContinued = follows !== undefined && follows !== replaces && kindOf(kind).follows?.ends !== true;
  if (rules.length === 0 && !isContinued) return [];
  const open = await loadOpenDeadlines(context, clientId);
  const ofCase = open
    .filter((one) => one.caseId === caseId)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  return [
    ...rules
      .flatMap((rule) => ofCase.find((one) => one.rule === rule) ?? [])
      .flatMap((deadline) => meetDeadline(context, deadline, { at: context.now }).changes),
    ...(isContinued ? timesOfContinuing(context, { decisionId: follows }, { open, on: context.today }) : []),
  ];
}
