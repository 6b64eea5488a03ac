import type { Action } from '../action.ts';

/** Whoever decides of the controller's data for research, and who takes them out. */
const OF_RESEARCH = {
  roles: ['management', 'archive'],
  tie: 'none',
  basis: 'administration',
  legalGround: '621/1999 § 28',
} as const;

/** Toimet: research permits and what is given by them. */
export const RESEARCH_ACTIONS = {
  record: {
    name: 'disclosures.recordResearchPermit',
    title: {
      fi: 'Kirjaa tutkimuslupa',
      sv: 'Anteckna ett forskningstillstånd',
      en: 'Record a research permit',
    },
    ...OF_RESEARCH,
  },
  end: {
    name: 'disclosures.endResearchPermit',
    title: {
      fi: 'Päätä tutkimuslupa ennen aikojaan',
      sv: 'Avsluta ett forskningstillstånd i förtid',
      en: 'End a research permit before its time',
    },
    ...OF_RESEARCH,
  },
  list: {
    name: 'disclosures.listResearchPermits',
    title: { fi: 'Katso tutkimusluvat', sv: 'Se forskningstillstånden', en: 'See the research permits' },
    ...OF_RESEARCH,
  },
  extract: {
    name: 'disclosures.extractForResearch',
    title: {
      fi: 'Poimi tietoja tutkimusluvan mukaan',
      sv: 'Ta ut uppgifter enligt ett forskningstillstånd',
      en: 'Take out data by a research permit',
    },
    ...OF_RESEARCH,
  },
  population: {
    name: 'disclosures.extractPopulation',
    title: {
      fi: 'Poimi tutkimusluvan tutkimusjoukon tiedot',
      sv: 'Ta ut uppgifter om forskningstillståndets population',
      en: 'Take out the data of a permit’s study population',
    },
    ...OF_RESEARCH,
  },
} as const satisfies Record<string, Action>;
