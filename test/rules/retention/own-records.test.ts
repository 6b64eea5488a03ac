import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/domain/controllers/settings/settings.ts';
import { ownRecordRules } from '../../../shared/domain/retention/own-records.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

/** Arkistosuunnitelma: what it says of records that tell of no client, where it says it more than once. */

const TODAY = LocalDate.parse('2026-11-24');
const row = (recordType: string, years: number | null, startEvent: string | null = null) => ({
  recordType,
  years,
  startEvent,
  source: `suunnitelma: ${years ?? 'pysyvästi'}`,
});
const ruleOf = (kind: string, rules: ReturnType<typeof row>[]) =>
  ownRecordRules(TODAY, { rules, ownRecordYears: { notice: 12 } }).find((rule) => rule.kind === kind);

test.each([
  ['a shorter one stands first', [row('notice', 2), row('notice', 20)]],
  ['a longer one stands first', [row('notice', 20), row('notice', 2)]],
])('of two rows about one kind the longer counts, whichever stands first: %s', (_where, rules) => {
  expect(ruleOf('notice', rules)).toMatchObject({ years: 20, source: 'suunnitelma: 20' });
});

test('what one of them keeps for good, or from an event that is not known here, is kept', () => {
  const forGood = ruleOf('notice', [row('notice', 2), row('notice', null)]);
  expect(forGood).toMatchObject({ from: 'never', source: 'suunnitelma: pysyvästi' });
  const unknown = ruleOf('notice', [row('notice', 2), row('notice', 3, 'caseClosed')]);
  expect(unknown).toMatchObject({ source: 'suunnitelma: 3' });
  expect(unknown?.years).toBeUndefined();
});

test('where the law gives a period, no row shortens it and the longest lengthens it', () => {
  expect(ruleOf('accessLog', [row('accessLog', 2), row('accessLog', 3)])).toMatchObject({
    years: 12,
    source: '703/2023 liite',
  });
  expect(ruleOf('accessLog', [row('accessLog', 2), row('accessLog', 15)])).toMatchObject({ years: 15 });
});

test('a row of the delegation table, which a decision names as long as it is kept, has no end until the plan gives one', () => {
  const [bare, planned] = [[], [row('delegation', 130)]].map((rules) =>
    ownRecordRules(TODAY, { ...defaultSettings.retention, rules }).find(({ kind }) => kind === 'delegation'),
  );
  expect(bare?.years).toBeUndefined();
  expect(planned).toMatchObject({ years: 130 });
});
