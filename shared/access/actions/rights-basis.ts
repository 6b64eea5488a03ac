import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';

const OVERSEERS: readonly JobRole[] = ['mainUser', 'supervisor', 'management', 'dataProtectionOfficer'];
const instructs = {
  roles: ['supervisor', 'management'] as const,
  special: 'giveInstructions',
  tie: 'none',
  basis: 'administration',
  legalGround: '703/2023 §§ 9, 77',
} as const;
const oversees = {
  roles: OVERSEERS,
  tie: 'none',
  basis: 'administration',
  legalGround: '703/2023 §§ 9, 77',
} as const;

/** Toimet: what rights rest on. The Swedish is unreviewed. None of them opens a client's data. */
export const BASIS_ACTIONS = {
  approvePolicy: {
    name: 'accessRights.approvePolicy',
    title: {
      fi: 'Hyväksy käyttöoikeuksien antamisen periaatteet',
      sv: 'Godkänn principerna för beviljande av åtkomsträtter',
      en: 'Approve the policy on how rights are given',
    },
    roles: ['management'],
    tie: 'none',
    basis: 'administration',
    legalGround: '703/2023 §§ 9, 77',
  },
  listPolicies: {
    name: 'accessRights.listPolicies',
    title: {
      fi: 'Luettele käyttöoikeuksien antamisen periaatteet',
      sv: 'Lista principerna för beviljande av åtkomsträtter',
      en: 'List the policies on how rights are given',
    },
    ...oversees,
  },
  giveInstruction: {
    name: 'accessRights.giveInstruction',
    title: {
      fi: 'Anna rekisterin vastuuhenkilön ohje käyttöoikeuksista',
      sv: 'Ge registrets ansvarspersons anvisning om åtkomsträtter',
      en: 'Give an instruction on rights as the register’s responsible person',
    },
    ...instructs,
  },
  listInstructions: {
    name: 'accessRights.listInstructions',
    title: {
      fi: 'Luettele rekisterin vastuuhenkilön ohjeet',
      sv: 'Lista registrets ansvarspersons anvisningar',
      en: 'List the instructions of the register’s responsible person',
    },
    ...oversees,
  },
  endInstruction: {
    name: 'accessRights.endInstruction',
    title: {
      fi: 'Päätä rekisterin vastuuhenkilön ohje',
      sv: 'Avsluta registrets ansvarspersons anvisning',
      en: 'End an instruction of the register’s responsible person',
    },
    ...instructs,
  },
} as const satisfies Record<string, Action>;
