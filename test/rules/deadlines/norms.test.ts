import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEADLINE_RULES, RULE_KEYS, ruleOn } from '../../../shared/domain/deadlines/norms/norms.ts';
import type { DeadlineRule } from '../../../shared/domain/deadlines/rule.ts';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';
import { projectRoot } from '../../support/source-files.ts';

const wordings: [string, DeadlineRule][] = RULE_KEYS.flatMap((key) =>
  [...DEADLINE_RULES[key]].map((rule): [string, DeadlineRule] => [key, rule]),
);

/** Where acts say which times they begin. */
const STARTERS = [
  'shared/domain/intake/rules-of-time.ts',
  'shared/domain/decisions/carried-out.ts',
  'shared/domain/decisions/times.ts',
  'shared/domain/plans/kinds.ts',
  'functions/assessments/ended-for-client.ts',
  'functions/assessments/request-custody-report.ts',
  'functions/decisions/service-times.ts',
].map((path) => readFileSync(join(projectRoot, path), 'utf8'));

/** What an official records, and what no act begins: each with the part of the system that is to begin it. */
const NO_ACT_BEGINS = {
  record: [
    'urgentDecisionCarriedOut',
    'afterCare',
    'contactRestrictionByInstitution',
    'movementRestriction',
    'isolation',
    'isolationTotal',
    'isolationTold',
    'restrictionRecordsSent',
    'assistanceCompletionAsked',
    'payerTold',
    'schoolSocialWorker',
    'schoolSocialWorkerUrgent',
    'carerContractEndedByController',
    'carerContractEndedByCarer',
    'carerPaymentStops',
    'refugeeRefund',
    'workPlanReview',
  ],
  money: ['recoveryClaim', 'recoveryClaimLong', 'recoveryFromEstate'],
  counted: ['letterServed', 'electronicMessageServed'],
  dataRequests: [
    'logToClient',
    'dataSubjectRequest',
    'documentRequest',
    'largeDocumentRequest',
    'reminder',
    'breachToAuthority',
  ],
};

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
      'breachToAuthority',
    ]);
  });

  test.each(RULE_KEYS)(
    '%s begins by an act, by what an official records, or by a part that is named',
    (key) => {
      const named = STARTERS.some((text) => text.includes(`'${key}'`));
      const said = new Set(DEADLINE_RULES[key].map(({ startedBy }) => startedBy));
      expect(said.size).toBe(1);
      // An urgent decision's time is met there, and begun nowhere.
      if (key !== 'urgentDecisionCarriedOut') expect(said.has('act')).toBe(named);
    },
  );

  test.each(Object.entries(NO_ACT_BEGINS))('begun by %s are known by name', (by, keys) => {
    expect(RULE_KEYS.filter((key) => DEADLINE_RULES[key].some(({ startedBy }) => startedBy === by))).toEqual(
      keys,
    );
  });

  test('what an official may let stand still is begun by an act, and resumes as the law says', () => {
    const paused = wordings.filter(([, { pause, startedBy }]) => pause !== undefined && startedBy === 'act');
    expect(paused.map(([key, { pause }]) => [key, pause?.resumes])).toEqual([['assistanceDecision', 'anew']]);
  });
});
