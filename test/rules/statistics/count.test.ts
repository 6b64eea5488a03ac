import { describe, expect, test } from 'vitest';
import { countFigures } from '../../../shared/domain/statistics/count.ts';
import { DEFINITIONS } from '../../../shared/domain/statistics/definitions.ts';
import type { Measure } from '../../../shared/domain/statistics/figure-definition.ts';
import { WAITING } from '../../../shared/domain/statistics/waiting.ts';
import { UnitId } from '../../../shared/kernel/id.ts';
import { FactKind, StoredFact, TOLD_OF_PERSONS } from '../../../shared/statistics-fact.ts';
import { theTree } from '../../house/the-tree.ts';
import { cubesOf } from '../../support/cubes.ts';

const A = UnitId.parse('01KBN4PZ00000000000000000A');
const B = UnitId.parse('01KBN4PZ00000000000000000B');
const person = (digit: string): string => digit.repeat(32);
const fact = (more: object): StoredFact =>
  StoredFact.parse({
    kind: 'serviceDelivered',
    on: '2026-11-24',
    unitId: A,
    serviceTasks: ['families'],
    code: 'familyWork',
    ...more,
  });
const title = { fi: 't', sv: 't', en: 't' };
const measure = (counts: Measure['counts'], more: Partial<Measure> = {}): Measure => ({
  id: counts,
  title,
  counts,
  kinds: ['serviceDelivered'],
  ...more,
});

describe('figures counted from facts', () => {
  const facts = [
    fact({ person: person('1'), days: 3 }),
    fact({ person: person('1'), on: '2026-12-01', days: 4 }),
    fact({ person: person('2'), unitId: B, serviceTasks: ['families', 'childWelfare'] }),
    fact({ kind: 'serviceEnded', person: person('3') }),
  ];

  test('are of as many as are known, and of one more for each that is not', () => {
    const some = [...Array.from({ length: 5 }, () => fact({ person: person('1') })), fact({})];
    expect(countFigures([measure('events')], cubesOf(some))).toEqual([
      { measure: 'events', value: 6, behind: 2 },
    ]);
  });

  test('count times, persons once, and days; and the same again in any order', () => {
    const measures = [measure('events'), measure('persons'), measure('days')];
    const counted = countFigures(measures, cubesOf(facts));
    expect(counted).toEqual([
      { measure: 'events', value: 3, behind: 2 },
      { measure: 'persons', value: 2, behind: 2 },
      { measure: 'days', value: 7, behind: 2 },
    ]);
    expect(countFigures(measures, cubesOf(facts.toReversed()))).toEqual(counted);
  });

  test('are divided by unit, municipality, service task, service and month', () => {
    const keys = (by: Parameters<typeof countFigures>[2]) =>
      countFigures([measure('events')], cubesOf(facts), by, (unitId) => (unitId === A ? '186' : '858'))
        .filter(({ key }) => key !== undefined)
        .map(({ key, value }) => [key, value]);
    expect(keys('unit')).toEqual([
      [A, 2],
      [B, 1],
    ]);
    expect(keys('municipality')).toEqual([
      ['186', 2],
      ['858', 1],
    ]);
    expect(keys('serviceTask')).toEqual([
      ['childWelfare', 1],
      ['families', 3],
    ]);
    expect(keys('code')).toEqual([['familyWork', 3]]);
    expect(keys('month')).toEqual([
      ['2026-11', 2],
      ['2026-12', 1],
    ]);
  });

  test('of a time of the law tell what was in time, late, and without a time', () => {
    const all = [fact({ inTime: true }), fact({ inTime: false }), fact({ inTime: false }), fact({})];
    const of = (inTime: Measure['inTime']) =>
      countFigures([measure('events', inTime === undefined ? {} : { inTime })], cubesOf(all))[0]?.value;
    expect([of(true), of(false), of('unsaid'), of(undefined)]).toEqual([1, 2, 1, 4]);
  });
});

describe('the definitions', () => {
  const measures = DEFINITIONS.flatMap((definition) => definition.measures);

  test('count only what an act of the product writes, and none is named twice', () => {
    const written = theTree
      .filter(({ path }) => /^(functions|shared\/domain)\//.test(path) && !path.includes('/statistics/'))
      .map(({ text }) => text)
      .join('\n');
    const kinds = new Set(measures.flatMap((one) => one.kinds));
    expect([...kinds].filter((kind) => !written.includes(`'${kind}'`))).toEqual([]);
    expect(FactKind.options.filter((kind) => !written.includes(`'${kind}'`))).toEqual([]);
    const ids = [...DEFINITIONS, ...WAITING].map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test('ask how old a person is, and where at home, only of what is told of a person', () => {
    const asking = DEFINITIONS.filter(({ dimensions }) =>
      dimensions.some((one) => one === 'ageGroup' || one === 'homeMunicipality'),
    );
    expect(asking.length).toBeGreaterThan(4);
    const kinds = asking.flatMap(({ measures: own }) => own.flatMap((one) => one.kinds));
    expect(kinds.filter((kind) => !TOLD_OF_PERSONS.has(kind))).toEqual([]);
    expect([...TOLD_OF_PERSONS].filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test('are published in one division of their own, and count no persons over a turn of the year', () => {
    for (const { id, publishedBy, dimensions, periods, measures: own } of DEFINITIONS) {
      expect([id, publishedBy !== undefined && dimensions.includes(publishedBy)]).toEqual([id, true]);
      const isOverYears = periods.includes('halfYearFromApril');
      expect([id, isOverYears && own.some(({ counts }) => counts === 'persons')]).toEqual([id, false]);
    }
  });
});
