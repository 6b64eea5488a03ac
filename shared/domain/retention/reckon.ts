import type { LocalDate } from '../../kernel/local-date.ts';
import { monthOf } from '../../kernel/local-date.ts';
import type { ServiceTask } from '../service-tasks.ts';
import {
  decidingRuleOf,
  dueMonthOf,
  type Events,
  type RetentionClass,
  type RetentionEvent,
  type RetentionQuestion,
  type RetentionRule,
} from './rules.ts';

/** A row of a controller's own plan (C-20): what it is about is a class of ours or a service task. */
export type PlanRule = {
  recordType: string;
  years: number | null;
  startEvent: string | null;
  source: string;
};

/** Why something is due when it is. `dueMonth` is missing while the event has not come, or where it is kept for good. */
export type DueReason = {
  source: string;
  event: string;
  years?: number;
  on?: LocalDate;
  dueMonth?: string;
};
export type Reckoned = { dueMonth?: string; reasons: DueReason[] };

type Unit = Omit<RetentionQuestion, 'serviceTask'> & { serviceTasks: readonly ServiceTask[] };

/**
 * When a disposal unit is due, and why: by the law in force on the day, for each of its service tasks, and by the
 * controller's own plan, which may keep longer and never shorter. The last month counts. Nothing is due while one of
 * these has no answer. Whatever became known late is due this month, not in one that has passed.
 */
export function reckon(unit: Unit, events: Events, on: LocalDate, plan: readonly PlanRule[] = []): Reckoned {
  const { serviceTasks, ...rest } = unit;
  const questions: RetentionQuestion[] =
    serviceTasks.length === 0 ? [rest] : serviceTasks.map((serviceTask) => ({ ...rest, serviceTask }));
  const reasons = questions.flatMap((question) => {
    const decided = decidingRuleOf(question, events, on);
    if (decided === undefined) return [{ source: 'säilytysaikaa ei ole säädetty', event: 'none' }];
    const { rule } = decided;
    return [byLaw(decided, events), ...plan.flatMap((planned) => byPlan(planned, question, rule, events))];
  });
  return lastOf(reasons, on);
}

/** Of things of several classes that go together: the last of their months. */
export const reckonAll = (
  classes: readonly RetentionClass[],
  events: Events,
  on: LocalDate,
  plan: readonly PlanRule[] = [],
): Reckoned =>
  lastOf(
    [...new Set(classes)].flatMap(
      (documentClass) => reckon({ documentClass, serviceTasks: [] }, events, on, plan).reasons,
    ),
    on,
  );

/** What goes together is due when the last of it is. */
export const together = (reckoned: readonly Reckoned[], on: LocalDate): Reckoned =>
  lastOf(
    reckoned.flatMap(({ reasons }) => reasons),
    on,
  );

function lastOf(reasons: DueReason[], on: LocalDate): Reckoned {
  const months = reasons.flatMap(({ dueMonth }) => dueMonth ?? []);
  if (months.length < reasons.length) return { reasons };
  const last = months.toSorted().at(-1);
  if (last === undefined) return { reasons };
  return { dueMonth: last < monthOf(on) ? monthOf(on) : last, reasons };
}

function byLaw({ rule, dueMonth }: { rule: RetentionRule; dueMonth?: string }, events: Events): DueReason {
  const on = events[rule.event];
  return {
    source: rule.source,
    event: rule.event,
    years: rule.years,
    ...(on === undefined || dueMonth === undefined ? {} : { on, dueMonth }),
  };
}

function byPlan(
  planned: PlanRule,
  question: RetentionQuestion,
  rule: RetentionRule,
  events: Events,
): DueReason[] {
  if (planned.recordType !== question.serviceTask && planned.recordType !== question.documentClass) return [];
  const { years, source } = planned;
  const event = planned.startEvent ?? rule.event;
  if (years === null) return [{ source, event }];
  const eventDate = isEvent(event, events) ? events[event] : undefined;
  return [
    {
      source,
      event,
      years,
      ...(eventDate === undefined
        ? {}
        : { on: eventDate, dueMonth: dueMonthOf({ ...rule, years }, eventDate) }),
    },
  ];
}

const isEvent = (event: string, events: Events): event is RetentionEvent => Object.hasOwn(events, event);
