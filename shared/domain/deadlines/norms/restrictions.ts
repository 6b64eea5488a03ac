import { type Norms, rule } from '../rule.ts';

/** Rajoitustoimenpiteet sijaishuollossa: lastensuojelulaki 417/2007, chapter 11. */
export const RESTRICTIONS = {
  contactRestriction: [
    rule({
      name: {
        fi: 'Yhteydenpidon rajoittaminen',
        sv: 'Begränsning av kontakter',
        en: 'Restriction of contact',
      },
      statute: '417/2007 § 63',
      purpose: 'limit',
      count: { unit: 'years', count: 1, moves: false },
      starts: 'the restriction begins',
      ends: 'the restriction ends or is decided anew',
      whose: 'responsibleSocialWorker',
    }),
  ],
  contactRestrictionByInstitution: [
    rule({
      name: {
        fi: 'Yhteydenpidon rajoittaminen, laitoksen johtaja',
        sv: 'Begränsning av kontakter, anstaltens föreståndare',
        en: 'Restriction of contact by the head of the institution',
      },
      statute: '417/2007 § 63',
      purpose: 'limit',
      count: { unit: 'days', count: 30, firstDayCounts: true, moves: false },
      starts: 'the restriction begins',
      ends: 'the restriction ends or is decided anew',
      startedBy: 'record',
      whose: 'institution',
      note: 'That the first day counts is our reading: the shorter one.',
    }),
  ],
  movementRestriction: [
    rule({
      name: {
        fi: 'Liikkumisvapauden rajoittaminen, laitos',
        sv: 'Begränsning av rörelsefriheten, anstalten',
        en: 'Restriction of movement by the institution',
      },
      statute: '417/2007 § 69 (542/2019)',
      purpose: 'limit',
      count: { unit: 'days', count: 7, firstDayCounts: true, moves: false },
      starts: 'the restriction begins',
      ends: 'the restriction ends or the responsible social worker decides',
      startedBy: 'record',
      whose: 'institution',
      note: 'That the first day counts is our reading: the shorter one.',
    }),
  ],
  movementRestrictionTotal: [
    rule({
      name: {
        fi: 'Liikkumisvapauden rajoittaminen yhteensä',
        sv: 'Begränsning av rörelsefriheten, sammanlagt',
        en: 'Restriction of movement in all',
      },
      statute: '417/2007 § 69 (542/2019)',
      purpose: 'limit',
      count: { unit: 'days', count: 30, firstDayCounts: true, moves: false },
      starts: 'the restriction begins',
      ends: 'the restriction ends',
      whose: 'responsibleSocialWorker',
      note: 'That the first day counts is our reading: the shorter one.',
    }),
  ],
  isolation: [
    rule({
      name: {
        fi: 'Eristämisen jatkamispäätös',
        sv: 'Beslut om fortsatt isolering',
        en: 'Isolation decided anew',
      },
      statute: '417/2007 § 70 (542/2019)',
      purpose: 'limit',
      count: { unit: 'hours', count: 12 },
      starts: 'the isolation begins',
      ends: 'the isolation ends or is decided anew',
      startedBy: 'record',
      whose: 'institution',
    }),
  ],
  isolationTotal: [
    rule({
      name: { fi: 'Eristäminen yhteensä', sv: 'Isolering, sammanlagt', en: 'Isolation in all' },
      statute: '417/2007 § 70 (542/2019)',
      purpose: 'limit',
      count: { unit: 'hours', count: 24 },
      starts: 'the isolation begins',
      ends: 'the isolation ends',
      startedBy: 'record',
      whose: 'institution',
    }),
  ],
  isolationTold: [
    rule({
      name: {
        fi: 'Eristämisestä ilmoittaminen sosiaalityöntekijälle',
        sv: 'Meddelande om isolering till socialarbetaren',
        en: 'Isolation told to the responsible social worker',
      },
      statute: '417/2007 § 70 (542/2019)',
      count: { unit: 'atOnce' },
      starts: 'the isolation begins',
      ends: 'the responsible social worker is told',
      startedBy: 'record',
      whose: 'institution',
    }),
  ],
  specialCare: [
    rule({
      name: { fi: 'Erityinen huolenpito', sv: 'Särskild omsorg', en: 'Special care' },
      statute: '417/2007 § 72',
      purpose: 'limit',
      count: { unit: 'days', count: 30, firstDayCounts: true, moves: false },
      starts: 'the care actually begins',
      ends: 'the care ends',
      whose: 'responsibleSocialWorker',
      extension: {
        count: { unit: 'days', count: 60, moves: false },
        ground: 'by a decision to continue',
        source: '417/2007 § 72',
      },
      note: 'That the first day counts is our reading: the shorter one.',
    }),
  ],
  specialCareLapse: [
    rule({
      name: {
        fi: 'Erityisen huolenpidon päätöksen raukeaminen',
        sv: 'Beslutet om särskild omsorg förfaller',
        en: 'Decision on special care lapses',
      },
      statute: '417/2007 § 72',
      purpose: 'limit',
      count: { unit: 'days', count: 90, moves: false },
      starts: 'the decision is made',
      ends: 'the care actually begins',
      whose: 'responsibleSocialWorker',
    }),
  ],
  restrictionRecordsSent: [
    rule({
      name: {
        fi: 'Rajoitustoimenpiteiden kirjaukset sosiaalityöntekijälle',
        sv: 'Anteckningar om begränsningsåtgärder till socialarbetaren',
        en: 'Restriction records sent to the responsible social worker',
      },
      statute: '417/2007 § 74',
      count: { unit: 'months', count: 1, moves: false },
      starts: 'records were sent last, or a measure was begun',
      ends: 'the records are sent',
      startedBy: 'record',
      whose: 'institution',
      repeats: true,
    }),
  ],
} as const satisfies Norms;
