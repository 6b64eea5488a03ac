import { expect, test } from 'vitest';
import { AGE_GROUPS } from '../../../shared/age-groups.ts';
import { DEFINITIONS } from '../../../shared/domain/statistics/definitions.ts';
import { divisionsOf } from '../../../shared/domain/statistics/make-edition.ts';
import { type Dimension, MOST_ROWS } from '../../../shared/domain/statistics/model.ts';

/**
 * Parts of each division, with one that is not said, as many as one controller of the whole country would have: every
 * municipality (list 1.2.246.537.6.21 has some 310), and two thousand units. Codes are ours, and far fewer.
 */
const PARTS: Record<Dimension, number> = {
  unit: 2000,
  municipality: 320,
  homeMunicipality: 320,
  ageGroup: AGE_GROUPS.length + 1,
  serviceTask: 8,
  code: 300,
  month: 12,
};

test('no definition has more rows than an edition holds, were the whole country one controller', () => {
  const most = DEFINITIONS.map((definition) => {
    const parts = divisionsOf(definition).reduce((sum, by) => sum + PARTS[by], 1);
    return { id: definition.id, rows: definition.measures.length * parts };
  });
  expect(most.filter(({ rows }) => rows > MOST_ROWS)).toEqual([]);
});
