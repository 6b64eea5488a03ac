import { expect, test } from 'vitest';
import { planterHands } from '../../../shared/aws/planter-hands.ts';
import type { Planned } from '../../../shared/domain/plantings/model.ts';
import { ended, type Report } from '../../../shared/domain/plantings/rules.ts';
import { ControllerId, KeyId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { testWorld } from '../../support/world.ts';

const at = (moment: string): Instant => Instant.parse(`2026-11-${moment}:00.000Z`);
const SESSION = 'assumed-role/sointu-test-planter/KEUSOTE';

/** A refused read of another controller's, planted on a day; the record of its refusal may lack the key. */
const refused = (key: string, plantedAt: Instant): Planned => ({
  made: {
    kind: 'readAcrossControllers',
    key: KeyId.parse(key),
    other: ControllerId.parse('LOIMAA'),
    by: SESSION,
  },
  dueAt: plantedAt,
  plantedAt,
});
const report = (name: string, moment: Instant): Report => ({
  name,
  control: 'witnesses',
  at: moment,
  finding: 'keyUseRefused',
  by: `arn:aws:sts::1:${SESSION}`,
});
const today = refused('7ZZZZZZZZZ0000000000000002', at('25T06:00'));

test('what was reported of yesterday’s session is not of today’s: a control that fell asleep overnight is found out', () => {
  const before = report('yesterdays', at('24T08:00'));
  expect(ended([today], [before], at('25T07:00'))).toEqual({ still: [today], results: [] });
  expect(ended([today], [before], at('26T06:01')).results).toMatchObject([{ result: 'missed' }]);
  const own = report('todays', at('25T08:00'));
  expect(ended([today], [before, own], at('25T08:10')).results).toMatchObject([
    { result: 'found', found: { report: 'todays' } },
  ]);
});

test('a report that came late stands for one day only', () => {
  const late = report('late', at('25T07:00'));
  const yesterday = refused('7ZZZZZZZZZ0000000000000001', at('24T20:00'));
  const { results } = ended([yesterday], [late], at('25T07:10'));
  expect(results).toMatchObject([{ result: 'found' }]);
  expect(ended([today], [late], at('25T07:10'), results).still).toEqual([today]);
});

test('to be let through to bytes that are no key’s is no refusal', async () => {
  const { services } = await testWorld();
  const { isRefusal } = planterHands(services.tables, {
    role: 'arn:aws:iam::1:role/sointu-test-planter',
    keyNameOf: () => 'alias/of-another',
    archive: 'archive',
  });
  const named = (name: string): Error => Object.assign(new Error('no'), { name });
  expect(isRefusal(named('AccessDeniedException'))).toBe(true);
  expect(isRefusal(named('InvalidCiphertextException'))).toBe(false);
});
