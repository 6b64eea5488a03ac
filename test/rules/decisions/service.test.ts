import { describe, expect, test } from 'vitest';
import { DecisionKind, kindOf } from '../../../shared/domain/decisions/kinds.ts';
import {
  appealByOf,
  fetchBy,
  isUnfetched,
  judgeShown,
  judgeWay,
  needsProof,
  presumedDay,
  servedDay,
} from '../../../shared/domain/decisions/rules/service.ts';
import { Way } from '../../../shared/domain/decisions/service-model.ts';
import { aDecision, aService, CLIENT, day, TODAY } from '../../support/decision-heads.ts';

describe('the day on which a copy counts as served', () => {
  test.each<[Way, string, string | undefined]>([
    ['letter', '2026-11-24', '2026-12-01'],
    // Over the turn of the year; a presumed day may be a holiday, for nothing has to be done on it.
    ['letter', '2026-12-30', '2027-01-06'],
    ['electronic', '2026-11-24', '2026-11-27'],
    ['verifiableLetter', '2026-11-24', undefined],
    ['handedOver', '2026-11-24', undefined],
    ['summons', '2026-11-24', undefined],
    ['verifiableElectronic', '2026-11-24', undefined],
  ])('%s sent on %s: %s (434/2003 59 §; 13/2003 19 §)', (way, sentOn, expected) => {
    expect(presumedDay(way, day(sentOn))).toBe(expected);
  });

  test('a presumption holds from its day on, and not for a letter that came back', () => {
    const sent = { way: 'letter' as const, sentOn: day('2026-11-17') };
    expect(servedDay(aService(CLIENT, sent), day('2026-11-23'))).toBeUndefined();
    expect(servedDay(aService(CLIENT, sent), day('2026-11-24'))).toBe('2026-11-24');
    expect(servedDay(aService(CLIENT, { ...sent, state: 'failed' }), day('2026-12-24'))).toBeUndefined();
  });

  test('what is shown goes before what is presumed', () => {
    const shown = aService(CLIENT, {
      sentOn: day('2026-11-02'),
      state: 'served',
      servedOn: day('2026-11-20'),
    });
    expect(servedDay(shown, TODAY)).toBe('2026-11-20');
  });

  test('a verifiable electronic copy is fetched within seven days, or another way is needed (13/2003 18 §)', () => {
    const row = aService(CLIENT, { way: 'verifiableElectronic', sentOn: day('2026-11-17'), consented: true });
    expect(fetchBy(row.way, row.sentOn)).toBe('2026-11-24');
    expect(isUnfetched(row, day('2026-11-24'))).toBe(false);
    expect(isUnfetched(row, day('2026-11-25'))).toBe(true);
    expect(judgeShown(row, day('2026-11-24'), day('2026-11-30'))).toEqual([]);
    expect(judgeShown(row, day('2026-11-25'), day('2026-11-30'))).toHaveLength(1);
    expect(isUnfetched({ ...row, way: 'verifiableLetter' }, day('2027-01-01'))).toBe(false);
  });

  test.each([
    ['2026-11-16', 'before it was sent', 1],
    ['2026-11-17', 'the day it was sent', 0],
    ['2026-11-24', 'today', 0],
    ['2026-11-25', 'tomorrow', 1],
  ])('shown as served on %s, %s: %i findings', (on, _, count) => {
    const row = aService(CLIENT, { way: 'handedOver', sentOn: day('2026-11-17') });
    expect(judgeShown(row, day(on), TODAY)).toHaveLength(count);
  });
});

describe('the last day of a time of thirty days', () => {
  test.each([
    // The day of service is not counted (150/1930 2 §).
    ['2026-11-24', '2026-12-24', '2026-12-28'],
    ['2026-11-02', '2026-12-02', '2026-12-02'],
    // Ends on Independence Day, a Sunday.
    ['2026-11-06', '2026-12-06', '2026-12-07'],
    // Ends on New Year's Day, a Friday; then the weekend.
    ['2026-12-02', '2027-01-01', '2027-01-04'],
    // Ends on Good Friday.
    ['2027-02-24', '2027-03-26', '2027-03-30'],
  ])('served on %s: the thirtieth day is %s, the last %s', (servedOn, _, last) => {
    expect(appealByOf(day(servedOn))).toBe(last);
  });
});

describe('the way of service', () => {
  const proofs: readonly Way[] = ['verifiableLetter', 'handedOver', 'summons', 'verifiableElectronic'];

  test.each(DecisionKind.options)(
    '%s that obliges nobody asks for proof exactly where its own law does',
    (kind) => {
      const { route, service } = kindOf(kind);
      expect(needsProof(aDecision({ kind, route, obliging: false }))).toBe(service === 'verifiable');
    },
  );

  test.each(Way.options)(
    '%s serves an obliging decision only if it proves the day (434/2003 60 §)',
    (way) => {
      const found = judgeWay(aDecision({ obliging: true }), { way, consented: true });
      expect(found.map(({ rule }) => rule)).toEqual(proofs.includes(way) ? [] : ['decision.proofNeeded']);
    },
  );

  test('an obliging decision whose service starts no time needs no proof', () => {
    expect(needsProof(aDecision({ obliging: true, route: 'none' }))).toBe(false);
  });

  test.each<[Way, boolean]>([
    ['electronic', true],
    ['verifiableElectronic', true],
    ['letter', false],
    ['handedOver', false],
  ])('%s without the recipient’s consent is refused: %s (13/2003)', (way, isRefused) => {
    const found = judgeWay(aDecision(), { way, consented: false });
    expect(found.some(({ rule }) => rule === 'decision.consentNeeded')).toBe(isRefused);
  });
});
