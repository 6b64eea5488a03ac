import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** Most openings a worker has in force at once: they lie in the powers, which every request reads. */
export const MOST_OPENINGS = 50;

/** An opening lasts no longer than the controller has said, and may be asked for shorter. */
export function judgeHours(hours: number | undefined, most: number): Finding[] {
  if (hours === undefined || hours <= most) return [];
  return [
    {
      rule: 'opening.withinLimit',
      severity: 'error',
      path: '/body/hours',
      message: {
        fi: `Rekisterinpitäjä sallii avauksen enintään ${most} tunniksi.`,
        sv: `Den personuppgiftsansvariga tillåter en öppning på högst ${most} timmar.`,
        en: `The controller lets an opening last ${most} hours at most.`,
      },
    },
  ];
}

/** An opening for a duty lasts no longer than the controller has said. */
export function judgeDays(days: number, most: number): Finding[] {
  if (days <= most) return [];
  return [
    {
      rule: 'opening.withinLimit',
      severity: 'error',
      path: '/body/days',
      message: {
        fi: `Rekisterinpitäjä sallii avauksen tehtävää varten enintään ${most} päiväksi.`,
        sv: `Den personuppgiftsansvariga tillåter en öppning för en uppgift på högst ${most} dagar.`,
        en: `The controller lets an opening for a duty last ${most} days at most.`,
      },
    },
  ];
}

export const postUnknown = (): Finding => ({
  rule: 'user.postKnown',
  severity: 'error',
  path: '/body/postId',
  message: {
    fi: 'Virkaa tai tointa ei ole tai se on lakannut.',
    sv: 'Tjänsten eller befattningen finns inte eller har upphört.',
    en: 'There is no such post, or it has ended.',
  },
});

/** What is signed is put on record afterwards, not before. */
export function judgeSigning(signedOn: LocalDate, today: LocalDate): Finding[] {
  if (signedOn <= today) return [];
  return [
    {
      rule: 'user.signedAlready',
      severity: 'error',
      path: '/body/signedOn',
      message: {
        fi: 'Allekirjoituspäivä on tulevaisuudessa.',
        sv: 'Undertecknandets datum är i framtiden.',
        en: 'The day of signing is in the future.',
      },
    },
  ];
}
