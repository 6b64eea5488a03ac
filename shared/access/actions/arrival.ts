import type { Action } from '../action.ts';
import { INTAKE } from '../role-groups.ts';

/** Toimet: when a matter arrived, put right. */
export const ARRIVAL_ACTIONS = {
  correctArrival: {
    name: 'intake.correctArrival',
    title: {
      fi: 'Korjaa asian saapumisaika',
      sv: 'Rätta ärendets ankomsttid',
      en: 'Correct when a matter arrived',
    },
    roles: INTAKE,
    tie: 'none',
    basis: 'intake',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  correctArrivalInFile: {
    name: 'intake.correctArrivalInFile',
    title: {
      fi: 'Korjaa asiakasta koskevan asian saapumisaika',
      sv: 'Rätta ankomsttiden för ett ärende som gäller klienten',
      en: 'Correct when a matter about a client arrived',
    },
    roles: INTAKE,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
} as const satisfies Record<string, Action>;
