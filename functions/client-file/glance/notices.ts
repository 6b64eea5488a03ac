import { DECISION_ACTIONS } from '../../../shared/access/actions/decisions.ts';
import { mayUseDecision } from '../../../shared/access/visible-decisions.ts';
import { ServiceRow } from '../../../shared/domain/decisions/service-model.ts';
import { glancePart } from './part.ts';

export const NoticeAtHand = ServiceRow.pick({
  serviceId: true,
  decisionId: true,
  concernedId: true,
  serviceTasks: true,
  way: true,
  state: true,
  sentOn: true,
  servedOn: true,
  appealBy: true,
}).meta({ id: 'NoticeAtHand' });

/** Copies of decisions that are on their way or whose time of appeal runs, the one sent first at the head. */
export const noticesPart = glancePart({
  letters: 'cs',
  list: DECISION_ACTIONS.read,
  entity: 'serviceOfNotice',
  dataGroup: 'decisions',
  schema: ServiceRow,
  mayKnow: (context, { serviceTasks }) => mayUseDecision(context, { serviceTasks, socialServices: [] }),
  order: ({ sentOn, serviceId }) => `${sentOn} ${serviceId}`,
  resource: ({ serviceId, serviceTasks }) => ({ kind: 'serviceOfNotice', id: serviceId, serviceTasks }),
  open: async (_ring, rows) => rows.map((row) => NoticeAtHand.strip().parse(row)),
});
