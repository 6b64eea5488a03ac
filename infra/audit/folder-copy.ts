import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LogCopy } from '../../shared/trail/verifying/log-copy.ts';

/** A copy of the archive in a folder; what is fresh lies in `fresh` of it, as on a laptop. */
export function folderCopy(folder: string): LogCopy {
  const roots = [folder, join(folder, 'fresh')];
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return {
    get: async (name) => {
      const path = roots.map((root) => join(root, name)).find(isFile);
      return path === undefined ? undefined : readFileSync(path);
    },
    names: async (begins) => {
      const under = dirname(`${begins}x`);
      return roots
        .filter((root) => statSync(join(root, under), { throwIfNoEntry: false }) !== undefined)
        .flatMap((root) =>
          readdirSync(join(root, under), { recursive: true, encoding: 'utf8' })
            .map((found) => join(under, found))
            .filter((name) => isFile(join(root, name))),
        )
        .filter((name) => name.startsWith(begins))
        .toSorted();
    },
  };
}
