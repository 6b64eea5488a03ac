import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { replaceFile } from '../local/durable-file.ts';

/** How far one part of a table has been read. The key holds ids and coded values only. */
const Segment = z.strictObject({
  done: z.boolean(),
  after: z.record(z.string(), z.unknown()).optional(),
});
export type Segment = z.infer<typeof Segment>;

const Counts = z.strictObject({ rewritten: z.int(), overtaken: z.int() });

/** One run, in a file of the operator: a run that broke off goes on from here, and a lost file costs a second reading. */
export const Progress = z.strictObject({
  runId: z.string(),
  /** Which steps the run is about: a later release begins anew. */
  steps: z.array(z.string()),
  tables: z.record(z.string(), z.array(Segment)),
  counts: Counts,
});
export type Progress = z.infer<typeof Progress>;

export function readProgress(path: string): Progress | undefined {
  return existsSync(path) ? Progress.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

export const writeProgress = (path: string, progress: Progress): void =>
  replaceFile(path, JSON.stringify(progress));

export const forgetProgress = (path: string): void => rmSync(path, { force: true });
