import { describe, expect, test } from 'vitest';
import type { AppealRoute } from '../../../shared/domain/decisions/kind-rows.ts';
import {
  forceOf,
  instancesOf,
  nextInstance,
  openUntil,
} from '../../../shared/domain/decisions/rules/force.ts';
import {
  aDecision,
  aReview,
  aService,
  CLIENT,
  day,
  FATHER,
  issuedOn,
  MOTHER,
  official,
  one,
} from '../../support/decision-heads.ts';

const both = [one(MOTHER, { roles: ['custodian'] }), one(FATHER, { roles: ['custodian'] })];
const handed = (who: typeof MOTHER, on: string) =>
  aService(who, { way: 'handedOver', sentOn: day(on), state: 'served', servedOn: day(on) });
const issued = aDecision({ state: 'issued', issued: issuedOn('2026-11-02'), concerned: both });

describe('legal force', () => {
  test('waits for the last of those who were served, each by the own clock', () => {
    const rows = [handed(MOTHER, '2026-11-03'), handed(FATHER, '2026-11-10')];
    // 3 December and 10 December are the last days.
    expect(forceOf(issued, rows, day('2026-12-04'))).toEqual({
      waiting: [{ concernedId: FATHER, for: 'time', until: '2026-12-10' }],
      on: '2026-12-11',
    });
    expect(forceOf(issued, rows, day('2026-12-10')).waiting).toHaveLength(1);
    expect(forceOf(issued, rows, day('2026-12-11'))).toEqual({ waiting: [], on: '2026-12-11' });
  });

  test('does not come while one of them has not been served', () => {
    const found = forceOf(issued, [handed(MOTHER, '2026-11-03')], day('2027-06-01'));
    expect(found).toEqual({ waiting: [{ concernedId: FATHER, for: 'service' }] });
  });

  test('runs from the service that reached the recipient first, not from a copy sent again', () => {
    const rows = [handed(MOTHER, '2026-11-03'), handed(FATHER, '2026-11-03'), handed(FATHER, '2026-11-20')];
    expect(forceOf(issued, rows, day('2026-12-04')).on).toBe('2026-12-04');
  });

  test('comes with the decision itself where nothing can be appealed', () => {
    for (const route of ['none', 'CIV'] satisfies AppealRoute[]) {
      expect(forceOf({ ...issued, route }, [], day('2026-11-02'))).toEqual({ waiting: [], on: '2026-11-02' });
    }
  });

  test('is not spoken of while nothing is decided', () => {
    expect(forceOf(aDecision(), [], day('2026-12-01'))).toEqual({ waiting: [] });
  });

  test('of those without a right of appeal nobody’s time runs', () => {
    const concerned = [one(CLIENT, { mayAppeal: false }), one(MOTHER, { roles: ['custodian'] })];
    const rows = [handed(MOTHER, '2026-11-03')];
    expect(forceOf({ ...issued, concerned }, rows, day('2026-12-04'))).toEqual({
      waiting: [],
      on: '2026-12-04',
    });
  });
});

describe('legal force and a review', () => {
  const rows = [handed(MOTHER, '2026-11-03'), handed(FATHER, '2026-11-03')];
  const result = (more: object) => ({
    outcome: 'upheld' as const,
    on: day('2026-12-14'),
    decidedBy: official(),
    ...more,
  });
  const reviewed = (more: Parameters<typeof aReview>[1]) => ({
    ...issued,
    reviews: [aReview(MOTHER, { arrivedOn: day('2026-12-01'), ...more })],
  });

  test('waits for the result, then for its service, then for the time of the next instance', () => {
    expect(forceOf(reviewed({}), rows, day('2026-12-10'))).toEqual({
      waiting: [{ concernedId: MOTHER, for: 'result' }],
    });
    expect(forceOf(reviewed({ result: result({}) }), rows, day('2026-12-15')).waiting).toEqual([
      { concernedId: MOTHER, for: 'serviceOfResult' },
    ]);
    const served = reviewed({ result: result({ servedOn: day('2026-12-16') }) });
    expect(forceOf(served, rows, day('2026-12-17'))).toEqual({
      waiting: [{ concernedId: MOTHER, for: 'time', until: '2027-01-15' }],
      on: '2027-01-16',
    });
  });

  test('a late one and a withdrawn one leave the claimant’s own time as it was', () => {
    const late = reviewed({
      inTime: false,
      arrivedOn: day('2026-12-09'),
      result: result({ outcome: 'dismissed' }),
    });
    expect(forceOf(late, rows, day('2026-12-20'))).toEqual({ waiting: [], on: '2026-12-04' });
    const withdrawn = reviewed({ result: result({ outcome: 'withdrawn', on: day('2026-12-02') }) });
    expect(forceOf(withdrawn, rows, day('2026-12-20')).on).toBe('2026-12-04');
  });

  test('after the last instance nothing more runs', () => {
    const final = {
      ...reviewed({ instance: 'administrativeCourt', result: result({}) }),
      route: 'HF' as const,
    };
    expect(forceOf(final, rows, day('2026-12-15'))).toEqual({ waiting: [], on: '2026-12-15' });
  });

  test.each<[AppealRoute, string[]]>([
    ['OVK', ['reviewRequest', 'administrativeCourt', 'supremeCourt']],
    ['OVF', ['reviewRequest', 'administrativeCourt']],
    ['HK', ['administrativeCourt', 'supremeCourt']],
    ['HF', ['administrativeCourt']],
    ['K0', ['supremeCourt']],
    ['CIV', []],
    ['none', []],
  ])('by the route %s the instances are %j, one after another', (route, instances) => {
    expect(instancesOf(route)).toEqual(instances);
    let decision = aDecision({ route, concerned: both });
    for (const instance of instances) {
      const next = nextInstance(decision, MOTHER);
      expect(next).toBe(instance);
      if (next !== undefined) {
        decision = { ...decision, reviews: [...decision.reviews, aReview(MOTHER, { instance: next })] };
      }
    }
    expect(nextInstance(decision, MOTHER)).toBeUndefined();
    expect(nextInstance(decision, FATHER)).toBe(instances[0]);
  });

  test('until when one may turn further is told for each apart', () => {
    const served = reviewed({ result: result({ servedOn: day('2026-12-16') }) });
    expect(openUntil(served, rows, MOTHER, day('2026-12-17'))).toBe('2027-01-15');
    expect(openUntil(served, rows, FATHER, day('2026-12-17'))).toBe('2026-12-03');
  });
});
