import * as z from 'zod';
import { mayUseDocument } from '../../../shared/access/visible-documents.ts';
import type { ClientContext } from '../../../shared/domain/clients/file.ts';
import { Deadline } from '../../../shared/domain/deadlines/model.ts';
import { glancePart } from './part.ts';

export const DeadlineAtHand = z
  .strictObject({
    ...Deadline.pick({
      deadlineId: true,
      rule: true,
      subject: true,
      caseId: true,
      serviceTasks: true,
      unitId: true,
      workerId: true,
      startedOn: true,
      dueOn: true,
      dueAt: true,
      state: true,
      version: true,
    }).shape,
    late: z.boolean(),
  })
  .meta({ id: 'DeadlineAtHand' });

/** A time tells of which task there is a matter: known to the worker it is for, and to who may decide in the task. */
const mayKnow = ({ actor, today }: ClientContext, item: Deadline): boolean =>
  item.workerId === actor.userId ||
  item.serviceTasks.length === 0 ||
  item.serviceTasks.some((serviceTask) =>
    mayUseDocument(
      actor,
      {
        serviceTasks: [serviceTask],
        socialServices: [],
        sensitivity: 'ordinary',
        phase: 'arranging',
        kind: 'decision',
      },
      today,
    ),
  );

/** Times that run or stand still, the first due first. */
export const deadlinesPart = glancePart({
  letters: 'ct',
  entity: 'deadline',
  dataGroup: 'deadlines',
  schema: Deadline,
  mayKnow,
  order: ({ dueOn, deadlineId }) => `${dueOn} ${deadlineId}`,
  resource: ({ deadlineId, serviceTasks }) => ({ kind: 'deadline', id: deadlineId, serviceTasks }),
  open: async (_ring, items, { today }) =>
    items.map((item) =>
      DeadlineAtHand.strip().parse({ ...item, late: item.state === 'running' && item.dueOn < today }),
    ),
});
