import type { Action } from '../action.ts';
import { ANY_STAFF } from '../role-groups.ts';

/**
 * Toimet: of whose matters a worker keeps away (esteellisyys). None of them opens a client's data. The Swedish is
 * unreviewed, and 434/2003 §§ 27–28 were not read for it: unverified.
 */
export const DISQUALIFICATION_ACTIONS = {
  declare: {
    name: 'accessRights.declareDisqualification',
    title: {
      fi: 'Ilmoita esteellisyys henkilön asiassa',
      sv: 'Anmäl jäv i en persons ärende',
      en: "Declare a disqualification in a person's matters",
    },
    roles: ANY_STAFF,
    tie: 'none',
    legalGround: '434/2003 §§ 27–28; 703/2023 § 9',
  },
  list: {
    name: 'accessRights.listDisqualifications',
    title: {
      fi: 'Luettele käyttäjän esteellisyydet',
      sv: 'Lista användarens jäv',
      en: "List a user's disqualifications",
    },
    roles: ANY_STAFF,
    tie: 'none',
    legalGround: '434/2003 §§ 27–28; 703/2023 § 9',
  },
  lift: {
    name: 'accessRights.liftDisqualification',
    title: {
      fi: 'Poista esteellisyys, jota ei enää ole',
      sv: 'Häv ett jäv som inte längre finns',
      en: 'Lift a disqualification that is no more',
    },
    roles: ['supervisor', 'mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '434/2003 §§ 27–28; 703/2023 § 9',
  },
} as const satisfies Record<string, Action>;
