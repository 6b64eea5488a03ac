import type { Action } from '../action.ts';

/** Toimet: collections by person. Whoever exports sees counts; the recipient alone opens the rest. */
export const PERSON_COLLECTION_ACTIONS = {
  give: {
    name: 'disclosures.givePersonCollection',
    title: {
      fi: 'Luovuta henkilötasoinen tiedonkeruu',
      sv: 'Lämna ut en insamling på personnivå',
      en: 'Give a collection by person',
    },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5',
  },
} as const satisfies Record<string, Action>;
