import type { Finding } from '../../kernel/finding.ts';
import { HEALTH, PRIVATE } from '../role-groups.ts';
import { grantError as error } from './grant-error.ts';
import type { Judged } from './rules.ts';

/** What grants of the roles need that have no clients of their own. */

/** Opiskelija: under the guidance of a named professional, and for the training period only (457/2024 § 21). */
export function judgeGuide({ content: { role, guidedBy, range }, user, isGuideKnown }: Judged): Finding[] {
  const findings: Finding[] = [];
  const isNamed = guidedBy !== undefined;
  if ((role === 'student') !== isNamed || (isNamed && (!isGuideKnown || guidedBy === user.userId))) {
    findings.push(
      error(
        'guideNamed',
        '/guidedBy',
        {
          fi: 'Opiskelijalle nimetään ohjaaja, jolla on ohjattavan tehtävän käyttöoikeus, eikä muille.',
          sv: 'För en studerande anges en handledare med åtkomsträtt i uppgiften, för andra inte.',
          en: 'A student’s grant names a guide who has a grant in the task that is learnt, and no other grant does.',
        },
        '457/2024 § 21',
      ),
    );
  }
  if (role === 'student' && range.to === undefined) {
    findings.push(
      error(
        'trainingPeriod',
        '/range/to',
        {
          fi: 'Opiskelijan käyttöoikeus annetaan harjoittelujakson ajaksi: anna sen viimeinen päivä.',
          sv: 'En studerandes åtkomsträtt ges för praktikperioden: ange dess sista dag.',
          en: 'A student’s grant is given for the training period: give its last day.',
        },
        '457/2024 § 21',
      ),
    );
  }
  return findings;
}

/** Palveluntuottajan työntekijä: of a producer who stands in the register (457/2024 § 16; C-34). */
export function judgeProvider({
  content: { role, providerId, services, unitIds },
  isProviderKnown,
}: Judged): Finding[] {
  const findings: Finding[] = [];
  const isNamed = providerId !== undefined;
  if (PRIVATE.includes(role) !== isNamed || (isNamed && !isProviderKnown)) {
    findings.push(
      error(
        'providerNamed',
        '/providerId',
        {
          fi: 'Yksityisen sosiaalihuollon käyttöoikeus annetaan nimetyn palveluntuottajan työntekijälle, eikä muille nimetä tuottajaa.',
          sv: 'Åtkomsträtt inom privat socialvård ges en anställd hos en angiven producent, för andra anges ingen.',
          en: 'A grant of private social welfare names the producer whose worker it is, and no other grant does.',
        },
        '457/2024 § 16',
      ),
    );
  }
  const isOfService = PRIVATE.includes(role) || HEALTH.includes(role);
  if (isOfService && (services.length === 0 || (HEALTH.includes(role) && unitIds.length === 0))) {
    findings.push(
      error(
        'serviceNamed',
        '/services',
        {
          fi: 'Nimeä palvelut, joita käyttöoikeus koskee, ja terveydenhuollolle myös yksikkö.',
          sv: 'Ange de tjänster som åtkomsträtten gäller, och för hälsovården även enheten.',
          en: 'Name the services that the grant is for, and for health care the unit too.',
        },
        '457/2024 §§ 16, 18',
      ),
    );
  }
  return findings;
}
