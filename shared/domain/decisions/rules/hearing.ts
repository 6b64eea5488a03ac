import type { Finding } from '../../../kernel/finding.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Concerned, Hearing, OmissionGround } from '../concerned-model.ts';
import { kindOf } from '../kinds.ts';
import type { DecisionHead } from '../model.ts';
import { finding } from './finding.ts';

/** Kuuleminen: whether everybody was heard who should be, before anything is decided. */

type Judged = Pick<DecisionHead, 'kind' | 'concerned' | 'result'>;

/** A party who was asked and is silent when the set day is over does not stop the deciding (434/2003 33 §). */
export const isHeard = (hearing: Hearing, today: LocalDate): boolean =>
  hearing.state === 'answered' ||
  hearing.state === 'omitted' ||
  (hearing.state === 'silent' && (hearing.answerBy === undefined || hearing.answerBy < today));

/**
 * Of kinds that ask for a hearing an unheard party is an error; of others it is asked about where the decision goes
 * against somebody, for an applicant has been heard by the own application (34 § 2 mom.).
 */
export function judgeHearing({ kind, concerned, result }: Judged, today: LocalDate): Finding[] {
  const { hearing, law } = kindOf(kind);
  if (hearing === 'asNeeded' && result !== 'rejecting') return [];
  const severity = hearing === 'needed' ? ('error' as const) : ('warning' as const);
  return concerned.flatMap((one, nth) =>
    isHeard(one.hearing, today)
      ? []
      : [
          finding('heard', severity, `/concerned/${nth}/hearing`, `434/2003 34 §; ${law}`, {
            fi: 'Asianosaista ei ole kuultu eikä kuulematta jättämisen perustetta ole kirjattu.',
            sv: 'Parten har inte hörts och grunden för att låta bli har inte antecknats.',
            en: 'The party has not been heard, and no ground for leaving it is recorded.',
          }),
        ],
  );
}

const CHILD_WELFARE: readonly OmissionGround[] = [
  'noContactAndNotIndispensable',
  'whereaboutsUnknown',
  'seriousDangerToChild',
  'delayWouldHarm',
  'tooYoung',
];

/** The grounds of 417/2007 are for child welfare alone, and a child's age for the child. */
export function judgeOmission(
  { kind }: Pick<DecisionHead, 'kind'>,
  { roles }: Pick<Concerned, 'roles'>,
  ground: OmissionGround,
): Finding[] {
  const isOfChildWelfare = kindOf(kind).tasks.includes('childWelfare');
  const isWrong =
    (CHILD_WELFARE.includes(ground) && !isOfChildWelfare) ||
    (ground === 'tooYoung' && !roles.includes('client'));
  if (!isWrong) return [];
  return [
    finding('omissionGround', 'error', '/body/ground', '434/2003 34 § 2 mom.; 417/2007 42 § 3 mom., 39 a §', {
      fi: 'Peruste ei sovi tähän asiaan tai asianosaiseen.',
      sv: 'Grunden passar inte detta ärende eller denna part.',
      en: 'The ground does not fit this matter or this party.',
    }),
  ];
}
