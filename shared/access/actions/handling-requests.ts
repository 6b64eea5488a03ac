import type { JobRole } from '../job-roles.ts';

/** Who may handle what persons ask of their data; who of them decides is the controller's choice (C-21, C-26, C-30). */
export const HANDLERS: readonly JobRole[] = [
  'administrative',
  'supervisor',
  'dataProtectionOfficer',
  'management',
];

export const LAW = '(EU) 2016/679 art. 12, 15–18, 21; 621/1999 § 11; 703/2023 § 52; 812/2000 § 23';

export const handling = {
  roles: HANDLERS,
  tie: 'none',
  special: 'handleDataRequests',
  basis: 'administration',
  legalGround: LAW,
} as const;
