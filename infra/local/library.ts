import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryStore } from '../../shared/services.ts';
import { replaceFile } from './durable-file.ts';

/** `index.json`, or `<kind>/<thing>.json`, and nothing that leads out of the folder. */
const NAME = /^(?:[a-z-]+\/)?[\w.-]+\.json$/;

export type WritableLibrary = LibraryStore & {
  write(name: string, text: string): Promise<void>;
};

/** What the operator of a laptop has loaded: files of its own folder. Without a folder it is kept in memory, for tests. */
export function folderLibrary(folder: string | undefined): WritableLibrary {
  const kept = new Map<string, string>();
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error('The library has no such names.');
    return join(folder ?? '', 'library', name);
  };
  return {
    async read(name) {
      const path = pathOf(name);
      return folder === undefined ? kept.get(path) : textOf(path);
    },
    async write(name, text) {
      const path = pathOf(name);
      if (folder === undefined) kept.set(path, text);
      else replaceFile(path, text);
    },
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}
