import * as z from 'zod';
import { ASSESSMENT_ACTIONS } from '../../../shared/access/actions/assessments.ts';
import { mayUseAssessment } from '../../../shared/access/visible-assessments.ts';
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

/** Assessments of service needs that are under way, as far as the worker may know of them. */
export const assessmentsPart = glancePart({
  letters: 'ca',
  list: ASSESSMENT_ACTIONS.list,
  entity: 'assessment',
  dataGroup: 'assessments',
  schema: Assessment,
  mayKnow: mayUseAssessment,
  order: ({ begunOn, assessmentId }) => `${begunOn} ${assessmentId}`,
  resource: ({ assessmentId, serviceTasks }) => ({ kind: 'assessment', id: assessmentId, serviceTasks }),
  open: async (_ring, assessments) =>
    assessments.map((assessment) => AssessmentUnderWay.strip().parse(assessment)),
});
