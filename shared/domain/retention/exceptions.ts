import type * as z from 'zod';
import type { Exception } from './model.ts';

export type ExceptionOf = z.infer<typeof Exception> | undefined;

/** What holds a unit back today, the first of it: pure, over what was looked up. */
export function judgeUnit(of: {
  isDue: boolean;
  isOpen: boolean;
  isHeld: boolean;
  isPending: boolean;
  remains: boolean;
  hasNoArchive: boolean;
}): ExceptionOf {
  if (!of.isDue) return 'notDue';
  if (of.isOpen) return 'openMatter';
  if (of.isHeld) return 'legalHold';
  if (of.isPending) return 'pendingRequest';
  if (of.remains) return 'otherUnitsRemain';
  return of.hasNoArchive ? 'archiveNotSet' : undefined;
}
