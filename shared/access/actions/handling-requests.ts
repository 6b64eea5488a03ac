import type { JobRole } from '../job-roles.ts';
import { CLIENT_WORK, HEALTH } from '../role-groups.ts';

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

/** By whom the decision names, or else by whoever handles requests: the act asks which (L-10.10). */
export const giving = {
  roles: [...CLIENT_WORK, ...HEALTH, ...HANDLERS],
  tie: 'none',
  basis: 'administration',
  legalGround: LAW,
} as const;
