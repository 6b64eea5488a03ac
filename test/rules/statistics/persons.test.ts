import { expect, test } from 'vitest';
import {
  PersonCollections,
  PersonRecord,
  PersonValue,
} from '../../../shared/domain/controllers/settings/person-collections.ts';
import type { DecisionHead } from '../../../shared/domain/decisions/model.ts';
import {
  type ChildOfYear,
  isAbout,
  measuresIn,
  rowsOfChild,
} from '../../../shared/domain/statistics/persons/child.ts';
import { PERSON_COLLECTIONS } from '../../../shared/domain/statistics/persons/collections.ts';
import { aDecision, day, issuedOn, official } from '../../support/decision-heads.ts';

const decided = (
  kind: DecisionHead['kind'],
  days: {
    issued: string;
    begun?: string;
    to?: string;
    end?: [string, NonNullable<DecisionHead['end']>['ground']];
    result?: DecisionHead['result'];
  },
): DecisionHead =>
  aDecision({
    kind,
    result: days.result ?? 'measure',
    issued: issuedOn(days.issued),
    validity: { from: day(days.issued), ...(days.to === undefined ? {} : { to: day(days.to) }) },
    ...(days.begun === undefined ? {} : { begun: { on: day(days.begun), by: official() } }),
    ...(days.end === undefined ? {} : { end: { on: day(days.end[0]), ground: days.end[1], by: official() } }),
  });

const WANTED = [
  { code: 'huostaanotto', kinds: ['11023', '11061'] },
  { code: '2', kinds: ['11027'] },
  { code: 'avo', kinds: ['11030'] },
  { code: 'tuki', kinds: ['11002'] },
];
const of2026 = (...decisions: DecisionHead[]) =>
  measuresIn('2026', decisions, WANTED).map(({ measure }) => measure);

test('a measure is of each year in which it was in force, as it stood on the last day of it', () => {
  const care = decided('11023', {
    issued: '2024-02-01',
    begun: '2024-02-05',
    end: ['2027-03-01', 'endedByDecision'],
  });
  expect(of2026(care)).toEqual([
    {
      measure: 'huostaanotto',
      decisionKind: '11023',
      decidedOn: '2024-02-01',
      begunOn: '2024-02-05',
      isPlacement: true,
    },
  ]);
  const urgent = decided('11027', { issued: '2026-06-01', begun: '2026-06-02', to: '2026-06-30' });
  const sooner = decided('11027', {
    issued: '2026-07-01',
    begun: '2026-07-01',
    to: '2026-07-30',
    end: ['2026-07-09', 'fulfilled'],
  });
  expect(of2026(urgent, sooner)).toMatchObject([
    { endedOn: '2026-06-30' },
    { endedOn: '2026-07-09', endGround: 'fulfilled' },
  ]);
  expect(of2026(urgent)[0]).not.toHaveProperty('endGround');
  for (const none of [
    decided('11027', { issued: '2025-12-01', begun: '2025-12-01', to: '2025-12-30' }),
    decided('11027', { issued: '2027-01-01', begun: '2027-01-01' }),
    decided('11030', { issued: '2026-06-01', result: 'rejecting' }),
    decided('11023', { issued: '2026-06-01', begun: '2026-06-01', end: ['2026-06-20', 'factualError'] }),
    // Of another task, and of nothing that a collection names.
    decided('11052', { issued: '2026-06-01', result: 'granting' }),
  ]) {
    expect(of2026(none)).toEqual([]);
  }
});

test('a child is placed when a placement was carried out; a decision that was not leaves the child out of the placed', () => {
  const lapsed = of2026(decided('11023', { issued: '2026-06-01', end: ['2026-09-01', 'notBegun'] }));
  const placed = of2026(decided('11030', { issued: '2026-06-01', begun: '2026-06-03' }));
  const support = of2026(decided('11002', { issued: '2026-06-01', begun: '2026-06-03', result: 'granting' }));
  expect([lapsed, placed, support].map((measures) => isAbout({ of: 'placed' }, { measures }))).toEqual([
    false,
    true,
    false,
  ]);
  expect(isAbout({ of: 'clients' }, { measures: [] })).toBe(true);
});

test('columns are filled in the order in which the record names them, a row for each measure or for each child', () => {
  const child: ChildOfYear = {
    identityCode: '050512A9077',
    birthYear: 2012,
    homeMunicipality: undefined,
    notifications: 2,
    assessments: { begun: 1, ready: 0 },
    measures: of2026(
      decided('11023', { issued: '2026-07-01', begun: '2026-07-02' }),
      decided('11027', { issued: '2026-06-01', begun: '2026-06-01', to: '2026-06-30' }),
    ),
  };
  const fields = PersonValue.options.map((value) => ({ name: value, value }));
  const all = ['2026', '050512A9077', '2012', '13-17', '', '2', '1', '0', '1', '2', ''];
  expect(rowsOfChild({ rowPer: 'measure', fields }, '2026', child)).toEqual([
    [...all, '2', '11027', '2026-06-01', '2026-06-01', '2026-06-30', ''],
    [...all, 'huostaanotto', '11023', '2026-07-01', '2026-07-02', '', ''],
  ]);
  const two = [
    { name: 'b', value: 'birthYear' },
    { name: 'a', value: 'year' },
  ] as const;
  expect(rowsOfChild({ rowPer: 'child', fields: [...two] }, '2026', child)).toEqual([['2012', '2026']]);
  expect(rowsOfChild({ rowPer: 'measure', fields }, '2026', { ...child, measures: [] })).toHaveLength(1);
});

test('the columns of this system are a record as the settings take one, and a collection is named once', () => {
  for (const { record } of Object.values(PERSON_COLLECTIONS)) {
    expect(PersonRecord.parse(record)).toEqual(record);
    const [first, second] = record.fields;
    expect(PersonRecord.safeParse({ ...record, fields: [first, first] }).success).toBe(false);
    expect(PersonRecord.safeParse({ ...record, fields: [first, { ...second, value: 'name' }] }).success).toBe(
      false,
    );
  }
  const one = {
    collection: 'childWelfareYear',
    recipient: 'thl',
    provision: '668/2008 5 §',
    key: { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) },
    record: null,
  };
  expect(PersonCollections.safeParse([one]).success).toBe(true);
  expect(PersonCollections.safeParse([one, one]).success).toBe(false);
});
