import { addYears, type LocalDate } from '../../kernel/local-date.ts';
import { type RuleKey, ruleOn } from '../deadlines/norms/norms.ts';
import type { SocialService } from '../social-services.ts';

/** Päätöksen toimeenpano: by when what was granted begins (1301/2014 45 §). */

/** Mielenterveystyön palvelut (1301/2014 14 § 18 k.), to a person younger than this when the matter was opened. */
const YOUNG_UNTIL = 23;
const isOfMentalHealth = (service: SocialService): boolean => service === 'mentalHealthServices';

/** Whether a decision may begin the shorter time: then the birth date has to be known. */
export const asksForAge = (services: readonly SocialService[]): boolean => services.some(isOfMentalHealth);

/**
 * The times of a granting decision: three months, and one month for a mental-health service of a person under 23 in a
 * matter opened since that is the law (1108/2024). A decision that grants other services too has both times.
 */
export function carriedOutRules(
  services: readonly SocialService[],
  { openedOn, birthDate }: { openedOn: LocalDate; birthDate: LocalDate | undefined },
): RuleKey[] {
  const isYoung = birthDate !== undefined && openedOn < addYears(birthDate, YOUNG_UNTIL);
  const isInForce = ruleOn('mentalHealthCarriedOut', openedOn).validity.from <= openedOn;
  if (!isYoung || !isInForce || !asksForAge(services)) return ['decisionCarriedOut'];
  return services.every(isOfMentalHealth)
    ? ['mentalHealthCarriedOut']
    : ['mentalHealthCarriedOut', 'decisionCarriedOut'];
}

/** The times that a service meets when it begins, of those that still run for its decision. */
export function metByService(service: SocialService, running: readonly RuleKey[]): RuleKey[] {
  const hasOwn = running.includes('mentalHealthCarriedOut');
  const met: readonly RuleKey[] =
    hasOwn && isOfMentalHealth(service)
      ? ['mentalHealthCarriedOut']
      : ['urgentDecisionCarriedOut', 'decisionCarriedOut'];
  return running.filter((rule) => met.includes(rule));
}
