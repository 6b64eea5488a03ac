import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ANY_STAFF } from '../role-groups.ts';

const MAIN_USER: readonly JobRole[] = ['mainUser'];
const DELEGATION = '434/2003 44 §; toimivaltasääntö';

/** Toimet: kinds of decision and the delegation table. */
export const DELEGATION_ACTIONS = {
  listKinds: {
    name: 'decisions.listKinds',
    title: { fi: 'Luettele päätöslajit', sv: 'Lista beslutsslagen', en: 'List the kinds of decision' },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
  listDelegations: {
    name: 'decisions.listDelegations',
    title: {
      fi: 'Lue toimivaltataulukko',
      sv: 'Läs befogenhetstabellen',
      en: 'Read the delegation table',
    },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
  readDelegation: {
    name: 'decisions.readDelegation',
    title: {
      fi: 'Lue toimivaltarivi',
      sv: 'Läs en befogenhetsrad',
      en: 'Read a row of the delegation table',
    },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
  readDelegationHistory: {
    name: 'decisions.readDelegationHistory',
    title: {
      fi: 'Lue toimivaltarivin historia',
      sv: 'Läs en befogenhetsrads historik',
      en: 'Read the history of a row of the delegation table',
    },
    roles: ['mainUser', 'management', 'supervisor', 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
  addDelegation: {
    name: 'decisions.addDelegation',
    title: { fi: 'Lisää toimivalta', sv: 'Lägg till en befogenhet', en: 'Add a delegation' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
  changeDelegation: {
    name: 'decisions.changeDelegation',
    title: { fi: 'Muuta toimivaltaa', sv: 'Ändra en befogenhet', en: 'Change a delegation' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
  endDelegation: {
    name: 'decisions.endDelegation',
    title: { fi: 'Päätä toimivalta', sv: 'Avsluta en befogenhet', en: 'End a delegation' },
    roles: MAIN_USER,
    tie: 'none',
    basis: 'administration',
    legalGround: DELEGATION,
  },
} as const satisfies Record<string, Action>;
