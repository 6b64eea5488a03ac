import type { JobRole } from './job-roles.ts';

/**
 * Groups of job roles that actions name. What each may see of a file is narrowed by the matrix of decree
 * 457/2024; these say only whose duties an act belongs to.
 */

/** Public social welfare with client work of its own (§§ 12–15). */
export const CLIENT_WORK: readonly JobRole[] = [
  'broadResponsibility',
  'childsResponsibleWorker',
  'arranging',
  'childWelfareSupervisor',
  'implementing',
];

/** Takes in new matters and so may look for a person by name or code. */
export const INTAKE: readonly JobRole[] = [
  'broadResponsibility',
  'childsResponsibleWorker',
  'arranging',
  'childWelfareSupervisor',
];

/** Decides on the relationship and on who works with a client. */
export const ARRANGING: readonly JobRole[] = [
  'broadResponsibility',
  'childsResponsibleWorker',
  'arranging',
  'childWelfareSupervisor',
];

/** Private social welfare (§ 16, 17): the work of a producer, with the clients bought from it. */
export const PRIVATE: readonly JobRole[] = [
  'privateArranging',
  'privateImplementing',
  'privateAdministrative',
];

/** Health care (§ 18), in a joint service of social welfare and health care. */
export const HEALTH: readonly JobRole[] = ['healthBroad', 'healthLimited'];

/** Roles of §§ 22–24 with no clients of their own: each file is opened for a named duty. */
export const BY_DUTY: readonly JobRole[] = ['ict', 'archive', 'management'];

/**
 * Roles whose tie to a client is neither a unit nor a case: a purchase, a joint service, a guide, an opening for a duty.
 * A grant of theirs gives nothing but in the file to which it is bound.
 */
export const BOUND_BY_FILE: readonly JobRole[] = [...PRIVATE, ...HEALTH, 'student', ...BY_DUTY];

/** Everyone who may open a client's file at all. */
export const FILE_READERS: readonly JobRole[] = [...CLIENT_WORK, 'administrative', ...BOUND_BY_FILE];

/** Writes entries of the client narrative. */
export const NOTE_WRITERS: readonly JobRole[] = [...CLIENT_WORK, 'privateArranging', 'privateImplementing'];

/** Every role there is: for a worker's own matters. */
export const ANY_STAFF: readonly JobRole[] = [
  ...FILE_READERS,
  'mainUser',
  'supervisor',
  'dataProtectionOfficer',
];
