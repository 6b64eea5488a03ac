import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';
import { filesOf } from '../../shared/domain/statistics/edition-files.ts';

/**
 * Writes the files of an edition into a folder, as they lie in the bucket of a deployment. An edition is never changed:
 * what was written before is written again as it was.
 * @returns where each lies.
 */
export function writeEdition(root: string, edition: StatisticsEdition): string[] {
  return filesOf(edition).map(({ name, bytes }) => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, bytes, { mode: 0o600 });
    return path;
  });
}
