import { between, from, type Norms, rule } from '../rule.ts';

/** Lastensuojeluasia, avohuolto, kiireellinen sijoitus, jälkihuolto: lastensuojelulaki 417/2007. */
export const CHILD_PROTECTION = {
  protectionUrgentNeed: [
    rule({
      name: {
        fi: 'Lapsen kiireellisen lastensuojelun tarpeen arviointi',
        sv: 'Bedömning av barnets brådskande behov av barnskydd',
        en: 'Urgent need of child protection assessed',
      },
      statute: '417/2007 § 26',
      count: { unit: 'atOnce' },
      starts: 'the notification arrives',
      ends: 'the urgent need is assessed',
      whose: 'socialWorker',
    }),
  ],
  protectionAssessmentStart: [
    rule({
      name: {
        fi: 'Lastensuojeluasian arvioinnin aloittaminen',
        sv: 'Bedömningen av barnskyddsärendet inleds',
        en: 'Assessment of a child-protection matter begun',
      },
      statute: '417/2007 § 26',
      count: { unit: 'workingDays', count: 7 },
      starts: 'the notification arrives',
      ends: 'the assessment is begun, or found to be evidently unnecessary',
      whose: 'socialWorker',
    }),
  ],
  protectionAssessmentReady: [
    rule({
      name: {
        fi: 'Lastensuojeluasian arviointi valmis',
        sv: 'Bedömningen av barnskyddsärendet klar',
        en: 'Assessment of a child-protection matter ready',
      },
      statute: '417/2007 § 26',
      count: { unit: 'months', count: 3, moves: true },
      starts: 'the matter is opened',
      ends: 'the assessment is ready',
      whose: 'socialWorker',
      note: 'That 150/1930 moves the last day is unverified.',
    }),
  ],
  protectionClienthoodTold: [
    rule({
      name: {
        fi: 'Lastensuojelun asiakkuuden alkamisesta ilmoittaminen',
        sv: 'Meddelande om att klientrelationen inom barnskyddet inletts',
        en: 'Start of child-protection clienthood told',
      },
      statute: '417/2007 § 27',
      count: { unit: 'withoutDelay', remindAfterWorkingDays: 3 },
      starts: 'the clienthood begins',
      ends: 'guardian and child are told, and the entry is made',
      whose: 'responsibleSocialWorker',
    }),
  ],
  childPlanReview: [
    rule({
      name: {
        fi: 'Lapsen asiakassuunnitelman tarkistaminen',
        sv: 'Översyn av barnets klientplan',
        en: "Review of a child's client plan",
      },
      statute: '417/2007 § 30',
      count: { unit: 'years', count: 1, moves: false },
      starts: 'the plan is made or reviewed',
      ends: 'the plan is reviewed',
      whose: 'responsibleSocialWorker',
      repeats: true,
    }),
  ],
  openPlacementReview: [
    rule({
      name: {
        fi: 'Avohuollon sijoituksen uudelleenarviointi',
        sv: 'Omprövning av placering inom öppenvården',
        en: 'Open-care placement reassessed',
      },
      statute: '417/2007 § 37',
      count: { unit: 'months', count: 3, moves: false },
      starts: 'the child is placed alone, or the placement was reassessed',
      ends: 'conditions, alternatives and the need of taking into care are reassessed',
      whose: 'responsibleSocialWorker',
      repeats: true,
    }),
  ],
  urgentPlacement: [
    rule({
      name: { fi: 'Kiireellinen sijoitus', sv: 'Brådskande placering', en: 'Urgent placement' },
      statute: '417/2007 §§ 38, 38 a, 39',
      purpose: 'limit',
      count: { unit: 'days', count: 30, firstDayCounts: true, moves: false },
      starts: 'the child is placed',
      ends: 'the placement ends, is extended or goes on by an application',
      whose: 'responsibleSocialWorker',
      extension: {
        count: { unit: 'days', count: 30, moves: false },
        ground: 'once, by a decision to extend',
        source: '417/2007 § 38 a',
      },
    }),
  ],
  afterCare: [
    rule({
      name: { fi: 'Jälkihuollon päättyminen', sv: 'Eftervården upphör', en: 'End of after-care' },
      statute: '417/2007 § 75',
      status: 'fromMemory',
      validity: between('2020-01-01', '2023-12-31'),
      purpose: 'limit',
      count: { unit: 'years', count: 5, moves: false, latestAge: 25 },
      starts: 'child-protection clienthood ended last',
      ends: 'the plan after it is made, or after-care ends',
      startedBy: 'record',
      whose: 'responsibleSocialWorker',
    }),
    rule({
      name: { fi: 'Jälkihuollon päättyminen', sv: 'Eftervården upphör', en: 'End of after-care' },
      statute: '417/2007 § 75 (1283/2023)',
      validity: from('2024-01-01'),
      purpose: 'limit',
      count: { unit: 'years', count: 5, moves: false, latestAge: 23 },
      starts: 'child-protection clienthood ended last',
      ends: 'the plan after it is made, or after-care ends',
      startedBy: 'record',
      whose: 'responsibleSocialWorker',
      note: 'What holds for a young person whose after-care began before 2024 is unverified.',
    }),
  ],
} as const satisfies Norms;
