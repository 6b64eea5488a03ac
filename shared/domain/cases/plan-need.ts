import type { CaseHead } from './model.ts';

/**
 * Whether a client has a plan in this case. Child welfare makes one for every client (417/2007 § 30); of other services
 * the controller says so, and whoever grants one marks it (C-38).
 */
export function planStateOf({
  plan,
  serviceTasks,
}: Pick<CaseHead, 'plan' | 'serviceTasks'>): CaseHead['plan'] {
  if (plan !== undefined) return plan;
  return serviceTasks.includes('childWelfare') ? 'missing' : undefined;
}
