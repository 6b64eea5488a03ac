import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import type { RuleKey } from '../../shared/domain/deadlines/norms/norms.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';

/** Times within which a kind of decision is made, from the arrival of its application. */
const MET: Partial<Record<DecisionKind, RuleKey>> = {
  '11047': 'assistanceDecision',
};

/** The decision was made: the earliest such time of its case is met (1412/1997 § 14 a); a later application has its own. */
export async function metByDecision(
  context: ClientContext,
  { clientId, caseId, kind }: DecisionHead,
): Promise<Change[]> {
  const rule = MET[kind];
  if (rule === undefined) return [];
  const [first] = (await loadOpenDeadlines(context, clientId))
    .filter((one) => one.caseId === caseId && one.rule === rule)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  return first === undefined ? [] : meetDeadline(context, first, { at: context.now }).changes;
}
