import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** What no single field of a plan can say. Pure; all findings at once. */

/** @param latest the last day that the law leaves for the review, where it sets one. */
export function judgeReviewBy(
  reviewBy: LocalDate | undefined,
  from: LocalDate,
  latest: LocalDate | undefined,
): Finding[] {
  if (reviewBy === undefined) return [];
  if (reviewBy <= from) {
    return [
      {
        rule: 'plan.reviewBeforePlan',
        severity: 'error',
        path: '/body/reviewBy',
        source: '1301/2014 § 39',
        message: {
          fi: 'Tarkistuspäivä ei ole suunnitelman jälkeen.',
          sv: 'Dagen för översyn är inte efter planen.',
          en: 'The day of the review is not after the plan.',
        },
      },
    ];
  }
  if (latest === undefined || reviewBy <= latest) return [];
  return [
    {
      rule: 'plan.reviewTooLate',
      severity: 'error',
      path: '/body/reviewBy',
      source: '417/2007 § 30',
      message: {
        fi: 'Lapsen asiakassuunnitelma on tarkistettava vähintään kerran vuodessa.',
        sv: 'Ett barns klientplan ska ses över minst en gång om året.',
        en: "A child's client plan is reviewed at least once a year.",
      },
    },
  ];
}

/** A plan is reviewed or ended today or before, and not before it was made. */
export function judgeDay(
  on: LocalDate,
  madeOn: LocalDate,
  today: LocalDate,
  field: 'reviewedOn' | 'endedOn',
): Finding[] {
  if (madeOn <= on && on <= today) return [];
  return [
    {
      rule: 'plan.dayInOrder',
      severity: 'error',
      path: `/body/${field}`,
      source: '1301/2014 § 39',
      message: {
        fi: 'Päivä on tulevaisuudessa tai ennen suunnitelman laatimista.',
        sv: 'Dagen är i framtiden eller före planen gjordes upp.',
        en: 'The day is in the future, or before the plan was made.',
      },
    },
  ];
}
