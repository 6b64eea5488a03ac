import { from, type Norms, rule } from '../rule.ts';

/** Palvelutarpeen arviointi and carrying out decisions: sosiaalihuoltolaki 1301/2014. */
export const SERVICE_NEEDS = {
  urgentNeed: [
    rule({
      name: {
        fi: 'Kiireellisen avun tarpeen arviointi',
        sv: 'Bedömning av brådskande behov',
        en: 'Assessment of urgent need',
      },
      statute: '1301/2014 § 36',
      count: { unit: 'atOnce' },
      starts: 'the need is learnt of',
      ends: 'the urgent need is assessed',
    }),
  ],
  assessmentStart: [
    rule({
      name: {
        fi: 'Palvelutarpeen arvioinnin aloittaminen, 7. arkipäivä',
        sv: 'Bedömningen av servicebehovet inleds, 7:e vardagen',
        en: 'Assessment of service needs begun, 7th working day',
      },
      statute: '1301/2014 § 36 (677/2023)',
      count: { unit: 'workingDays', count: 7 },
      starts: 'contact by, or about, a person over 75, with the highest care allowance, or disabled',
      ends: 'the assessment is begun',
    }),
  ],
  assessmentStartOther: [
    rule({
      name: {
        fi: 'Palvelutarpeen arvioinnin aloittaminen viipymättä',
        sv: 'Bedömningen av servicebehovet inleds utan dröjsmål',
        en: 'Assessment of service needs begun without delay',
      },
      statute: '1301/2014 § 36',
      count: { unit: 'withoutDelay', remindAfterWorkingDays: 7 },
      starts: 'contact by, or about, anybody else',
      ends: 'the assessment is begun',
    }),
  ],
  supportAssessmentStart: [
    rule({
      name: {
        fi: 'Erityistä tukea tarvitsevan lapsen arvioinnin aloittaminen',
        sv: 'Bedömning inleds, barn som behöver särskilt stöd',
        en: 'Assessment begun, child needing special support',
      },
      statute: '1301/2014 § 36',
      count: { unit: 'workingDays', count: 7 },
      starts: 'the matter of a child needing special support is opened',
      ends: 'the assessment is begun',
    }),
  ],
  supportAssessmentReady: [
    rule({
      name: {
        fi: 'Erityistä tukea tarvitsevan lapsen arviointi valmis',
        sv: 'Bedömningen klar, barn som behöver särskilt stöd',
        en: 'Assessment ready, child needing special support',
      },
      statute: '1301/2014 § 36',
      count: { unit: 'months', count: 3, moves: true },
      starts: 'the matter of a child needing special support is opened',
      ends: 'the assessment is ready',
      note: 'That 150/1930 moves the last day is unverified.',
    }),
  ],
  urgentDecisionCarriedOut: [
    rule({
      name: {
        fi: 'Kiireellisen päätöksen toimeenpano',
        sv: 'Verkställighet av brådskande beslut',
        en: 'Urgent decision carried out',
      },
      statute: '1301/2014 § 45',
      count: { unit: 'atOnce' },
      starts: 'the urgent need is known',
      ends: 'the service begins',
      startedBy: 'record',
    }),
  ],
  decisionCarriedOut: [
    rule({
      name: { fi: 'Päätöksen toimeenpano', sv: 'Verkställighet av beslut', en: 'Decision carried out' },
      statute: '1301/2014 § 45',
      count: { unit: 'months', count: 3, moves: true },
      starts: 'the matter is opened',
      ends: 'the service begins',
      note: 'That 150/1930 moves the last day is unverified.',
    }),
  ],
  mentalHealthCarriedOut: [
    rule({
      name: {
        fi: 'Alle 23-vuotiaan mielenterveyspalvelun toimeenpano',
        sv: 'Verkställighet av mentalvårdstjänst för person under 23 år',
        en: 'Mental-health service of a person under 23 carried out',
      },
      statute: '1301/2014 § 45 (1108/2024)',
      validity: from('2025-05-01'),
      count: { unit: 'months', count: 1, moves: true },
      starts: 'the matter is opened',
      ends: 'the service begins',
      note: 'That 150/1930 moves the last day is unverified.',
    }),
  ],
} as const satisfies Norms;
