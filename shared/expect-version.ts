import { COMMON_REFUSALS, Refusal } from './kernel/refusal.ts';

/**
 * The version the caller saw must be the one that stands. The transaction holds the same condition; this
 * only saves the work of sealing what would be refused.
 * @throws Refusal `request.stale` with the current version.
 */
export function expectVersion(item: { version: number }, seen: number): void {
  if (item.version !== seen) throw new Refusal(COMMON_REFUSALS.stale, { details: { version: item.version } });
}
