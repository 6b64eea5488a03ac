import { type SourceFile, typescriptFiles } from '../support/source-files.ts';
import type { Rule, Violation } from './rules/violation.ts';

/** The project's own sources, read once for each file of tests. */
export const theTree: readonly SourceFile[] = typescriptFiles();

/** One line for each place, so that a failure reads as a list of what to mend. */
export const listed = (violations: readonly Violation[]): string[] =>
  violations.map(({ path, line, message }) => `${path}:${line} ${message}`);

/** What a rule says of a single made-up file. */
export const judge = (rule: Rule, path: string, text: string): Violation[] => rule([{ path, text }]);
