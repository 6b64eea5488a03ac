import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';

/** Who may handle what clients ask of the log: by the special right, as the log itself is read. */
const HANDLERS: readonly JobRole[] = ['supervisor', 'dataProtectionOfficer', 'management'];

const handling = {
  roles: HANDLERS,
  tie: 'none',
  special: 'readAccessLog',
  basis: 'supervision',
  legalGround: '703/2023 § 11',
} as const;

/** Toimet: the client's right to know who has used the client's data (703/2023 § 11). */
export const LOG_REQUEST_ACTIONS = {
  record: {
    name: 'logRequests.record',
    title: {
      fi: 'Kirjaa lokitietopyyntö',
      sv: 'Registrera en begäran om logguppgifter',
      en: 'Record a request for log data',
    },
    ...handling,
  },
  readOfClient: {
    name: 'logRequests.readOfClient',
    title: {
      fi: 'Katso asiakkaan lokitietopyynnöt',
      sv: 'Se klientens begäranden om logguppgifter',
      en: "See a client's requests for log data",
    },
    ...handling,
  },
  read: {
    name: 'logRequests.read',
    title: {
      fi: 'Lue lokitietopyyntö ja sen vastaus',
      sv: 'Läs en begäran om logguppgifter och svaret',
      en: 'Read a request for log data and its answer',
    },
    ...handling,
  },
  identity: {
    name: 'logRequests.identity',
    title: {
      fi: 'Kirjaa lokitietoja pyytäneen henkilöllisyys tarkistetuksi',
      sv: 'Anteckna att identiteten hos den som begärt logguppgifter har kontrollerats',
      en: 'Record that the identity of who asked for log data was checked',
    },
    ...handling,
  },
  answer: {
    name: 'logRequests.answer',
    title: {
      fi: 'Vastaa lokitietopyyntöön',
      sv: 'Besvara en begäran om logguppgifter',
      en: 'Answer a request for log data',
    },
    ...handling,
  },
  searchOlder: {
    name: 'logRequests.searchOlder',
    title: {
      fi: 'Hae annettavat vanhimmat merkinnät uudelleen',
      sv: 'Sök de äldsta posterna som lämnas ut på nytt',
      en: 'Search again for the oldest lines that are given',
    },
    ...handling,
  },
  permitMinor: {
    name: 'logRequests.permitMinor',
    title: {
      fi: 'Salli alaikäisen nähdä omat lokitietonsa',
      sv: 'Tillåt en minderårig att se sina egna logguppgifter',
      en: 'Let a minor see the own log',
    },
    ...handling,
  },
  endMinorsPermit: {
    name: 'logRequests.endMinorsPermit',
    title: {
      fi: 'Lopeta alaikäisen oikeus nähdä lokitietonsa itse',
      sv: 'Avsluta en minderårigs rätt att själv se logguppgifter',
      en: 'End a minor’s permit to see the own log',
    },
    ...handling,
  },
  withdraw: {
    name: 'logRequests.withdraw',
    title: {
      fi: 'Kirjaa lokitietopyyntö perutuksi',
      sv: 'Registrera att begäran om logguppgifter har återtagits',
      en: 'Record that a request for log data was withdrawn',
    },
    ...handling,
  },
  print: {
    name: 'logRequests.print',
    title: {
      fi: 'Tulosta vastaus lokitietopyyntöön',
      sv: 'Skriv ut svaret på en begäran om logguppgifter',
      en: 'Print the answer to a request for log data',
    },
    ...handling,
  },
  extract: {
    name: 'logRequests.extract',
    title: {
      fi: 'Anna asiakkaalle lokiote todisteineen',
      sv: 'Ge klienten ett loggutdrag med bevis',
      en: 'Give the client an extract of the log with its proofs',
    },
    ...handling,
  },
  lift: {
    name: 'logRequests.lift',
    title: {
      fi: 'Pura lokitietojen epääminen',
      sv: 'Häv en vägran att lämna ut logguppgifter',
      en: 'Lift the withholding of log data',
    },
    ...handling,
  },
} as const satisfies Record<string, Action>;

/** Toimet: suspected misuse and the controller's reasoned answer (703/2023 § 11(5)). */
export const MISUSE_ACTIONS = {
  suspect: {
    name: 'misuse.suspect',
    title: {
      fi: 'Kirjaa epäily asiakastietojen väärinkäytöstä',
      sv: 'Registrera en misstanke om missbruk av klientuppgifter',
      en: 'Record a suspicion that client data were misused',
    },
    ...handling,
  },
  read: {
    name: 'misuse.read',
    title: {
      fi: 'Lue epäily asiakastietojen väärinkäytöstä ja sen selvitys',
      sv: 'Läs en misstanke om missbruk av klientuppgifter och utredningen',
      en: 'Read a suspicion that client data were misused, and its explanation',
    },
    ...handling,
  },
  hear: {
    name: 'misuse.hear',
    title: {
      fi: 'Kirjaa työntekijän kuuleminen väärinkäyttöepäilystä',
      sv: 'Registrera att en anställd har hörts om misstänkt missbruk',
      en: 'Record that a worker was heard of suspected misuse',
    },
    ...handling,
  },
  answer: {
    name: 'misuse.answer',
    title: {
      fi: 'Anna selvitys ja perusteltu käsitys tietojen käytön lainmukaisuudesta',
      sv: 'Ge en utredning och en motiverad uppfattning om användningens laglighet',
      en: 'Give an explanation and a reasoned view of whether the use was lawful',
    },
    ...handling,
  },
} as const satisfies Record<string, Action>;
