import type { RequirementNotes } from '../../support/requirement-rows.ts';
import type { SourceFile } from '../../support/source-files.ts';
import { requirementIds, testTitles } from '../../support/test-titles.ts';
import type { Violation } from './violation.ts';

const AT_MOST = 5;

/** A row named in a title exists, is still owed, and shares the title with at most four others. */
export function titlesNameRows(
  files: readonly SourceFile[],
  known: ReadonlySet<string>,
  notes: RequirementNotes,
): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => path.endsWith('.test.ts'))) {
    for (const { path, line, kind, title } of testTitles(file)) {
      const ids = requirementIds(title);
      const add = (message: string) => violations.push({ path, line, message });
      if (ids.length > 0 && kind === 'describe') add('a row in the title of a describe proves nothing');
      if (ids.length > AT_MOST) add(`${ids.length} rows in one title: at most ${AT_MOST}`);
      for (const id of ids.filter((one) => !known.has(one))) add(`there is no row ${id}`);
      for (const id of ids.filter((one) => notes.overtaken[one] !== undefined)) {
        add(`${id} is noted as overtaken: ${notes.overtaken[id]}`);
      }
    }
  }
  return violations;
}

/** A note speaks of a row that exists, and says one thing about it; partly proven means that a test names it. */
export function notesNameRows(
  notes: RequirementNotes,
  known: ReadonlySet<string>,
  tested: ReadonlySet<string>,
): Violation[] {
  const path = 'test/requirements-notes.json';
  const violations: Violation[] = [];
  const add = (message: string) => violations.push({ path, line: 1, message });
  for (const id of [...Object.keys(notes.overtaken), ...Object.keys(notes.partly)]) {
    if (!known.has(id)) add(`there is no row ${id}`);
  }
  for (const id of Object.keys(notes.partly)) {
    if (notes.overtaken[id] !== undefined) add(`${id} is both overtaken and partly proven`);
    if (!tested.has(id)) add(`${id} is noted as partly proven, but no test names it`);
  }
  return violations;
}
