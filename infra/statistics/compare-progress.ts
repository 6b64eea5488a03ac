import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { ControllerId } from '../../shared/kernel/id.ts';
import { replaceFile } from '../local/durable-file.ts';

/** How far a comparison of one controller has come, in a file of the operator: counts, and a key of ids. */
const Progress = z.strictObject({
  controller: ControllerId,
  after: z.record(z.string(), z.unknown()).optional(),
  /** The register is read: what is left is to look at the months. */
  isRead: z.boolean(),
  /**
   * `missing`: the register tells a fact that is not there. `left`: what takes one back is not there. `differing`: it says
   * something else.
   */
  counts: z.strictObject({
    looked: z.int(),
    missing: z.int(),
    left: z.int(),
    differing: z.int(),
    mended: z.int(),
  }),
  /** Facts that have their thing, by what they are, kind and month. */
  matched: z.record(z.string(), z.int()),
  /** Things from before anything kept what it was counted as, by what they are. */
  older: z.record(z.string(), z.int()),
});
export type Progress = z.infer<typeof Progress>;

/** `fact`: it counts. `undo`: it takes one back. `gone`: it counts, and its thing is to be no more. */
export type Lying = 'fact' | 'undo' | 'gone';
export const tallyOf = (lying: Lying, kind: string, month: string): string => `${lying} ${kind} ${month}`;

export function readProgress(path: string, controller: ControllerId): Progress {
  const left = existsSync(path) ? Progress.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data : undefined;
  if (left?.controller === controller) return left;
  return {
    controller,
    isRead: false,
    counts: { looked: 0, missing: 0, left: 0, differing: 0, mended: 0 },
    matched: {},
    older: {},
  };
}

export const writeProgress = (path: string, progress: Progress): void =>
  replaceFile(path, JSON.stringify(progress));

export const forgetProgress = (path: string): void => rmSync(path, { force: true });
