import { describe, expect, test } from 'vitest';
import { readRequirements, stateOfRow, testsByRow } from '../support/requirement-rows.ts';
import { countLine, summarise, type VitestResult } from '../support/test-result.ts';

const result = (changes: Partial<VitestResult> = {}): VitestResult => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...changes,
});

describe('the count of a run says what happened', () => {
  test('the tests run on the pinned Node', () => {
    expect(process.version).toMatch(/^v24\./);
  });

  test('a run that passed is counted and succeeds', () => {
    const summary = summarise(result(), 0);
    expect(countLine(summary)).toBe('3 passed, 0 failed');
    expect(summary.exitCode).toBe(0);
  });

  test('skipped tests are named after the count', () => {
    expect(countLine(summarise(result({ numPendingTests: 2 }), 0))).toBe('3 passed, 0 failed, 2 skipped');
  });

  test('a failed test fails the run', () => {
    const summary = summarise(result({ numFailedTests: 1 }), 1);
    expect(countLine(summary)).toBe('3 passed, 1 failed');
    expect(summary.exitCode).toBe(1);
  });

  test('a file that does not load is a failure', () => {
    const testResults = [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }];
    const summary = summarise(result({ testResults }), 1);
    expect(countLine(summary)).toBe('3 passed, 1 failed');
    expect(summary.remarks).toEqual(['failed outside its tests: b.test.ts']);
  });

  test('an error outside every test is a failure although all passed', () => {
    const summary = summarise(result(), 1);
    expect(countLine(summary)).toBe('3 passed, 1 failed');
    expect(summary.exitCode).toBe(1);
  });

  test('a crash and a run of nothing are failures', () => {
    expect(countLine(summarise(undefined, null))).toBe('0 passed, 1 failed');
    expect(summarise(undefined, 0).exitCode).toBe(1);
    const nothing = summarise(result({ numPassedTests: 0, testResults: [] }), 0);
    expect(countLine(nothing)).toBe('0 passed, 0 failed');
    expect(nothing.exitCode).toBe(1);
  });
});

describe('the register of requirements', () => {
  test('holds the 494 rows of the five notices, each once', () => {
    const ids = readRequirements().map(({ id }) => id);
    expect(ids).toHaveLength(494);
    expect(new Set(ids).size).toBe(494);
  });

  test('a row is proven only when a test names it and no note says otherwise', () => {
    const text = [
      "describe('opening [U-1.1]', () => {",
      "  test('opens [U-1.2]', () => {});",
      "  test.each([1])('opens %s [J-1.1, J-1.2]', () => {});",
      '});',
      "// test('opens [L-1.1]')",
    ].join('\n');
    const tests = testsByRow([{ path: 'test/rules/a.test.ts', text }]);
    const notes = { overtaken: { 'J-1.1': 'the law has changed' }, partly: { 'J-1.2': 'the second clause' } };
    const stateOf = (id: string) => stateOfRow(id, notes, tests).state;
    expect(stateOf('U-1.2')).toBe('proven');
    expect(stateOf('U-1.1')).toBe('waiting');
    expect(stateOf('L-1.1')).toBe('waiting');
    expect(stateOf('J-1.1')).toBe('overtaken');
    expect(stateOf('J-1.2')).toBe('partly');
  });
});
