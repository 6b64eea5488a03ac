import type { RuleKey } from '../deadlines/norms/norms.ts';
import { isAssistance } from '../social-services.ts';
import type { IntakeMatter } from './model.ts';
import type { IntakeRecord } from './record.ts';

/** Which times of the law a matter has (1301/2014 § 36; 417/2007 § 26; 1412/1997 §§ 14 a–14 d). Pure. */

type Timed = Pick<IntakeMatter, 'kind' | 'serviceTasks' | 'urgency'>;
type Learnt = Pick<IntakeRecord, 'subjects' | 'services' | 'statesNeed' | 'assistance'>;

export const URGENT: readonly RuleKey[] = ['urgentNeed', 'protectionUrgentNeed'];
const START: readonly RuleKey[] = [
  'assessmentStart',
  'assessmentStartOther',
  'supportAssessmentStart',
  'protectionAssessmentStart',
];
const READY: readonly RuleKey[] = ['supportAssessmentReady', 'protectionAssessmentReady'];

/** From the arrival of an application for social assistance to its decision and to a talk that was asked for. */
export const ASSISTANCE: readonly RuleKey[] = ['assistanceDecision', 'assistanceUrgent', 'assistanceTalk'];

/** The rules of a matter as far as it is known: one time for all its persons, the shortest that any of them has. */
export function rulesOf(matter: Timed, record: Learnt): RuleKey[] {
  if (!isOfAssistance(matter, record)) return rulesOfNeed(matter, record);
  return [
    ...(assessesNeed(matter, record) ? rulesOfNeed(matter, record) : ['urgentNeed' as const]),
    ...rulesOfAssistance(matter, record),
  ];
}

/** An application for supplementary or preventive social assistance (1412/1997), alone or among other services. */
const isOfAssistance = ({ kind }: Pick<Timed, 'kind'>, { services }: Pick<Learnt, 'services'>): boolean =>
  kind === 'application' && services.some(isAssistance);

/**
 * Social assistance is decided on its application, whose urgency is looked at once. That the need for services is
 * assessed too is not begun by it, but by a need that the application or the worker states (1301/2014 § 36), by other
 * services that are applied for, or by the task of child welfare (docs/decisions/0061).
 */
const assessesNeed = (
  { serviceTasks }: Pick<Timed, 'serviceTasks'>,
  { services, statesNeed }: Pick<Learnt, 'services' | 'statesNeed'>,
): boolean =>
  statesNeed === true ||
  services.some((service) => !isAssistance(service)) ||
  serviceTasks.includes('childWelfare');

/** 1412/1997 §§ 14 a, 14 b, 14 d. */
const rulesOfAssistance = ({ urgency }: Timed, { assistance }: Learnt): RuleKey[] => [
  'assistanceDecision',
  ...(urgency?.result === 'urgent' ? ['assistanceUrgent' as const] : []),
  ...(assistance?.wantsTalk === true ? ['assistanceTalk' as const] : []),
];

function rulesOfNeed(
  { serviceTasks }: Pick<Timed, 'serviceTasks'>,
  { subjects }: Pick<IntakeRecord, 'subjects'>,
): RuleKey[] {
  if (serviceTasks.includes('childWelfare')) {
    return ['protectionUrgentNeed', 'protectionAssessmentStart', 'protectionAssessmentReady'];
  }
  if (subjects.some(({ childInNeedOfSpecialSupport }) => childInNeedOfSpecialSupport === true)) {
    return ['urgentNeed', 'supportAssessmentStart', 'supportAssessmentReady'];
  }
  const within7Days = subjects.some(
    ({ over75, highestCareAllowance, disabled }) =>
      over75 === true || highestCareAllowance === true || disabled === true,
  );
  return ['urgentNeed', within7Days ? 'assessmentStart' : 'assessmentStartOther'];
}

/** Whether a time is one that ends when the assessment begins, or when it is ready. */
export const isAssessmentStart = (rule: RuleKey): boolean => START.includes(rule);
export const isAssessmentReady = (rule: RuleKey): boolean => READY.includes(rule);
