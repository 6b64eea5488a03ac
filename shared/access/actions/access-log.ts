import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';

/**
 * Whose duty the follow-up of use may be. None of them reads the log by role alone: the special right
 * `readAccessLog` is granted by name.
 */
const FOLLOW_UP: readonly JobRole[] = ['supervisor', 'dataProtectionOfficer', 'management'];

const follows = {
  roles: FOLLOW_UP,
  tie: 'none',
  special: 'readAccessLog',
  basis: 'supervision',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
} as const;

/** Toimet: what may be done with the access log. Using it is itself use, and leaves its own line. */
export const ACCESS_LOG_ACTIONS = {
  readOfClient: {
    name: 'accessLog.readOfClient',
    title: {
      fi: 'Lue, kuka on käyttänyt asiakkaan tietoja',
      sv: 'Läs vem som har använt klientens uppgifter',
      en: "Read who has used a client's data",
    },
    ...follows,
  },
  readOfUser: {
    name: 'accessLog.readOfUser',
    title: {
      fi: 'Lue, kenen tietoja työntekijä on käyttänyt',
      sv: 'Läs vems uppgifter en anställd har använt',
      en: 'Read whose data a worker has used',
    },
    ...follows,
  },
  readOfController: {
    name: 'accessLog.readOfController',
    title: {
      fi: 'Lue rekisterinpitäjän käyttö- ja luovutuslokia',
      sv: 'Läs den personuppgiftsansvariges användnings- och utlämnandelogg',
      en: "Read the controller's log of use and disclosures",
    },
    // A supervisor follows the own units, and asks by unit.
    roles: ['dataProtectionOfficer', 'management'],
    tie: 'none',
    special: 'readAccessLog',
    basis: 'supervision',
    legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
  },
  readOfUnit: {
    name: 'accessLog.readOfUnit',
    title: {
      fi: 'Lue, kenen tietoja yksikössä on käytetty',
      sv: 'Läs vems uppgifter enheten har använt',
      en: 'Read whose data a unit has used',
    },
    ...follows,
  },
  recordCheck: {
    name: 'accessLog.recordCheck',
    title: {
      fi: 'Kirjaa lokitarkastus',
      sv: 'Registrera en loggranskning',
      en: 'Record that a log was checked',
    },
    ...follows,
  },
  readChecks: {
    name: 'accessLog.readChecks',
    title: {
      fi: 'Lue asiakkaan lokitarkastukset',
      sv: 'Läs granskningarna av klientens logg',
      en: "Read the checks of a client's log",
    },
    ...follows,
  },
  readWitnessFindings: {
    name: 'accessLog.readWitnessFindings',
    title: {
      fi: 'Lue, missä AWS:n omat merkinnät ja käyttöloki eroavat',
      sv: 'Läs var AWS egna anteckningar och användningsloggen skiljer sig',
      en: "Read where AWS's own records and the access log differ",
    },
    ...follows,
  },
  explainWitnessFinding: {
    name: 'accessLog.explainWitnessFinding',
    title: {
      fi: 'Selitä ero AWS:n merkintöjen ja käyttölokin välillä',
      sv: 'Förklara en skillnad mellan AWS anteckningar och användningsloggen',
      en: "Explain a difference between AWS's records and the access log",
    },
    ...follows,
  },
  readPlantings: {
    name: 'accessLog.readPlantings',
    title: {
      fi: 'Lue, havaitsivatko valvonnat päivän koerikkomukset',
      sv: 'Läs om kontrollerna upptäckte dagens provöverträdelser',
      en: "Read whether the controls noticed the day's planted violations",
    },
    ...follows,
  },
  readDeployed: {
    name: 'accessLog.readDeployed',
    title: {
      fi: 'Lue, mikä ohjelmakoodi ja mitkä säännöt ovat olleet käytössä',
      sv: 'Läs vilken kod och vilka regler som har varit i bruk',
      en: 'Read which code and which policies were in use',
    },
    ...follows,
  },
  announceDeployment: {
    name: 'accessLog.announceDeployment',
    title: {
      fi: 'Ilmoita ohjelmakoodin tai sääntöjen muutos etukäteen',
      sv: 'Anmäl en ändring av kod eller regler på förhand',
      en: 'Announce a change of code or policies beforehand',
    },
    // Not by the right to read the log, by which findings are explained.
    roles: ['mainUser', 'management'],
    tie: 'none',
    basis: 'administration',
    legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
  },
  readAnnounced: {
    name: 'accessLog.readAnnouncedDeployments',
    title: {
      fi: 'Lue, mitä muutoksia on ilmoitettu etukäteen',
      sv: 'Läs vilka ändringar som har anmälts på förhand',
      en: 'Read which changes were announced beforehand',
    },
    roles: ['mainUser', ...FOLLOW_UP],
    tie: 'none',
    basis: 'administration',
    legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
  },
  listUnused: {
    name: 'accessLog.listUnusedAccounts',
    title: {
      fi: 'Luettele käyttämättömät käyttäjätunnukset',
      sv: 'Lista oanvända användarkonton',
      en: 'List the accounts that are not used',
    },
    roles: ['mainUser', 'supervisor', 'management', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'administration',
    legalGround: '703/2023 § 9',
  },
} as const satisfies Record<string, Action>;

/** Toimet: what a reviewer does with the signs that the run over the log has found. */
export const SIGN_ACTIONS = {
  list: {
    name: 'accessLog.listSigns',
    title: {
      fi: 'Luettele lokin merkit, jotka ihminen tarkastaa',
      sv: 'Lista de tecken i loggen som en människa granskar',
      en: 'List the signs in the log that a person looks into',
    },
    ...follows,
  },
  listRules: {
    name: 'accessLog.listSignRules',
    title: {
      fi: 'Lue säännöt, joilla lokista etsitään merkkejä',
      sv: 'Läs reglerna för hur tecken söks i loggen',
      en: 'Read the rules by which signs are looked for in the log',
    },
    ...follows,
  },
  read: {
    name: 'accessLog.readSign',
    title: { fi: 'Lue lokin merkki', sv: 'Läs ett tecken i loggen', en: 'Read a sign in the log' },
    ...follows,
  },
  recordOutcome: {
    name: 'accessLog.recordOutcome',
    title: {
      fi: 'Kirjaa merkin tarkastuksen tulos',
      sv: 'Registrera resultatet av granskningen av ett tecken',
      en: 'Record what came of a sign',
    },
    ...follows,
  },
  report: {
    name: 'accessLog.reportSigns',
    title: {
      fi: 'Lue kuukausiraportti lokin merkeistä',
      sv: 'Läs månadsrapporten om tecken i loggen',
      en: "Read the month's report of signs in the log",
    },
    ...follows,
    roles: ['dataProtectionOfficer', 'management'],
  },
} as const satisfies Record<string, Action>;

/** Toimet: lines that have left the table, searched for in the sealed log. */
export const LOG_SEARCH_ACTIONS = {
  ask: {
    name: 'accessLog.searchOld',
    title: {
      fi: 'Hae vanhoja merkintöjä säilytetystä lokista',
      sv: 'Sök gamla poster i den bevarade loggen',
      en: 'Search the sealed log for old lines',
    },
    ...follows,
  },
  list: {
    name: 'accessLog.listSearches',
    title: {
      fi: 'Luettele omat haut säilytetystä lokista',
      sv: 'Lista egna sökningar i den bevarade loggen',
      en: 'List own searches of the sealed log',
    },
    ...follows,
  },
  read: {
    name: 'accessLog.readSearch',
    title: {
      fi: 'Lue, mitä säilytetystä lokista löytyi',
      sv: 'Läs vad som hittades i den bevarade loggen',
      en: 'Read what was found in the sealed log',
    },
    ...follows,
  },
} as const satisfies Record<string, Action>;
