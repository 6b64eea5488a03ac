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
