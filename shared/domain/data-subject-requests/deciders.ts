import type { JobRole } from '../../access/job-roles.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { Office as Offices } from '../controllers/settings/terms.ts';
import { OF_REGULATION } from './grounds.ts';
import type { Outcome, RequestKind } from './model.ts';

type Office = (typeof Offices.options)[number];

/**
 * In which roles an office decides (C-21, C-26, C-30). The head of social work leads (457/2024 § 24); the controller
 * decides by whoever leads or supervises. A web page receives and decides nothing: then the controller does.
 */
const ROLES_OF: Readonly<Record<Office, readonly JobRole[]>> = {
  headOfSocialWork: ['management'],
  dataProtectionOfficer: ['dataProtectionOfficer'],
  registryOffice: ['administrative'],
  controller: ['management', 'supervisor'],
  webPage: ['management', 'supervisor'],
};

type Chosen = Pick<ControllerSettings, 'dataSubjectRequests' | 'correction'>;

/** Whose act an answer is. What is no right of the regulation is answered by the controller. */
export function officeThatDecides(kind: RequestKind, outcome: Outcome, settings: Chosen): Office {
  if (!OF_REGULATION.includes(kind)) return 'controller';
  const { decider, refusalIssuer } = settings.dataSubjectRequests;
  const ofKind = kind === 'rectification' ? settings.correction.decider : decider;
  return outcome === 'refused' || outcome === 'partly' ? refusalIssuer : ofKind;
}

/** The roles that decide in the name of an office. */
export const rolesOf = (office: Office): readonly JobRole[] => ROLES_OF[office];
