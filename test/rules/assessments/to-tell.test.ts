import { describe, expect, test } from 'vitest';
import { judgeTelling, notYetTold } from '../../../shared/domain/assessments/to-tell.ts';
import { RelationId } from '../../../shared/kernel/id.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const TODAY = day('2026-11-24');
const ANNA = RelationId.parse('01KBN4PZ00000000000000000A');
const OTTO = RelationId.parse('01KBN4PZ00000000000000000B');
const custodian = (relationId: RelationId, to?: LocalDate) => ({
  relationId,
  content: { roles: ['custodian' as const], ...(to === undefined ? {} : { to }) },
});
const toCustodian = (relationId?: RelationId) => ({
  recipient: { kind: 'custodian' as const, ...(relationId === undefined ? {} : { relationId }) },
});
const TO_CHILD = { recipient: { kind: 'child' as const } };

describe('who waits to be told of the start of a child welfare relationship', () => {
  test.each([
    ['a child of 12 and a custodian', '2014-11-24', [custodian(ANNA)], [], ['child', 'custodian']],
    ['a child of 12, its custodian told', '2014-11-24', [custodian(ANNA)], [toCustodian(ANNA)], ['child']],
    ['a child of 11 is not waited for', '2014-11-25', [custodian(ANNA)], [toCustodian(ANNA)], []],
    ['a child of unknown age', undefined, [custodian(ANNA)], [toCustodian(ANNA)], ['child']],
    [
      'one custodian of two',
      '2020-01-01',
      [custodian(ANNA), custodian(OTTO)],
      [toCustodian(ANNA)],
      ['custodian'],
    ],
    [
      'a custody that has ended',
      '2020-01-01',
      [custodian(ANNA), custodian(OTTO, day('2025-01-01'))],
      [toCustodian(ANNA)],
      [],
    ],
    [
      'one who is not the recorded custodian',
      '2020-01-01',
      [custodian(ANNA)],
      [toCustodian()],
      ['custodian'],
    ],
    ['a custodian whom the network does not know', '2020-01-01', [], [toCustodian()], []],
    ['nobody known, nobody told', '2020-01-01', [], [TO_CHILD], ['custodian']],
  ])('%s', (_, born, relations, told, missing) => {
    const birthDate = born === undefined ? undefined : day(born);
    expect(notYetTold({ birthDate, relations }, told, { shutOut: new Set(), today: TODAY })).toEqual(
      missing.map((who) => `assessment.${who}NotTold`),
    );
  });
});

test('is told from the day it began and not in the future, and as a custodian only to one in force', () => {
  const family = { birthDate: undefined, relations: [custodian(ANNA), custodian(OTTO, day('2026-01-01'))] };
  const rulesOf = (on: string, of: { recipient: Parameters<typeof judgeTelling>[0]['recipient'] }) =>
    judgeTelling({ ...of, on: day(on) }, family, { began: day('2026-11-20'), today: TODAY }).map(
      ({ rule }) => rule,
    );
  expect(rulesOf('2026-11-20', toCustodian(ANNA))).toEqual([]);
  expect(rulesOf('2026-11-19', TO_CHILD)).toEqual(['assessment.toldOn']);
  expect(rulesOf('2026-11-25', TO_CHILD)).toEqual(['assessment.toldOn']);
  expect(rulesOf('2026-11-24', toCustodian(OTTO))).toEqual(['assessment.toldTo']);
});
