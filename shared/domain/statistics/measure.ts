import type { FigureDefinition, Measure } from './figure-definition.ts';
import { Dimension } from './model.ts';

/** What definitions have in common. */
export const EVERY_DIMENSION = Dimension.options;
export const OWN_REPORTS: FigureDefinition['periods'] = ['month', 'quarter', 'year'];

export const measure = (
  id: string,
  [fi, sv, en]: readonly [string, string, string],
  counts: Measure['counts'],
  kinds: Measure['kinds'],
  more: Partial<Measure> = {},
): Measure => ({ id, title: { fi, sv, en }, counts, kinds, ...more });
