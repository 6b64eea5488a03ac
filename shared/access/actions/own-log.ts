import type { Action } from '../action.ts';

/** Citizens and officials never share an action: none of these has a role. */
const own = {
  audience: 'citizens',
  roles: [],
  tie: 'client',
  basis: 'ownMatters',
  legalGround: '703/2023 § 11',
} as const;

/** Toimet of the client alone: the log of the client's own data (703/2023 § 11). */
export const OWN_LOG_ACTIONS = {
  read: {
    name: 'ownLog.read',
    title: {
      fi: 'Katso, kuka on käyttänyt omia tietojasi',
      sv: 'Se vem som har använt dina uppgifter',
      en: 'See who has used your data',
    },
    ...own,
  },
  extract: {
    name: 'ownLog.extract',
    title: {
      fi: 'Hae oma lokiote todisteineen',
      sv: 'Hämta ditt loggutdrag med bevis',
      en: 'Get the extract of your log with its proofs',
    },
    ...own,
  },
  extractOfRequest: {
    name: 'ownLog.extractOfRequest',
    title: {
      fi: 'Hae vastauksessa annetut lokitiedot todisteineen',
      sv: 'Hämta de logguppgifter som gavs i svaret med bevis',
      en: 'Get the log data that an answer gives, with their proofs',
    },
    ...own,
  },
  searchAgain: {
    name: 'ownLog.searchAgain',
    title: {
      fi: 'Hae vastauksen vanhimmat lokitiedot uudelleen',
      sv: 'Sök på nytt de äldsta logguppgifterna i svaret',
      en: 'Search again for the oldest log data that an answer gives',
    },
    ...own,
  },
  listRequests: {
    name: 'ownLog.listRequests',
    title: {
      fi: 'Katso omat lokitietopyyntösi',
      sv: 'Se dina begäranden om logguppgifter',
      en: 'See your requests for log data',
    },
    ...own,
  },
  request: {
    name: 'ownLog.request',
    title: {
      fi: 'Pyydä omat lokitietosi',
      sv: 'Begär dina logguppgifter',
      en: 'Ask for the log data about you',
    },
    ...own,
  },
  readRequest: {
    name: 'ownLog.readRequest',
    title: {
      fi: 'Lue vastaus lokitietopyyntöösi',
      sv: 'Läs svaret på din begäran om logguppgifter',
      en: 'Read the answer to your request for log data',
    },
    ...own,
  },
  askExplanation: {
    name: 'ownLog.askExplanation',
    title: {
      fi: 'Pyydä selvitys tietojesi käytöstä',
      sv: 'Begär en utredning av hur dina uppgifter har använts',
      en: 'Ask for an explanation of how your data were used',
    },
    ...own,
  },
  readExplanation: {
    name: 'ownLog.readExplanation',
    title: {
      fi: 'Lue selvitys tietojesi käytöstä',
      sv: 'Läs utredningen av hur dina uppgifter har använts',
      en: 'Read the explanation of how your data were used',
    },
    ...own,
  },
} as const satisfies Record<string, Action>;
