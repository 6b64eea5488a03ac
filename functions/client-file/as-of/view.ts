import * as z from 'zod';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { openCases } from '../../../shared/domain/cases/store.ts';
import { CaseView } from '../../../shared/domain/cases/view.ts';
import type { Deadline } from '../../../shared/domain/deadlines/model.ts';
import { DeadlineView, viewOf } from '../../../shared/domain/deadlines/view.ts';
import { DecisionRow, rowOf } from '../../../shared/domain/decisions/view.ts';
import type { Then } from '../../../shared/domain/earlier.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { DataGroup, Resource } from '../../../shared/trail/event.ts';
import { PlanInForce } from '../glance/plans.ts';
import { ServiceInForce } from '../glance/services.ts';
import type { Stood } from './stood.ts';

/**
 * Where history begins: how the item stood is known from this moment on, which is after the day. What is shown is the
 * first that is known. Left out where the item is shown as it stood.
 */
const known = { knownFrom: Instant.optional() };

/** A version names what stands today, to be changed: of a past day nothing is. */
export const CaseThen = CaseView.omit({ version: true, dueMonth: true }).extend(known);
export const InForceThen = z
  .strictObject({
    decisions: z.array(DecisionRow.omit({ version: true }).extend(known)),
    services: z.array(ServiceInForce.omit({ version: true }).extend(known)),
    plans: z.array(PlanInForce.omit({ version: true }).extend(known)),
    deadlines: z.array(DeadlineView.omit({ version: true }).extend(known)),
  })
  .meta({ id: 'InForceThen' });

type Day = { on: LocalDate; moment: Instant };

const knownOf = ({ knownFrom }: { knownFrom?: Instant }) => (knownFrom === undefined ? {} : { knownFrom });

export function inForceThen(stood: Stood, day: Day): z.infer<typeof InForceThen> {
  return {
    decisions: stood.decisions.map((then) => ({
      ...withoutVersion(rowOf(then.item, day.on)),
      ...knownOf(then),
    })),
    services: stood.services.map((then) => ({
      ...withoutVersion(ServiceInForce.strip().parse(then.item)),
      ...knownOf(then),
    })),
    plans: stood.plans.map((then) => {
      const late = then.item.reviewBy !== undefined && then.item.reviewBy < day.on;
      return { ...withoutVersion(PlanInForce.strip().parse({ ...then.item, late })), ...knownOf(then) };
    }),
    deadlines: stood.deadlines.map((then) => deadlineThen(then, day)),
  };
}

/** What was told of its lateness by then. */
function deadlineThen(then: Then<Deadline>, { on, moment }: Day) {
  const { lateness, escalatedOn, ...rest } = then.item;
  const told: Deadline = {
    ...rest,
    ...(lateness === undefined || lateness.at >= moment ? {} : { lateness }),
    ...(escalatedOn === undefined || escalatedOn > on ? {} : { escalatedOn }),
  };
  return { ...withoutVersion(viewOf(told, { now: moment, today: on })), ...knownOf(then) };
}

/** Cases by the names they have today. One whose closing is all that is known of it was open. */
export async function openCasesThen(ring: KeyRing, { cases }: Stood): Promise<z.infer<typeof CaseThen>[]> {
  const opened = await openCases(
    ring,
    cases.map(({ item }) => item),
  );
  return opened.map(
    ({ version: _today, dueMonth: _due, closedOn: _on, closingGround: _ground, ...view }, nth) => ({
      ...view,
      ...(view.state === 'closed' ? { state: 'open' as const } : {}),
      ...knownOf(cases[nth] ?? {}),
    }),
  );
}

/** Groups of data beside the cases. */
export const groupsThen = ({ decisions, services, plans, deadlines }: Stood): DataGroup[] => [
  ...(decisions.length > 0 ? ['decisions' as const] : []),
  ...(services.length > 0 ? ['services' as const] : []),
  ...(plans.length > 0 ? ['plans' as const] : []),
  ...(deadlines.length > 0 ? ['deadlines' as const] : []),
];

function withoutVersion<View extends { version: number }>({ version: _today, ...view }: View) {
  return view;
}

export const resourcesThen = ({ cases, decisions, services, plans, deadlines }: Stood): Resource[] => [
  ...cases.map(({ item }) => ({ kind: 'case' as const, id: item.caseId, serviceTasks: item.serviceTasks })),
  ...decisions.map(({ item }) => ({
    kind: 'decision' as const,
    id: item.decisionId,
    serviceTasks: item.serviceTasks,
  })),
  ...services.map(({ item }) => ({
    kind: 'service' as const,
    id: item.clientServiceId,
    serviceTasks: [item.serviceTask],
  })),
  ...plans.map(({ item }) => ({ kind: 'plan' as const, id: item.planId, serviceTasks: item.serviceTasks })),
  ...deadlines.map(({ item }) => ({
    kind: 'deadline' as const,
    id: item.deadlineId,
    serviceTasks: item.serviceTasks,
  })),
];
