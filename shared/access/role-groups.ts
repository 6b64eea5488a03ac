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

/** Everyone who may open a client's file at all, private providers and administration included. */
export const FILE_READERS: readonly JobRole[] = [
  ...CLIENT_WORK,
  'administrative',
  'privateArranging',
  'privateImplementing',
  'privateAdministrative',
];

/** Writes entries of the client narrative. */
export const NOTE_WRITERS: readonly JobRole[] = [...CLIENT_WORK, 'privateArranging', 'privateImplementing'];

/** Every role there is: for a worker's own matters. */
export const ANY_STAFF: readonly JobRole[] = [
  ...FILE_READERS,
  'healthBroad',
  'healthLimited',
  'student',
  'ict',
  'archive',
  'management',
  'mainUser',
  'supervisor',
  'dataProtectionOfficer',
];
