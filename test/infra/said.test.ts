import { expect, test } from 'vitest';
import * as z from 'zod';
import { saidOf } from '../../infra/said.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { runTool } from '../support/run-tool.ts';

/** What an operator reads when a command ends without having done anything. */

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
};

test('what was mistyped is told in a sentence, not as data of a program', () => {
  const period = thrownBy(() => Period.parse('2026-9'));
  expect(saidOf(period)).toBe('a year 2026, a month 2026-11, or months 2026-10..2027-03');
  const setting = thrownBy(() => z.strictObject({ units: z.int() }).parse({ units: 'many' }));
  expect(saidOf(setting)).toMatch(/^units: \S/);
  expect(saidOf(new Refusal(COMMON_REFUSALS.notFound))).toBe('request.notFound: There is no such thing.');
  expect(saidOf(new Error('stop it first.'))).toBe('stop it first.');
});

test('a definition that there is not, and one that no authority collects, are told with what may be typed', async () => {
  const exported = (...args: string[]) =>
    runTool('node', ['infra/export.ts', ...args, '--folder', 'dist/none'], 'kept');
  const [unknown, uncollected] = await Promise.all([
    exported('nonsense', '2026-10'),
    exported('workDone', '2026-10'),
  ]);
  expect(unknown).toMatchObject({ exitCode: 1 });
  expect(unknown.output).toMatch(/^Nothing is counted as nonsense, but as .*workDone/);
  expect(uncollected).toMatchObject({ exitCode: 1 });
  expect(uncollected.output).toMatch(/^No authority collects this: .*\n.*--folder/);
});
