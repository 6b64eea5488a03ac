import type { SpecialRight } from '../actor.ts';
import type { Duty } from '../duties.ts';
import type { JobRole } from '../job-roles.ts';
import { ARRANGING, CLIENT_WORK, FILE_READERS, NOTE_WRITERS, PRIVATE } from '../role-groups.ts';

/**
 * Which roles a duty or a special right can belong to. A duty makes data necessary only in the role in which decree
 * 457/2024 names it; given to another it would give nothing and mislead whoever reads the register of rights.
 */
export const ROLES_OF_DUTY: Record<Duty, readonly JobRole[]> = {
  onCall: ['broadResponsibility', 'childsResponsibleWorker'],
  custodyReports: ['childWelfareSupervisor'],
  supervisedVisits: ['childWelfareSupervisor'],
  invoicing: ['administrative', 'privateAdministrative'],
  payments: ['administrative', 'privateAdministrative'],
  caseRegistry: ['administrative', 'privateAdministrative'],
  informationRequests: ['administrative', 'privateAdministrative', 'archive'],
  jointService: ['healthBroad', 'healthLimited'],
  healthInSocialService: ['healthBroad', 'healthLimited'],
  faultInvestigation: ['ict'],
  applicationSupport: ['ict'],
  archiving: ['archive'],
  disposal: ['archive'],
  reminders: ['management'],
  complaints: ['management'],
  incidents: ['management'],
  feedback: ['management'],
};

export const ROLES_OF_SPECIAL_RIGHT: Record<SpecialRight, readonly JobRole[]> = {
  correctRecord: [...NOTE_WRITERS, 'supervisor'],
  readAccessLog: ['supervisor', 'dataProtectionOfficer', 'management'],
  seeProtectedAddresses: [...CLIENT_WORK, 'administrative', ...PRIVATE],
  manageRestrictedFiles: [...CLIENT_WORK, 'supervisor'],
  mergeClients: [...ARRANGING, 'supervisor'],
  administerClientData: ['mainUser'],
  askFinancialInstitutions: ARRANGING,
  handleDataRequests: ['administrative', 'supervisor', 'dataProtectionOfficer', 'management'],
  giveInstructions: ['supervisor', 'management'],
};

/** Roles whose work is clients' matters: a grant names the units and the service tasks it is for. */
export const WORKS_WITH_CLIENTS: readonly JobRole[] = NOTE_WRITERS;

/** Roles that use client data at all, apart from which the main user stands where the controller says so (C-17). */
export const USES_CLIENT_DATA: readonly JobRole[] = FILE_READERS;
