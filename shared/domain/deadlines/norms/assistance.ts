import { type Norms, rule } from '../rule.ts';

/** Toimeentulotuki: 1412/1997. */
export const ASSISTANCE = {
  assistanceDecision: [
    rule({
      name: { fi: 'Toimeentulotukipäätös', sv: 'Beslut om utkomststöd', en: 'Decision on social assistance' },
      statute: '1412/1997 § 14 a (1023/2022)',
      count: { unit: 'workingDays', count: 7 },
      starts: 'the application arrives',
      ends: 'the decision is made',
      pause: {
        ground: 'an itemised request to complete the application was given',
        resumes: 'anew',
        source: '1412/1997 § 14 a',
      },
    }),
  ],
  assistanceCompletionAsked: [
    rule({
      name: {
        fi: 'Toimeentulotukihakemuksen täydennyspyyntö',
        sv: 'Begäran om komplettering av ansökan om utkomststöd',
        en: 'Request to complete an application for social assistance',
      },
      statute: '1412/1997 § 14 a',
      count: { unit: 'workingDays', count: 7 },
      starts: 'an incomplete application arrives',
      ends: 'an itemised request is given',
      startedBy: 'record',
    }),
  ],
  assistanceUrgent: [
    rule({
      name: {
        fi: 'Kiireellinen toimeentulotukipäätös',
        sv: 'Brådskande beslut om utkomststöd',
        en: 'Urgent decision on social assistance',
      },
      statute: '1412/1997 § 14 b',
      count: { unit: 'workingDays', count: 1 },
      starts: 'the application arrives',
      ends: 'the decision is made, on the same or the next working day',
    }),
  ],
  assistanceTalk: [
    rule({
      name: {
        fi: 'Henkilökohtainen keskustelu toimeentulotuen asiakkaan kanssa',
        sv: 'Personligt samtal med en klient som ansöker om utkomststöd',
        en: 'Personal talk on social assistance',
      },
      statute: '1412/1997 § 14 d',
      count: { unit: 'workingDays', count: 7 },
      starts: 'the client asks for it',
      ends: 'the talk is held',
    }),
  ],
  recoveryClaim: [
    rule({
      name: {
        fi: 'Takaisinperintähakemus hallinto-oikeudelle, 3 vuotta',
        sv: 'Ansökan om återkrav till förvaltningsdomstolen, 3 år',
        en: 'Recovery claim to the administrative court, 3 years',
      },
      statute: '1412/1997 § 22 (ground § 20.1)',
      purpose: 'limit',
      count: { unit: 'years', count: 3, moves: false },
      starts: 'the assistance is paid',
      ends: 'the claim is made',
      startedBy: 'money',
    }),
  ],
  recoveryClaimLong: [
    rule({
      name: {
        fi: 'Takaisinperintähakemus hallinto-oikeudelle, 5 vuotta',
        sv: 'Ansökan om återkrav till förvaltningsdomstolen, 5 år',
        en: 'Recovery claim to the administrative court, 5 years',
      },
      statute: '1412/1997 § 22 (ground § 20.2)',
      purpose: 'limit',
      count: { unit: 'years', count: 5, moves: false },
      starts: 'the assistance is paid',
      ends: 'the claim is made',
      startedBy: 'money',
    }),
  ],
  recoveryFromEstate: [
    rule({
      name: {
        fi: 'Takaisinperintä kuolinpesältä',
        sv: 'Återkrav ur dödsboet',
        en: 'Recovery from an estate',
      },
      statute: '1412/1997 § 22',
      purpose: 'limit',
      count: { unit: 'years', count: 1, moves: false },
      starts: 'the client dies',
      ends: 'the claim is made',
      startedBy: 'money',
    }),
  ],
  payerTold: [
    rule({
      name: {
        fi: 'Ilmoitus etuuden maksajalle',
        sv: 'Anmälan till den som betalar förmånen',
        en: 'Notice to the payer of an expected benefit',
      },
      statute: '1412/1997 § 23',
      count: { unit: 'daysBefore', count: 14 },
      starts: 'the day on which the benefit is paid',
      ends: 'the notice is given',
      startedBy: 'record',
    }),
  ],
} as const satisfies Norms;
