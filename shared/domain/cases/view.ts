import * as z from 'zod';
import { CaseContent, CaseHead } from './model.ts';

/** A case as it is read. */
export const CaseView = z
  .strictObject({
    ...CaseHead.pick({
      caseId: true,
      clients: true,
      state: true,
      serviceTasks: true,
      wayOfOpening: true,
      initiator: true,
      openedAt: true,
      unitId: true,
      responsibleWorkerId: true,
      workerIds: true,
      suspendedOn: true,
      closedOn: true,
      closingGround: true,
      dueMonth: true,
      version: true,
    }).shape,
    ...CaseContent.shape,
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;
