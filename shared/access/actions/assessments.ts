import type { Action } from '../action.ts';
import { CLIENT_WORK, INTAKE } from '../role-groups.ts';

/** Toimet: the assessment of service needs, from its beginning to its result. */
export const ASSESSMENT_ACTIONS = {
  begin: {
    name: 'assessments.begin',
    title: {
      fi: 'Aloita palvelutarpeen arviointi',
      sv: 'Inled bedömningen av servicebehovet',
      en: 'Begin an assessment of service needs',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  finish: {
    name: 'assessments.finish',
    title: {
      fi: 'Vahvista palvelutarpeen arvio',
      sv: 'Fastställ bedömningen av servicebehovet',
      en: 'Make an assessment of service needs final',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '1301/2014 §§ 36–37, 42; 417/2007 §§ 26–27',
  },
  notMake: {
    name: 'assessments.notMake',
    title: {
      fi: 'Kirjaa, että arviointi on ilmeisen tarpeeton',
      sv: 'Anteckna att en bedömning är uppenbart onödig',
      en: 'Record that an assessment is evidently unnecessary',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '1301/2014 § 36; 417/2007 § 26',
  },
  readNotMade: {
    name: 'assessments.readNotMade',
    title: {
      fi: 'Lue, miksi arviointia ei tehty',
      sv: 'Läs varför ingen bedömning gjordes',
      en: 'Read why no assessment was made',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  tell: {
    name: 'assessments.tell',
    title: {
      fi: 'Kirjaa ilmoitus lastensuojelun asiakkuuden alkamisesta',
      sv: 'Anteckna meddelandet om att klientrelationen inom barnskyddet inletts',
      en: 'Record that somebody was told of the start of a child welfare relationship',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '417/2007 § 27',
  },
  correct: {
    name: 'assessments.correct',
    title: {
      fi: 'Korjaa palvelutarpeen arvioinnin päivät',
      sv: 'Rätta dagarna för bedömningen av servicebehovet',
      en: 'Correct the days of an assessment',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  correctNotMade: {
    name: 'assessments.correctNotMade',
    title: {
      fi: 'Korjaa päivä, jona arviointi todettiin tarpeettomaksi',
      sv: 'Rätta den dag då bedömningen konstaterades vara onödig',
      en: 'Correct the day on which it was found that no assessment is made',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  readCorrections: {
    name: 'assessments.readCorrections',
    title: {
      fi: 'Lue arvioinnin päivien korjaukset',
      sv: 'Läs rättelserna av bedömningens dagar',
      en: 'Read how the days of an assessment were corrected',
    },
    roles: INTAKE,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  list: {
    name: 'assessments.list',
    title: {
      fi: 'Asiakkaan palvelutarpeen arvioinnit',
      sv: 'Klientens bedömningar av servicebehovet',
      en: 'The assessments of a client',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
} as const satisfies Record<string, Action>;
