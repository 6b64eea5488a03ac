import { describe, expect, test } from 'vitest';
import { DEADLINE_RULES, RULE_KEYS, ruleOn } from '../../../shared/domain/deadlines/norms/norms.ts';
import type { DeadlineRule } from '../../../shared/domain/deadlines/rule.ts';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';

const wordings: [string, DeadlineRule][] = RULE_KEYS.flatMap((key) =>
  [...DEADLINE_RULES[key]].map((rule): [string, DeadlineRule] => [key, rule]),
);

describe('the times of the law', () => {
  test.each(wordings)('%s names its source, in three languages what it is', (_key, rule) => {
    expect(rule.statute).toMatch(/\d+\/\d{3,4}/);
    expect(Object.values(rule.name).every((words) => words.length > 3)).toBe(true);
    expect(rule.starts.length * rule.ends.length).toBeGreaterThan(0);
  });

  test.each(RULE_KEYS)('%s has one wording a day, the next from the day after the last', (key) => {
    const versions: readonly DeadlineRule[] = DEADLINE_RULES[key];
    versions.slice(1).forEach(({ validity }, nth) => {
      const before = versions[nth]?.validity.to;
      expect(before === undefined ? undefined : addDays(before, 1)).toBe(validity.from);
    });
    expect(versions.at(-1)?.validity.to).toBeUndefined();
  });

  test('a matter keeps the wording in force when its time began', () => {
    const countOn = (day: string) => ruleOn('afterCare', LocalDate.parse(day)).count;
    expect(countOn('2023-12-31')).toMatchObject({ latestAge: 25 });
    expect(countOn('2024-01-01')).toMatchObject({ latestAge: 23 });
    expect(countOn('1999-05-05')).toMatchObject({ latestAge: 25 });
  });

  test('what ends a measure against somebody is never put off by a holiday', () => {
    const lengthened = wordings.filter(
      ([, { purpose, count }]) => purpose === 'limit' && 'moves' in count && count.moves,
    );
    expect(lengthened).toEqual([]);
  });

  test('what is from memory says so', () => {
    expect(wordings.filter(([, { status }]) => status === 'fromMemory').map(([key]) => key)).toEqual([
      'afterCare',
    ]);
  });
});
