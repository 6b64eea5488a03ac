import * as z from 'zod';
import { type DateRange, inForce } from '../../kernel/date-range.ts';
import { addDays, addMonths, addYears, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { RETENTION_RULES } from './annex.ts';

/** By which row of the law something is kept (`annex.ts`), and until when. */
export const RetentionClass = z
  .enum([
    // Asiakkuusasiakirja ja asiakkaan perustiedot
    'clienthood',
    // Documents of a service task
    'case',
    'caseNote',
    'document',
    // Tosite; asiakasmaksupäätös ja tuloselvitys; yhteydenpito; kopio lausunnosta; video- ja äänitallenne
    'voucher',
    'feeDecision',
    'correspondence',
    'statementCopy',
    'recording',
    // Loki ja luovutusilmoitus; luovutuslupa, suostumus, kielto
    'log',
    'permitOrDenial',
  ])
  .meta({ id: 'RetentionClass' });
export type RetentionClass = z.infer<typeof RetentionClass>;

/** The events from which periods run. `lastCaseClosed`: and the need of disability services has ended. */
export type RetentionEvent =
  | 'clientDied'
  | 'childBorn'
  | 'caseClosed'
  | 'lastCaseClosed'
  | 'drawnUp'
  | 'decisionEnded'
  | 'messageDated'
  | 'useEnded'
  | 'logged'
  | 'replaced';

export type RetentionRule = {
  documentClasses: readonly RetentionClass[];
  serviceTasks?: readonly ServiceTask[];
  /** Of family law: matters about a child, or others. Of permits: the newest version, or earlier ones. */
  only?: 'aboutChild' | 'notAboutChild' | 'newestVersion' | 'earlierVersion';
  event: RetentionEvent;
  years: number;
  source: string;
  validity: DateRange;
  /**
   * Siirtymäsäännös: whether it decides of what is older too. `alsoEarlier`, as 703/2023 § 101 says of the annex:
   * of everything from its first day on. `eventsFrom`: of what happened from its first day on; of earlier events the row
   * before it goes on deciding.
   */
  reaches: 'alsoEarlier' | 'eventsFrom';
};

export type RetentionQuestion = {
  documentClass: RetentionClass;
  serviceTask?: ServiceTask;
  /** Left open, a family-law matter counts as one about a child: kept longer. */
  aboutChild?: boolean;
  /** Left open, a permit or denial counts as the newest: kept longer. */
  newestVersion?: boolean;
};

export type Events = Partial<Record<RetentionEvent, LocalDate>>;

/** Rows that answer, in force, enacted to come, or repealed: the latest first. */
const rowsFor = (question: RetentionQuestion, law: readonly RetentionRule[]): RetentionRule[] =>
  law
    .filter((rule) => answers(rule, question))
    .toSorted((a, b) => (a.validity.from < b.validity.from ? 1 : -1));

/**
 * The row that decides on a day; undefined where none does, and such a thing is never due. Of an event that came before a
 * row which does not reach back the earlier one decides, repealed as it is.
 */
export function retentionRuleOf(
  question: RetentionQuestion,
  on: LocalDate,
  events: Events = {},
  law: readonly RetentionRule[] = RETENTION_RULES,
): RetentionRule | undefined {
  const begun = rowsFor(question, law).filter(({ validity }) => validity.from <= on);
  const [latest] = begun;
  const isBefore = ({ reaches, event, validity }: RetentionRule): boolean => {
    const day = events[event];
    return reaches === 'eventsFrom' && day !== undefined && day < validity.from;
  };
  const decides = begun.find((rule) => !isBefore(rule));
  if (decides === undefined || decides === latest)
    return latest !== undefined && decides === latest && inForce(latest.validity, on) ? latest : undefined;
  return decides;
}

/**
 * The row that will have decided when the thing is due, and that month: one that is enacted to come decides from its first
 * day, so that a list of a month after it is told by it today. Without the event there is no month.
 */
export function decidingRuleOf(
  question: RetentionQuestion,
  events: Events,
  on: LocalDate,
  law: readonly RetentionRule[] = RETENTION_RULES,
): { rule: RetentionRule; dueMonth?: string } | undefined {
  const changes = law
    .filter((rule) => answers(rule, question))
    .flatMap(({ validity: { from, to } }) => [from, ...(to === undefined ? [] : [addDays(to, 1)])])
    .filter((day) => day > on);
  const days = [on, ...new Set(changes.toSorted())];
  let last: { rule: RetentionRule; dueMonth?: string } | undefined;
  for (const [nth, day] of days.entries()) {
    const rule = retentionRuleOf(question, day, events, law);
    const event = rule && events[rule.event];
    const counted = rule === undefined || event === undefined ? undefined : dueMonthOf(rule, event);
    // What a later row makes due at once is due when it comes into force.
    const dueMonth = nth > 0 && counted !== undefined && counted < monthOf(day) ? monthOf(day) : counted;
    last = rule === undefined ? undefined : { rule, ...(dueMonth === undefined ? {} : { dueMonth }) };
    const next = days[nth + 1];
    if (next !== undefined && dueMonth !== undefined && dueMonth < monthOf(next)) return last;
  }
  return last;
}

function answers(rule: RetentionRule, question: RetentionQuestion): boolean {
  const { documentClass, serviceTask, aboutChild = true, newestVersion = true } = question;
  const isOfTask =
    rule.serviceTasks === undefined || (serviceTask !== undefined && rule.serviceTasks.includes(serviceTask));
  const only = {
    aboutChild,
    notAboutChild: !aboutChild,
    newestVersion,
    earlierVersion: !newestVersion,
  };
  return rule.documentClasses.includes(documentClass) && isOfTask && (rule.only ? only[rule.only] : true);
}

/**
 * `YYYY-MM`: the first month after the period has run out. Ten years from 24 November 2026 run out with
 * 24 November 2036, so the due month is December 2036.
 */
export const dueMonthOf = ({ years }: Pick<RetentionRule, 'years'>, eventDate: LocalDate): string =>
  monthOf(addMonths(addYears(eventDate, years), 1));
