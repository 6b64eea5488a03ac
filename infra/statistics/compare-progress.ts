import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { ControllerId } from '../../shared/kernel/id.ts';
import { replaceFile } from '../local/durable-file.ts';

/** How far a comparison of one controller has come, in a file of the operator: counts, and a key of ids. */
const Progress = z.strictObject({
  controller: ControllerId,
  after: z.record(z.string(), z.unknown()).optional(),
  /**
   * `missing`: a thing stands without its fact. `left`: it was removed, and its fact stands. `takenBack`: it stands, and
   * its fact was taken back, which nothing here mends.
   */
  counts: z.strictObject({
    looked: z.int(),
    missing: z.int(),
    left: z.int(),
    takenBack: z.int(),
    mended: z.int(),
  }),
  /** Facts that have their thing, by kind and month. */
  matched: z.record(z.string(), z.int()),
});
export type Progress = z.infer<typeof Progress>;

export function readProgress(path: string, controller: ControllerId): Progress {
  const left = existsSync(path) ? Progress.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  if (left?.controller === controller) return left;
  return { controller, counts: { looked: 0, missing: 0, left: 0, takenBack: 0, mended: 0 }, matched: {} };
}

export const writeProgress = (path: string, progress: Progress): void =>
  replaceFile(path, JSON.stringify(progress));

export const forgetProgress = (path: string): void => rmSync(path, { force: true });
