import type { Action } from '../action.ts';
import { CLIENT_WORK } from '../role-groups.ts';

/** Who openings without a tie and the rights of workers belong to, beside the main user. */
const SUPERVISES = ['supervisor'] as const;

/** Toimet: opening a file without a tie, and the supervisor's look at it. */
export const OPENING_ACTIONS = {
  open: {
    name: 'accessRights.openWithoutTie',
    title: {
      fi: 'Avaa asiakkaan tiedot ilman asiakassuhdetta',
      sv: 'Öppna klientens uppgifter utan klientrelation',
      en: "Open a client's file without a tie",
    },
    roles: CLIENT_WORK,
    tie: 'none',
    basis: 'breakGlass',
    legalGround: '703/2023 § 9',
  },
  list: {
    name: 'accessRights.listOpenings',
    title: {
      fi: 'Luettele yksikön avaukset ilman asiakassuhdetta',
      sv: 'Lista enhetens öppningar utan klientrelation',
      en: 'List the openings without a tie of a unit',
    },
    roles: SUPERVISES,
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9–10',
  },
  read: {
    name: 'accessRights.readOpening',
    title: {
      fi: 'Lue, miksi tiedot avattiin ilman asiakassuhdetta',
      sv: 'Läs varför uppgifterna öppnades utan klientrelation',
      en: 'Read why a file was opened without a tie',
    },
    roles: SUPERVISES,
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9–10',
  },
} as const satisfies Record<string, Action>;
