import * as z from 'zod';

/** The part of vitest's JSON result that is counted here. */
export const VitestResult = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});
export type VitestResult = z.infer<typeof VitestResult>;

export type Summary = {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed without being a failed test: said before the count. */
  remarks: string[];
  exitCode: 0 | 1;
};

/**
 * Counts a run. A file that failed without a failed test in it (it does not load, or its set-up threw)
 * is one failure, and so is a run that ended badly although every test passed: an unhandled rejection
 * must not be counted away. A run without a passed test is no success.
 */
export function summarise(result: VitestResult | undefined, vitestExitCode: number | null): Summary {
  const remarks: string[] = [];
  if (result === undefined) {
    remarks.push(`vitest left no result (exit ${vitestExitCode ?? 'by a signal'})`);
    return { passed: 0, failed: 1, skipped: 0, remarks, exitCode: 1 };
  }
  let failed = result.numFailedTests;
  for (const file of result.testResults) {
    const named = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !named) {
      failed += 1;
      remarks.push(`failed outside its tests: ${file.name}`);
    }
  }
  const passed = result.numPassedTests;
  if (failed === 0 && passed === 0) remarks.push('no test ran');
  else if (failed === 0 && vitestExitCode !== 0) {
    failed = 1;
    remarks.push(`every test passed, but vitest ended with ${vitestExitCode ?? 'a signal'}`);
  }
  const skipped = result.numPendingTests + result.numTodoTests;
  const exitCode = failed === 0 && passed > 0 && vitestExitCode === 0 ? 0 : 1;
  return { passed, failed, skipped, remarks, exitCode };
}

/** The last line of `npm test`. */
export function countLine({ passed, failed, skipped }: Summary): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
