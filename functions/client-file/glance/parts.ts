import * as z from 'zod';
import { AppointmentView } from '../../../shared/domain/appointments/view.ts';
import { DeadlineView } from '../../../shared/domain/deadlines/view.ts';
import { DecisionRow } from '../../../shared/domain/decisions/view.ts';
import { appointmentsPart } from './appointments.ts';
import { AssessmentUnderWay, assessmentsPart } from './assessments.ts';
import { deadlinesPart } from './deadlines.ts';
import { decisionsPart } from './decisions.ts';
import { MatterAtHand, mattersPart } from './matters.ts';
import { NoticeAtHand, noticesPart } from './notices.ts';
import type { GlancePart } from './part.ts';
import { PlanInForce, plansPart } from './plans.ts';
import { ServiceInForce, servicesPart } from './services.ts';
import { TaskAtHand, tasksPart } from './tasks.ts';
import { TransferAtHand, transfersPart } from './transfers.ts';

/**
 * Everything that can be in force or under way for a client. Whoever keeps a new kind of such a thing gives it a row
 * here and below: an item of a kind that is not named is a fault, and a test tells of letters without a row.
 */
export const GLANCE_PARTS = {
  appointments: appointmentsPart,
  assessments: assessmentsPart,
  deadlines: deadlinesPart,
  decisions: decisionsPart,
  matters: mattersPart,
  notices: noticesPart,
  plans: plansPart,
  services: servicesPart,
  tasks: tasksPart,
  transfers: transfersPart,
} as const satisfies Record<string, GlancePart<unknown>>;

/** What of it an answer shows. */
export const UnderWay = z
  .strictObject({
    appointments: z.array(AppointmentView),
    assessments: z.array(AssessmentUnderWay),
    deadlines: z.array(DeadlineView),
    decisions: z.array(DecisionRow),
    matters: z.array(MatterAtHand),
    notices: z.array(NoticeAtHand),
    plans: z.array(PlanInForce),
    services: z.array(ServiceInForce),
    tasks: z.array(TaskAtHand),
    transfers: z.array(TransferAtHand),
  })
  .meta({ id: 'UnderWay' });

/** An item of the span, before its part reads it. */
export const UnderWayItem = z.looseObject({
  entity: z.enum(Object.values(GLANCE_PARTS).map(({ entity }) => entity)),
});
export type UnderWayItem = z.infer<typeof UnderWayItem>;
