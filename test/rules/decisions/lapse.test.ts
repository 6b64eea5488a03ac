import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../shared/domain/deadlines/due-of.ts';
import { ruleOn } from '../../../shared/domain/deadlines/norms/norms.ts';
import { DecisionKind, kindOf } from '../../../shared/domain/decisions/kinds.ts';
import { hasLapsed, lastDayToBegin } from '../../../shared/domain/decisions/rules/term.ts';
import { OF_LAPSE } from '../../../shared/domain/decisions/times.ts';
import { day, issuedOn, official } from '../../support/decision-heads.ts';

const issued = issuedOn('2026-11-24');
const force = { on: day('2027-01-31'), by: official() };
const begun = { on: day('2027-02-01'), by: official() };

describe('a decision that must be begun in a time', () => {
  test('is of the kinds whose law says so, and each has the time that is watched', () => {
    const kinds = DecisionKind.options.filter((kind) => kindOf(kind).beginWithin !== undefined);
    expect(kinds.toSorted()).toEqual(Object.keys(OF_LAPSE).toSorted());
    for (const kind of kinds) {
      const from = kindOf(kind).beginWithin?.from === 'issued' ? issued.on : force.on;
      const rule = OF_LAPSE[kind];
      if (rule === undefined) throw new Error('no rule');
      expect(dueOf(ruleOn(rule, from).count, { on: from }).dueOn).toBe(
        lastDayToBegin({ kind, issued, force }),
      );
    }
  });

  test.each([
    ['special care on its ninetieth day', { kind: '11012', issued }, '2027-02-22', false],
    ['special care the day after', { kind: '11012', issued }, '2027-02-23', true],
    ['special care that was begun', { kind: '11012', issued, begun }, '2027-06-01', false],
    ['taking into care without legal force', { kind: '11023', issued }, '2028-01-01', false],
    [
      'taking into care on the last day of its three months',
      { kind: '11023', issued, force },
      '2027-04-30',
      false,
    ],
    ['taking into care the day after', { kind: '11023', issued, force }, '2027-05-01', true],
    ['a service, which never does', { kind: '11052', issued, force }, '2030-01-01', false],
  ] as const)('%s', (_what, head, today, lapsed) => {
    expect(hasLapsed(head, day(today))).toBe(lapsed);
  });
});
