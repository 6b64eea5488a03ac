import * as z from 'zod';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { openCases } from '../../../shared/domain/cases/store.ts';
import { CaseView } from '../../../shared/domain/cases/view.ts';
import type { Deadline } from '../../../shared/domain/deadlines/model.ts';
import { DeadlineView, viewOf } from '../../../shared/domain/deadlines/view.ts';
import { DecisionRow, rowOf } from '../../../shared/domain/decisions/view.ts';
import type { Then } from '../../../shared/domain/earlier.ts';
import { ClientId } from '../../../shared/kernel/id.ts';
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
const known = {
  knownFrom: Instant.optional(),
  /** Of a file that was merged into this one. */
  mergedClientId: ClientId.optional(),
};

/** A version names what stands today, to be changed: of a past day nothing is. */
export const CaseThen = CaseView.omit({ version: true, dueMonth: true }).extend(known);
/** Whether a charge is recorded is said of today alone. */
const ServiceThen = ServiceInForce.omit({ version: true, charging: true });
export const InForceThen = z
  .strictObject({
    decisions: z.array(DecisionRow.omit({ version: true }).extend(known)),
    services: z.array(ServiceThen.extend(known)),
    plans: z.array(PlanInForce.omit({ version: true }).extend(known)),
    deadlines: z.array(DeadlineView.omit({ version: true }).extend(known)),
  })
  .meta({ id: 'InForceThen' });

/** The day, and whose file it is that is read. */
type Day = { on: LocalDate; moment: Instant; own: ClientId };

/** What is said of a row beside it. */
const besideOf = ({ knownFrom, item }: Then<{ clientId?: ClientId | undefined }>, own: ClientId) => ({
  ...(knownFrom === undefined ? {} : { knownFrom }),
  ...(item.clientId === undefined || item.clientId === own ? {} : { mergedClientId: item.clientId }),
});

export function inForceThen(stood: readonly Stood[], day: Day): z.infer<typeof InForceThen> {
  return {
    decisions: stood
      .flatMap((one) => one.decisions)
      .map((then) => ({
        ...withoutVersion(rowOf(then.item, day.on)),
        ...besideOf(then, day.own),
      })),
    services: stood
      .flatMap((one) => one.services)
      .map((then) => ({
        ...ServiceThen.strip().parse(then.item),
        ...besideOf(then, day.own),
      })),
    plans: stood
      .flatMap((one) => one.plans)
      .map((then) => {
        const late = then.item.reviewBy !== undefined && then.item.reviewBy < day.on;
        return {
          ...withoutVersion(PlanInForce.strip().parse({ ...then.item, late })),
          ...besideOf(then, day.own),
        };
      }),
    deadlines: stood.flatMap((one) => one.deadlines).map((then) => deadlineThen(then, day)),
  };
}

/** What was told of its lateness by then. */
function deadlineThen(then: Then<Deadline>, day: Day) {
  const { on, moment } = day;
  const { lateness, escalatedOn, ...rest } = then.item;
  const told: Deadline = {
    ...rest,
    ...(lateness === undefined || lateness.at >= moment ? {} : { lateness }),
    ...(escalatedOn === undefined || escalatedOn > on ? {} : { escalatedOn }),
  };
  return { ...withoutVersion(viewOf(told, { now: moment, today: on })), ...besideOf(then, day.own) };
}

/** Cases of one file by the names they have today. One whose closing is all that is known of it was open. */
export async function openCasesThen(
  ring: KeyRing,
  { cases }: Stood,
  own: ClientId,
): Promise<z.infer<typeof CaseThen>[]> {
  const views = await openCases(
    ring,
    cases.map(({ item }) => item),
  );
  return cases.flatMap((then) => {
    const opened = views.find(({ caseId }) => caseId === then.item.caseId);
    if (opened === undefined) return [];
    const { version: _today, dueMonth: _due, closedOn: _on, closingGround: _ground, ...view } = opened;
    const state = view.state === 'closed' ? 'open' : view.state;
    return [{ ...view, state, ...besideOf(then, own) }];
  });
}

/** Groups of data beside the cases. */
export const groupsThen = (stood: readonly Stood[]): DataGroup[] =>
  (['decisions', 'services', 'plans', 'deadlines'] as const).filter((group) =>
    stood.some((one) => one[group].length > 0),
  );

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
