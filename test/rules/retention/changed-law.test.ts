import { describe, expect, it } from 'vitest';
import { RETENTION_RULES } from '../../../shared/domain/retention/annex.ts';
import { changedRows, rowsOf } from '../../../shared/domain/retention/counted-by.ts';
import {
  decidingRuleOf,
  type RetentionRule,
  retentionRuleOf,
} from '../../../shared/domain/retention/rules.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

/** A change of the law’s own periods, invented: what it does on the day, before it and after it. */

const day = (text: string) => LocalDate.parse(text);
const TODAY = day('2026-11-24');
const question = { documentClass: 'case', serviceTask: 'workingAge' } as const;

/** The working-age row from 2028 on. */
function lawWith(change: Partial<RetentionRule>): RetentionRule[] {
  return RETENTION_RULES.flatMap((rule) => {
    if (rule.serviceTasks?.includes('workingAge') !== true) return [rule];
    const until = { ...rule, validity: { ...rule.validity, to: day('2027-12-31') } };
    const from: RetentionRule = {
      ...rule,
      source: 'keksitty laki 1/2027',
      validity: { from: day('2028-01-01') },
      ...change,
    };
    return [until, from];
  });
}

describe('a period that is lengthened for what is older too', () => {
  const law = lawWith({ years: 15 });
  const dueOf = (closed: string, on = TODAY) =>
    decidingRuleOf(question, { caseClosed: day(closed) }, on, law)?.dueMonth;

  it('leaves what is due before it to the row before, and lengthens what is not', () => {
    expect(dueOf('2017-05-10')).toBe('2027-06');
    expect(dueOf('2018-01-10')).toBe('2033-02');
  });

  it('decides of the month of its first day itself: nothing is destroyed on the last night by the row that ends', () => {
    expect(dueOf('2017-11-24')).toBe('2027-12');
    expect(dueOf('2017-12-01')).toBe('2033-01');
  });

  it('is the row of the day from its first day on', () => {
    expect(retentionRuleOf(question, day('2027-12-31'), {}, law)?.years).toBe(10);
    expect(retentionRuleOf(question, day('2028-01-01'), {}, law)?.years).toBe(15);
    expect(dueOf('2017-05-10', day('2028-01-01'))).toBe('2032-06');
  });
});

describe('a period that is shortened for what is older too', () => {
  const law = lawWith({ years: 5 });
  const dueOf = (closed: string) =>
    decidingRuleOf(question, { caseClosed: day(closed) }, TODAY, law)?.dueMonth;

  it('makes due on its first day what its period has run out for, and nothing before', () => {
    expect(dueOf('2020-03-01')).toBe('2028-01');
    expect(dueOf('2023-06-01')).toBe('2028-07');
    expect(dueOf('2017-03-01')).toBe('2027-04');
  });
});

describe('a period that decides of what happens from its first day on', () => {
  const law = lawWith({ years: 15, reaches: 'eventsFrom' });
  const dueOf = (closed: string, on: string) =>
    decidingRuleOf(question, { caseClosed: day(closed) }, day(on), law)?.dueMonth;

  it('leaves matters that were closed before to the row before, also when that is repealed', () => {
    expect(dueOf('2026-11-24', '2026-11-24')).toBe('2036-12');
    expect(dueOf('2026-11-24', '2030-01-01')).toBe('2036-12');
    expect(dueOf('2028-01-01', '2030-01-01')).toBe('2043-02');
  });
});

it('a row that is repealed and not replaced makes nothing due from then on', () => {
  const law = lawWith({}).filter(({ source }) => !source.includes('keksitty'));
  expect(decidingRuleOf(question, { caseClosed: day('2026-11-24') }, TODAY, law)).toBeUndefined();
  expect(decidingRuleOf(question, { caseClosed: day('2016-11-24') }, TODAY, law)?.dueMonth).toBe('2026-12');
});

describe('what is counted again when a row changes', () => {
  const now = rowsOf(RETENTION_RULES, []);
  it('is what the row is about, in the months in which it may stand', () => {
    expect(changedRows(now, rowsOf(RETENTION_RULES, []))).toBeUndefined();
    const others = changedRows(now, rowsOf(lawWith({ years: 15 }), []));
    expect(others).toMatchObject({ years: 15, beyondIndex: false });
    expect(new Set(others?.rows.flatMap(({ serviceTasks }) => serviceTasks))).toEqual(
      new Set(['workingAge']),
    );
  });

  it('is looked for beyond these months where it waited for another event, or was kept for good', () => {
    expect(changedRows(now, rowsOf(lawWith({ event: 'clientDied' }), []))?.beyondIndex).toBe(true);
    const plan = { recordType: 'workingAge', startEvent: null, source: 'AMS 1' };
    const forGood = rowsOf(RETENTION_RULES, [{ ...plan, years: null }]);
    expect(changedRows(forGood, rowsOf(RETENTION_RULES, [{ ...plan, years: 20 }]))?.beyondIndex).toBe(true);
    // The plan of what tells of no client moves no unit.
    expect(
      changedRows(now, rowsOf(RETENTION_RULES, [{ ...plan, recordType: 'user', years: 20 }])),
    ).toBeUndefined();
  });
});
