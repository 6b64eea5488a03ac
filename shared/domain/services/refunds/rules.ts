import type { Finding, Sentence } from '../../../kernel/finding.ts';
import { addDays, addMonths, addYears, type LocalDate } from '../../../kernel/local-date.ts';
import type { RefundContent, RefundGround, RefundMark } from './model.ts';

/** For how long the state refunds on each ground, and which of them ask for its decision first. Pure. */

type Rule = {
  source: string;
  months?: number;
  monthsOfQuota?: number;
  untilAge?: number;
  /** Whether a decision of the state's authority comes first. */
  decided?: true;
  /** Whether whoever it is paid for is a refugee (list 1.2.246.537.6.1229, 2). */
  refugee: boolean;
};

/** As amended by 1100/2024, from 1.1.2025. How the times of those run who were received before, was not read. */
export const REFUND_RULES: Readonly<Record<RefundGround, Rule>> = {
  integration: { source: '681/2023 62 §', months: 24, monthsOfQuota: 36, refugee: true },
  assistance: { source: '681/2023 63 §', months: 12, refugee: true },
  specialCosts: { source: '681/2023 65 §', months: 120, decided: true, refugee: true },
  return: { source: '681/2023 66 §', refugee: false },
  traffickingVictim: { source: '681/2023 68 §', refugee: false },
  unaccompaniedMinor: { source: '681/2023 69 §', untilAge: 23, decided: true, refugee: true },
};

type Marked = Pick<RefundMark, 'ground' | 'quota' | 'from'>;

/** The last day that the law allows; none where it sets none, or where it runs by an age that is not known. */
export function lastDayOf(
  { ground, quota, from }: Marked,
  birthDate: LocalDate | undefined,
): LocalDate | undefined {
  const { months, monthsOfQuota, untilAge } = REFUND_RULES[ground];
  const length = quota ? (monthsOfQuota ?? months) : months;
  if (length !== undefined) return addDays(addMonths(from, length), -1);
  return untilAge === undefined || birthDate === undefined
    ? undefined
    : addDays(addYears(birthDate, untilAge), -1);
}

type Days = { from: LocalDate; to?: LocalDate | undefined };

/** Whether two have a day of the same; without a last day it goes on. */
const haveDayInCommon = (one: Days, other: Days): boolean =>
  (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);

/** The days on which it holds: the first day of its end is not among them. None of one that was made in error. */
function daysOf({ from, to, ended }: RefundMark): Days[] {
  if (ended === undefined) return [{ from, to }];
  const before = addDays(ended.on, -1);
  const last = to === undefined || before < to ? before : to;
  return ended.ground === 'markedInError' || last < from ? [] : [{ from, to: last }];
}

/** Whether it holds on a day. */
export const isRefunded = (mark: RefundMark, on: LocalDate): boolean =>
  daysOf(mark).some((days) => haveDayInCommon(days, { from: on, to: on }));

/** Whether it holds on a day, or will. */
export const goesOn = (mark: RefundMark, on: LocalDate): boolean =>
  daysOf(mark).some((days) => haveDayInCommon(days, { from: on }));

/** Erityisryhmä: whether the client is a refugee for whom the state refunds on this day. */
export const isRefugee = (marks: readonly RefundMark[], on: LocalDate): boolean =>
  marks.some((mark) => REFUND_RULES[mark.ground].refugee && isRefunded(mark, on));

const error = (rule: string, path: string, source: string, message: Sentence): Finding => ({
  rule: `refund.${rule}`,
  severity: 'error',
  path,
  source,
  message,
});

/** Until the end of the second year after the one in which it was done: by then the refund is applied for (70 §). */
export const applyBy = (year: number): string => `${year + 2}-12-31`;

export function judgeRefund(
  mark: Marked & { to?: LocalDate | undefined },
  content: RefundContent,
  known: { today: LocalDate; birthDate: LocalDate | undefined; marks: readonly RefundMark[] },
): Finding[] {
  const { ground, from, to } = mark;
  const { source, decided } = REFUND_RULES[ground];
  const last = lastDayOf(mark, known.birthDate);
  const days = { from, to: to ?? last };
  const isMarked = known.marks.some(
    (one) => one.ground === ground && daysOf(one).some((marked) => haveDayInCommon(marked, days)),
  );
  return [
    ...(from > known.today || (to !== undefined && to < from)
      ? [
          error('daysInOrder', '/body/from', '681/2023 59 §', {
            fi: 'Alkamispäivä on tulevaisuudessa, tai korvaus päättyy ennen kuin se alkaa.',
            sv: 'Den första dagen är i framtiden, eller så upphör ersättningen innan den börjar.',
            en: 'The first day is in the future, or the refund ends before it begins.',
          }),
        ]
      : []),
    ...(decided === true && content.decision === undefined
      ? [
          error('decisionNeeded', '/body/content/decision', source, {
            fi: 'Korvaus edellyttää valtion viranomaisen päätöstä.',
            sv: 'Ersättningen förutsätter ett beslut av statens myndighet.',
            en: 'The refund asks for a decision of the state’s authority first.',
          }),
        ]
      : []),
    ...(content.decision !== undefined && content.decision.on > known.today
      ? [
          error('decisionMade', '/body/content/decision/on', source, {
            fi: 'Valtion viranomaisen päätöksen päivä on tulevaisuudessa.',
            sv: 'Dagen för beslutet av statens myndighet är i framtiden.',
            en: 'The day of the decision of the state’s authority is in the future.',
          }),
        ]
      : []),
    ...(isMarked
      ? [
          error('markedAlready', '/body/ground', source, {
            fi: 'Asiakkaalla on jo tämä korvausperuste näinä päivinä. Päätä se ensin.',
            sv: 'Klienten har redan denna ersättningsgrund under dessa dagar. Avsluta den först.',
            en: 'The client has a refund on this ground on these days already. End it first.',
          }),
        ]
      : []),
    ...(last !== undefined && to !== undefined && to > last
      ? [
          {
            ...error('longerThanLaw', '/body/to', source, {
              fi: `Valtio korvaa enintään päivään ${last} asti.`,
              sv: `Staten ersätter högst till och med ${last}.`,
              en: `The state refunds until ${last} at most.`,
            }),
            severity: 'warning' as const,
          },
        ]
      : []),
  ];
}
