import * as z from 'zod';
import { CaseContent, CaseHead } from './model.ts';

/**
 * A case as it is read in the file of one of its clients. Who the others are stands in no list: that a case is
 * shared is said, and a read of the case itself names those the worker may know (docs/decisions/0020).
 */
export const CaseView = z
  .strictObject({
    ...CaseHead.pick({
      caseId: true,
      state: true,
      serviceTasks: true,
      wayOfOpening: true,
      initiator: true,
      openedAt: true,
      joinedAt: true,
      unitId: true,
      responsibleWorkerId: true,
      workerIds: true,
      referredTo: true,
      suspendedOn: true,
      closedOn: true,
      closingGround: true,
      dueMonth: true,
      version: true,
    }).shape,
    /** Yhteinen asia: of several clients. */
    shared: z.boolean(),
    ...CaseContent.shape,
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;
