import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FreshStore, LockedStore } from '../../shared/trail/sealing/places.ts';
import { createFile, replaceFile } from './durable-file.ts';

/** Names of the format, of days and ids; nothing that leads out of the folder. */
const NAME = /^[A-Za-z0-9][\w=-]*(\/[A-Za-z0-9][\w=-]*(\.p|\.json(\.gz)?)?)*$/;

const PAGE = 1000;

const checked = (name: string): string => {
  if (!NAME.test(name)) throw new Error('Nothing has such a name.');
  return name;
};

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The locked bucket of the laptop: files that are made once. Nothing locks them there but this. */
export function folderArchive(folder: string): LockedStore {
  const at = (name: string): string => join(folder, checked(name));
  return {
    async putIfAbsent(name, bytes) {
      if (isThere(at(name))) return false;
      createFile(at(name), bytes);
      return true;
    },
    get: async (name) => (isThere(at(name)) ? readFileSync(at(name)) : undefined),
    async list(begins, after) {
      const under = dirname(`${begins}x`);
      if (statSync(join(folder, under), { throwIfNoEntry: false }) === undefined) return { names: [] };
      const names = readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
        .map((found) => join(under, found))
        .filter((name) => name.startsWith(begins) && NAME.test(name) && isThere(join(folder, name)))
        .filter((name) => after === undefined || name > after)
        .toSorted();
      const page = names.slice(0, PAGE);
      const last = page.at(-1);
      return names.length > PAGE && last !== undefined ? { names: page, after: last } : { names: page };
    },
  };
}

/** What is overtaken soon, as files. */
export function folderFresh(folder: string): FreshStore {
  const at = (name: string): string => join(folder, checked(name));
  return {
    put: async (name, bytes) => replaceFile(at(name), bytes),
    get: async (name) => (isThere(at(name)) ? readFileSync(at(name)) : undefined),
    remove: async (name) => rmSync(at(name), { force: true }),
  };
}
