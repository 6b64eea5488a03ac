import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { projectRoot, type SourceFile, typescriptFiles } from './source-files.ts';
import { requirementIds, testTitles } from './test-titles.ts';

/** One promise of a real controller's privacy notice. */
const RequirementRow = z.strictObject({
  id: z.string().regex(/^[UJLHK]-\d+\.\d+$/),
  seed: z.string().min(1),
  finnish: z.string(),
  requirement: z.string().min(1),
  category: z.string().min(1),
  others: z.string(),
});
export type RequirementRow = z.infer<typeof RequirementRow>;

/** What no test can say: `overtaken` gives the reason, `partly` the clause that is still missing. */
const RequirementNotes = z.strictObject({
  overtaken: z.record(z.string(), z.string().min(10)),
  partly: z.record(z.string(), z.string().min(10)),
});
export type RequirementNotes = z.infer<typeof RequirementNotes>;

export type RowState =
  | { state: 'proven'; tests: number }
  | { state: 'partly'; missing: string }
  | { state: 'overtaken'; reason: string }
  | { state: 'waiting' };

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(projectRoot, 'test', name), 'utf8'));

export const readRequirements = (): RequirementRow[] =>
  z.array(RequirementRow).parse(readJson('requirements.json'));

export const readNotes = (): RequirementNotes => RequirementNotes.parse(readJson('requirements-notes.json'));

/** Row id -> how many tests name it. A `describe` proves nothing, so its title does not count. */
export function testsByRow(files: readonly SourceFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    for (const { kind, title } of testTitles(file)) {
      if (kind !== 'test') continue;
      for (const id of requirementIds(title)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

export const testFiles = (): SourceFile[] =>
  typescriptFiles('test').filter(({ path }) => path.endsWith('.test.ts'));

export function stateOfRow(id: string, notes: RequirementNotes, tests: Map<string, number>): RowState {
  const reason = notes.overtaken[id];
  if (reason !== undefined) return { state: 'overtaken', reason };
  const missing = notes.partly[id];
  if (missing !== undefined) return { state: 'partly', missing };
  const count = tests.get(id) ?? 0;
  return count > 0 ? { state: 'proven', tests: count } : { state: 'waiting' };
}
