import type { Measure } from './model.ts';

export const measure = (
  id: string,
  [fi, sv, en]: readonly [string, string, string],
  counts: Measure['counts'],
  kinds: Measure['kinds'],
  more: Partial<Measure> = {},
): Measure => ({ id, title: { fi, sv, en }, counts, kinds, ...more });
