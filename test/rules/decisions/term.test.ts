import { describe, expect, test } from 'vitest';
import { DecisionKind, kindOf } from '../../../shared/domain/decisions/kinds.ts';
import { isWithin, judgeTerm, lastDayOf } from '../../../shared/domain/decisions/rules/term.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { aDecision, day, TODAY } from '../../support/decision-heads.ts';

const rulesOf = (...of: Parameters<typeof judgeTerm>): string[] => judgeTerm(...of).map(({ rule }) => rule);

describe('the term of a decision', () => {
  test.each([
    ['2026-11-24', { count: 30, unit: 'days' as const }, '2026-12-23'],
    ['2026-11-24', { count: 1, unit: 'years' as const }, '2027-11-23'],
    ['2026-08-31', { count: 6, unit: 'months' as const }, '2027-02-27'],
    ['2026-11-24', { count: 12, unit: 'hours' as const }, '2026-11-25'],
    ['2026-12-15', { count: 30, unit: 'days' as const }, '2027-01-13'],
  ])('from %s, %j at longest: to %s', (from, longest, to) => {
    expect(lastDayOf(day(from), longest)).toBe(to);
  });

  const limited = DecisionKind.options.filter((kind) => kindOf(kind).longest !== undefined);

  test.each(limited)('%s: needs a last day, and none after the longest the law allows', (kind) => {
    const { longest } = kindOf(kind);
    if (longest === undefined) throw new Error('not limited');
    const last = lastDayOf(TODAY, longest);
    const of = (validity: { from: typeof TODAY; to?: typeof TODAY } | undefined) =>
      rulesOf(
        aDecision({ kind, result: 'measure', ...(validity === undefined ? {} : { validity }) }),
        undefined,
      );
    expect(of(undefined)).toEqual(['decision.lastDayNeeded']);
    expect(of({ from: TODAY })).toEqual(['decision.lastDayNeeded']);
    expect(of({ from: TODAY, to: last })).toEqual([]);
    expect(of({ from: TODAY, to: addDays(last, 1) })).toEqual(['decision.termTooLong']);
  });

  test('may be until further notice where the law sets no longest', () => {
    expect(rulesOf(aDecision({ validity: { from: TODAY } }), undefined)).toEqual([]);
    expect(rulesOf(aDecision(), undefined)).toEqual([]);
  });

  test('does not end before it begins, and a rejection has none', () => {
    const backwards = { from: TODAY, to: day('2026-11-23') };
    expect(rulesOf(aDecision({ validity: backwards }), undefined)).toEqual(['decision.termInOrder']);
    const rejected = aDecision({ result: 'rejecting', validity: { from: TODAY } });
    expect(rulesOf(rejected, undefined)).toEqual(['decision.rejectionHasNoTerm']);
  });

  test('an extension begins before the urgent placement has lapsed (417/2007 38 a §)', () => {
    const earlier = aDecision({
      kind: '11027',
      validity: { from: day('2026-11-01'), to: day('2026-11-30') },
    });
    const extension = (from: string) =>
      rulesOf(
        aDecision({ kind: '11025', result: 'measure', validity: { from: day(from), to: day('2026-12-20') } }),
        earlier,
      );
    expect(extension('2026-12-01')).toEqual([]);
    expect(extension('2026-12-02')).toEqual(['decision.termContinues']);
  });

  test('a power of seven days does not reach to a decision without a last day', () => {
    expect(isWithin({ from: TODAY }, { count: 7, unit: 'days' })).toBe(false);
    expect(isWithin(undefined, { count: 7, unit: 'days' })).toBe(false);
    expect(isWithin({ from: TODAY }, undefined)).toBe(true);
  });
});
