import { DECISION_ACTIONS } from '../../../shared/access/actions/decisions.ts';
import { mayUseDecision } from '../../../shared/access/visible-decisions.ts';
import { DecisionHead } from '../../../shared/domain/decisions/model.ts';
import { rowOf } from '../../../shared/domain/decisions/view.ts';
import { glancePart } from './part.ts';

/** Decisions in preparation, in force and under review, what ends first at the head; what one says is in its document. */
export const decisionsPart = glancePart({
  letters: 'cd',
  list: DECISION_ACTIONS.list,
  entity: 'decision',
  dataGroup: 'decisions',
  schema: DecisionHead,
  mayKnow: mayUseDecision,
  order: ({ validity, decisionId }) => `${validity?.to ?? '9'} ${decisionId}`,
  resource: ({ decisionId, serviceTasks, version }) => ({
    kind: 'decision',
    id: decisionId,
    serviceTasks,
    version,
  }),
  open: async (_ring, decisions, { today }) => decisions.map((head) => rowOf(head, today)),
});
