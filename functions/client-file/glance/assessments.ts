import * as z from 'zod';
import { maySeeWork } from '../../../shared/access/unit-grants.ts';
import { Assessment } from '../../../shared/domain/assessments/model.ts';
import { glancePart } from './part.ts';

export const AssessmentUnderWay = z
  .strictObject(
    Assessment.pick({
      assessmentId: true,
      caseId: true,
      serviceTasks: true,
      unitId: true,
      responsibleWorkerId: true,
      begunOn: true,
      version: true,
    }).shape,
  )
  .meta({ id: 'AssessmentUnderWay' });

/** Assessments of service needs that are under way, of one's own or of a service task one's grants cover. */
export const assessmentsPart = glancePart({
  letters: 'ca',
  entity: 'assessment',
  dataGroup: 'assessments',
  schema: Assessment,
  mayKnow: (context, { responsibleWorkerId, serviceTasks }) =>
    maySeeWork(context, { workerId: responsibleWorkerId, serviceTasks }),
  order: ({ begunOn, assessmentId }) => `${begunOn} ${assessmentId}`,
  resource: ({ assessmentId, serviceTasks }) => ({ kind: 'assessment', id: assessmentId, serviceTasks }),
  open: async (_ring, assessments) =>
    assessments.map((assessment) => AssessmentUnderWay.strip().parse(assessment)),
});
