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

/** Whether it holds on a day. */
export const isRefunded = ({ from, to, ended }: RefundMark, on: LocalDate): boolean =>
  from <= on && (to === undefined || on <= to) && (ended === undefined || on < ended.on);

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
  const isMarked = known.marks.some(
    (one) => one.ground === ground && one.ended === undefined && (one.to === undefined || from <= one.to),
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
    ...(isMarked
      ? [
          error('markedAlready', '/body/ground', source, {
            fi: 'Asiakkaalla on jo tämä korvausperuste. Päätä se ensin.',
            sv: 'Klienten har redan denna ersättningsgrund. Avsluta den först.',
            en: 'The client has a refund on this ground already. End it first.',
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
