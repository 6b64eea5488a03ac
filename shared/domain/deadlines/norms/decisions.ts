import { type Norms, rule } from '../rule.ts';

/** Päätöksen voimassaolo, tarkistaminen ja raukeaminen: what an official watches of a decision that is in force. */
export const DECISIONS = {
  decisionReview: [
    rule({
      name: {
        fi: 'Päätöksen perusteiden tarkistaminen',
        sv: 'Översyn av grunderna för ett beslut',
        en: 'Grounds of a decision looked at again',
      },
      statute: '1301/2014 § 45',
      count: { unit: 'setDay' },
      starts: 'a decision that names a day of review is issued or reviewed',
      ends: 'its grounds are looked at again, or another decision takes its place',
      note: 'The day is the decision’s own: the statute names none.',
    }),
  ],
  decisionTermEnds: [
    rule({
      name: {
        fi: 'Määräaikaisen päätöksen päättyminen',
        sv: 'Ett tidsbestämt beslut upphör',
        en: 'Term of a decision ends',
      },
      statute: '1301/2014 § 45',
      purpose: 'limit',
      count: { unit: 'setDay' },
      starts: 'a decision for a term is issued',
      ends: 'it is found that it ends, it is continued by another, or it ends before',
      note: 'The day is the decision’s own: the statute names none.',
    }),
  ],
  takingIntoCareLapse: [
    rule({
      name: {
        fi: 'Huostaanottopäätöksen raukeaminen',
        sv: 'Beslutet om omhändertagande förfaller',
        en: 'Decision on taking into care lapses',
      },
      statute: '417/2007 § 48',
      purpose: 'limit',
      count: { unit: 'months', count: 3, moves: false },
      starts: 'the decision gains legal force',
      ends: 'its carrying out is begun',
      whose: 'responsibleSocialWorker',
    }),
  ],
} as const satisfies Norms;
