import * as z from 'zod';
import { isLate, lacksReason, ruleOf } from './lateness.ts';
import { Deadline, LatenessReason } from './model.ts';

/** A deadline as it is listed: codes and days. Words about its lateness are read in the file alone. */
export const DeadlineView = z
  .strictObject({
    ...Deadline.pick({
      deadlineId: true,
      rule: true,
      subject: true,
      clientId: true,
      caseId: true,
      serviceTasks: true,
      unitId: true,
      workerId: true,
      startedOn: true,
      dueOn: true,
      dueAt: true,
      state: true,
      endedOn: true,
      cancelGround: true,
      escalatedOn: true,
      version: true,
    }).shape,
    purpose: z.enum(['duty', 'limit', 'option', 'presumption']),
    /** Until when it stands still. */
    pausedUntil: Deadline.shape.dueOn.optional(),
    extended: z.boolean(),
    /** Runs, and its last day or minute has passed. */
    late: z.boolean(),
    reason: LatenessReason.optional(),
    /** Was exceeded, and nobody has said why. */
    reasonMissing: z.boolean(),
  })
  .meta({ id: 'DeadlineView' });
export type DeadlineView = z.infer<typeof DeadlineView>;

const SHOWN = DeadlineView.omit({
  purpose: true,
  pausedUntil: true,
  extended: true,
  late: true,
  reason: true,
  reasonMissing: true,
}).keyof().options;

export function viewOf(deadline: Deadline, moment: Parameters<typeof isLate>[1]): DeadlineView {
  const shown = Object.fromEntries(
    SHOWN.map((field) => [field, deadline[field]]).filter(([, value]) => value !== undefined),
  );
  const { state, pauses, lateness, extension } = deadline;
  const pause = state === 'paused' ? pauses.at(-1) : undefined;
  return DeadlineView.parse({
    ...shown,
    purpose: ruleOf(deadline).purpose,
    ...(pause === undefined ? {} : { pausedUntil: pause.until }),
    extended: extension !== undefined,
    late: isLate(deadline, moment),
    ...(lateness === undefined ? {} : { reason: lateness.reason }),
    reasonMissing: lacksReason(deadline, moment),
  });
}
