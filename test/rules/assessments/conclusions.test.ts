import { expect, test } from 'vitest';
import { definitionOf } from '../../../shared/documents/catalogue.ts';
import { judgeConclusions } from '../../../shared/domain/assessments/conclusions.ts';

test.each(['1000', '1005', '1008', '1012', '1013', '1019'])(
  'the conclusions are asked for in a national assessment of type %s, and not when they are said',
  (arc) => {
    const definition = definitionOf(`1.2.246.537.6.1506.${arc}`);
    if (definition === undefined) throw new Error('No such definition.');
    const [missing, ...more] = judgeConclusions(definition, {}, ['need']);
    expect(more).toEqual([]);
    expect(missing).toMatchObject({ rule: 'document.missing', severity: 'error' });
    const [, root = '', group = '', field = ''] = missing?.path?.split('/') ?? [];
    expect(root).toBe(definition.key);
    expect(judgeConclusions(definition, { [root]: { [group]: { [field]: ' ' } } }, ['need'])).toHaveLength(1);
    expect(
      judgeConclusions(definition, { [root]: { [group]: { [field]: 'Tuen tarve.' } } }, ['need']),
    ).toEqual([]);
  },
);
