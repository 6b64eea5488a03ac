import { type Norms, rule } from '../rule.ts';

/** Oikaisuvaatimus, valitus, tiedoksianto: 434/2003, 13/2003, 1301/2014, 417/2007. */
export const APPEALS = {
  reviewRequest: [
    rule({
      name: {
        fi: 'Oikaisuvaatimusaika',
        sv: 'Tiden för omprövningsbegäran',
        en: 'Time for a request for review',
      },
      statute: '434/2003 § 49 c; 1301/2014 § 50',
      purpose: 'option',
      count: { unit: 'days', count: 30, moves: true },
      starts: 'the decision is served',
      ends: 'a request arrives, or the time passes',
      whose: 'party',
    }),
  ],
  appeal: [
    rule({
      name: { fi: 'Valitusaika hallinto-oikeuteen', sv: 'Besvärstid', en: 'Time for appeal' },
      statute: '417/2007 §§ 89, 90',
      purpose: 'option',
      count: { unit: 'days', count: 30, moves: true },
      starts: 'the decision is served',
      ends: 'an appeal arrives, or the time passes',
      whose: 'party',
    }),
  ],
  letterServed: [
    rule({
      name: {
        fi: 'Tavallisen kirjeen tiedoksisaanti',
        sv: 'Delfående av vanligt brev',
        en: 'Ordinary letter counts as served',
      },
      statute: '434/2003 § 59',
      purpose: 'presumption',
      count: { unit: 'days', count: 7, moves: false },
      starts: 'the letter is sent',
      ends: 'it counts as served, or is shown to have come later',
      startedBy: 'counted',
      whose: 'law',
      note: 'Whether the day moves past a holiday is unverified: read as not.',
    }),
  ],
  verifiableServiceProved: [
    rule({
      name: {
        fi: 'Todisteellisen tiedoksiannon saantitodistus',
        sv: 'Mottagningsbevis vid bevislig delgivning',
        en: 'Receipt of verifiable service',
      },
      statute: '434/2003 § 60',
      count: { unit: 'withoutDelay', remindAfterWorkingDays: 10 },
      starts: 'an obliging decision from whose service a time runs is sent',
      ends: 'the receipt is here: no time runs before it',
    }),
  ],
  electronicServiceFetched: [
    rule({
      name: {
        fi: 'Todisteellisen sähköisen tiedoksiannon noutaminen',
        sv: 'Hämtning av bevislig elektronisk delgivning',
        en: 'Verifiable electronic service fetched',
      },
      statute: '13/2003 § 18',
      purpose: 'option',
      count: { unit: 'days', count: 7, moves: false },
      starts: 'the message is sent',
      ends: 'it is fetched; else it is served in another way',
      whose: 'party',
    }),
  ],
  electronicMessageServed: [
    rule({
      name: {
        fi: 'Tavallisen sähköisen tiedoksiannon tiedoksisaanti',
        sv: 'Delfående av vanlig elektronisk delgivning',
        en: 'Ordinary electronic message counts as served',
      },
      statute: '13/2003 § 19 (924/2010)',
      purpose: 'presumption',
      count: { unit: 'days', count: 3, moves: false },
      starts: 'the message is sent',
      ends: 'it counts as served',
      startedBy: 'counted',
      whose: 'law',
      note: 'Whether the day moves past a holiday is unverified: read as not.',
    }),
  ],
} as const satisfies Norms;
