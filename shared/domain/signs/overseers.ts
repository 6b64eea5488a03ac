import type { JobRole } from '../../access/job-roles.ts';

/**
 * Roles whose work is to look over what others do, to bill it or to keep it (457/2024 §§ 17, 23 and 24; supervision of
 * one's own unit): they look at many files and write in few, so that a look alone is no sign. The own file, a colleague's
 * file, the own address, an opening without a tie and late hours are signs of theirs too.
 */
const OVERSEERS: ReadonlySet<JobRole> = new Set([
  'supervisor',
  'management',
  'administrative',
  'privateAdministrative',
  'archive',
  'dataProtectionOfficer',
]);

export const isOverseer = (role: JobRole): boolean => OVERSEERS.has(role);
