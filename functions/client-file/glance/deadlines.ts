import { DEADLINE_ACTIONS } from '../../../shared/access/actions/deadlines.ts';
import { maySeeWork } from '../../../shared/access/unit-grants.ts';
import { Deadline } from '../../../shared/domain/deadlines/model.ts';
import { viewOf } from '../../../shared/domain/deadlines/view.ts';
import { glancePart } from './part.ts';

/** Times that run or stand still, the first due first. */
export const deadlinesPart = glancePart({
  letters: 'ct',
  list: DEADLINE_ACTIONS.listOfClient,
  entity: 'deadline',
  dataGroup: 'deadlines',
  schema: Deadline,
  mayKnow: maySeeWork,
  order: ({ dueOn, deadlineId }) => `${dueOn} ${deadlineId}`,
  resource: ({ deadlineId, serviceTasks }) => ({ kind: 'deadline', id: deadlineId, serviceTasks }),
  open: async (_ring, deadlines, context) => deadlines.map((deadline) => viewOf(deadline, context)),
});
