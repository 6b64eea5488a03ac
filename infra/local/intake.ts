import { join } from 'node:path';
import type { TrailIntake } from '../../shared/services.ts';
import { createFile } from './durable-file.ts';

/** `intake/<controller>/<day>/<event>.json`, and nothing that leads out of the folder. */
const KEY = /^intake(\/[\w-]+)+\.json$/;

/**
 * Where a log line goes when the trail refuses it: a file of its own, on the disk before the answer leaves,
 * never replaced. Without a folder it is kept in memory, for tests.
 */
export function folderIntake(folder: string | undefined): TrailIntake {
  const kept = new Map<string, string>();
  return {
    async putIfAbsent(key, body) {
      if (!KEY.test(key)) throw new Error('The intake takes log lines only.');
      if (folder !== undefined) return createFile(join(folder, key), body);
      if (kept.has(key)) throw new Error('The intake holds this line already.');
      kept.set(key, body);
    },
  };
}
