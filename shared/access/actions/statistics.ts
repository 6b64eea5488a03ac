import type { Action } from '../action.ts';

/** Toimet: figures, and what is given of them. No role reads a person here: figures have none. */
export const STATISTICS_ACTIONS = {
  readDefinitions: {
    name: 'statistics.readDefinitions',
    title: {
      fi: 'Lue tilastojen määritelmät',
      sv: 'Läs definitionerna för statistiken',
      en: 'Read the definitions of the statistics',
    },
    roles: ['supervisor', 'mainUser', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'none',
    legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readFigures: {
    name: 'statistics.readFigures',
    title: { fi: 'Lue tilastolukuja', sv: 'Läs statistiska uppgifter', en: 'Read figures' },
    roles: ['supervisor', 'mainUser', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readReport: {
    name: 'statistics.readReport',
    title: { fi: 'Lue kuukausiraportti', sv: 'Läs månadsrapporten', en: 'Read the monthly report' },
    roles: ['supervisor', 'mainUser', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  printReport: {
    name: 'statistics.printReport',
    title: { fi: 'Tulosta kuukausiraportti', sv: 'Skriv ut månadsrapporten', en: 'Print the monthly report' },
    roles: ['supervisor', 'mainUser', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readSources: {
    name: 'statistics.readSources',
    title: {
      fi: 'Lue, mistä yksikön luku koostuu',
      sv: 'Läs vad enhetens siffra består av',
      en: 'Read what a unit’s figure is made of',
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'supervision',
    legalGround: '(EU) 2016/679 art. 5(1)(d)',
  },
  findSources: {
    name: 'statistics.findSources',
    title: {
      fi: 'Etsi yksikön asiat luvun takaa',
      sv: 'Sök enhetens ärenden bakom siffran',
      en: 'Find the unit’s cases behind a figure',
    },
    roles: ['supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '(EU) 2016/679 art. 5(1)(d); 703/2023 § 9',
  },
  readDifferences: {
    name: 'statistics.readDifferences',
    title: {
      fi: 'Lue painosten erot',
      sv: 'Läs skillnaderna mellan utgåvor',
      en: 'Read what differs between editions',
    },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  publish: {
    name: 'statistics.publish',
    title: { fi: 'Julkaise tilastolukuja', sv: 'Publicera statistiska uppgifter', en: 'Publish figures' },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readPublications: {
    name: 'statistics.readPublications',
    title: {
      fi: 'Lue julkaistut tilastoluvut',
      sv: 'Läs publicerade statistiska uppgifter',
      en: 'Read what was published of the statistics',
    },
    roles: ['supervisor', 'mainUser', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'none',
    legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  makeExport: {
    name: 'statistics.makeExport',
    title: {
      fi: 'Muodosta tilastosiirto',
      sv: 'Bilda en statistiköverföring',
      en: 'Make an export of statistics',
    },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readExports: {
    name: 'statistics.readExports',
    title: { fi: 'Lue tilastosiirtoja', sv: 'Läs statistiköverföringar', en: 'Read exports of statistics' },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readRuns: {
    name: 'statistics.readRuns',
    title: {
      fi: 'Lue tilastosiirtojen ajot',
      sv: 'Läs körningarna av statistiköverföringar',
      en: 'Read the runs of exports of statistics',
    },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readExport: {
    name: 'statistics.readExport',
    title: { fi: 'Lue tilastosiirto', sv: 'Läs en statistiköverföring', en: 'Read an export of statistics' },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
  },
  readFile: {
    name: 'statistics.readFile',
    title: {
      fi: 'Hae tilastosiirron tiedosto',
      sv: 'Hämta filen för en statistiköverföring',
      en: 'Fetch the file of an export of statistics',
    },
    roles: ['mainUser'],
    tie: 'none',
    basis: 'administration',
    legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
  },
} as const satisfies Record<string, Action>;

/** The operator's commands: no role has them. */
export const PRINT_REPORT_BY_HAND: Action = {
  name: 'statistics.printReportByHand',
  title: {
    fi: 'Tulosta kuukausiraportti komennolla',
    sv: 'Skriv ut månadsrapporten med ett kommando',
    en: 'Print the monthly report by a command',
  },
  roles: [],
  tie: 'none',
  legalGround: '(EU) 2016/679 art. 5(1)(b), 89(1)',
};

export const MAKE_EXPORT_BY_HAND: Action = {
  name: 'statistics.makeExportByHand',
  title: {
    fi: 'Muodosta tilastosiirto komennolla',
    sv: 'Bilda en statistiköverföring med ett kommando',
    en: 'Make an export of statistics by a command',
  },
  roles: [],
  tie: 'none',
  legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(b), 89(1)',
};

/** The operator's command: no role has it. */
export const RECOUNT: Action = {
  name: 'statistics.recount',
  title: {
    fi: 'Laske tilastojen kuukaudet uudelleen tapahtumista',
    sv: 'Räkna statistikens månader på nytt ur händelserna',
    en: 'Count the months of the statistics anew from the facts',
  },
  roles: [],
  tie: 'none',
  legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(d)',
};

/** The operator's command: no role has it. */
export const COMPARE: Action = {
  name: 'statistics.compareRegister',
  title: {
    fi: 'Vertaa tilastojen tapahtumia rekisteriin',
    sv: 'Jämför statistikens händelser med registret',
    en: 'Compare the facts of the statistics with the register',
  },
  roles: [],
  tie: 'none',
  legalGround: '668/2008 § 5; (EU) 2016/679 art. 5(1)(d)',
};
