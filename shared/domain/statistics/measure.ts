import type { FigureDefinition, Measure } from './figure-definition.ts';
import type { Dimension } from './model.ts';

/** What definitions have in common. */
export const DIMENSIONS_OF_WORK: readonly Dimension[] = [
  'unit',
  'municipality',
  'serviceTask',
  'code',
  'month',
];
/** Of kinds whose facts say how old the person is, and where at home. */
export const DIMENSIONS_OF_PERSONS: readonly Dimension[] = [
  ...DIMENSIONS_OF_WORK,
  'homeMunicipality',
  'ageGroup',
];
export const OWN_REPORTS: FigureDefinition['periods'] = ['month', 'quarter', 'year', 'fromJanuary'];

export const measure = (
  id: string,
  [fi, sv, en]: readonly [string, string, string],
  counts: Measure['counts'],
  kinds: Measure['kinds'],
  more: Partial<Measure> = {},
): Measure => ({ id, title: { fi, sv, en }, counts, kinds, ...more });

/** Decisions of these kinds that give or order something; `rejecting`: that refuse it. */
export const decided = (kinds: readonly string[], how: 'made' | 'rejecting' = 'made'): Partial<Measure> => ({
  codes: kinds.flatMap((kind) =>
    how === 'made' ? [`${kind}:granting`, `${kind}:measure`] : [`${kind}:rejecting`],
  ),
});
