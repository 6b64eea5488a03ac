import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { type Instant, instantOf } from '../../shared/kernel/instant.ts';
import type { Inbox, ObjectStore } from '../../shared/services.ts';
import { createFile, ensureFolder, replaceFile } from './durable-file.ts';

/** A bucket of the laptop: what S3 does with objects, over files that only their owner reads, or in memory for tests. */
export type LocalBucket = ObjectStore &
  Pick<Inbox, 'get'> & {
    /** Puts an object whatever stands there, as a form posted twice does. */
    put(controller: ControllerId, name: string, bytes: Uint8Array): Promise<void>;
  };

/** Ids, days and the endings of files, and nothing that leads out of the folder. */
const NAME = /^[A-Za-z0-9][\w-]*(\/[A-Za-z0-9][\w-]*)*(\.[a-z]+)?$/;
const PAGE = 1000;

const checked = (name: string): string => {
  if (!NAME.test(name)) throw new Error('No object has such a name.');
  return name;
};

const tagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What both kinds do alike with the names that stand. */
function pageOf(
  standing: readonly { name: string; bytes: number; storedAt: Instant }[],
  begins: string,
  after: string | undefined,
): Awaited<ReturnType<ObjectStore['list']>> {
  const found = standing
    .filter(({ name }) => name.startsWith(begins) && (after === undefined || name > after))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const objects = found.slice(0, PAGE);
  const last = objects.at(-1);
  return found.length > objects.length && last !== undefined ? { objects, after: last.name } : { objects };
}

export const localBucket = (folder: string | undefined, clock: Clock): LocalBucket =>
  folder === undefined ? bucketInMemory(clock) : bucketInFolder(folder);

function bucketInMemory(clock: Clock): LocalBucket {
  const kept = new Map<string, { bytes: Uint8Array; storedAt: Instant }>();
  const at = (controller: ControllerId, name: string): string => `${controller}/${checked(name)}`;
  return {
    async putIfAbsent(controller, name, bytes) {
      if (kept.has(at(controller, name))) return false;
      kept.set(at(controller, name), { bytes: Uint8Array.from(bytes), storedAt: clock.now() });
      return true;
    },
    async put(controller, name, bytes) {
      kept.set(at(controller, name), { bytes: Uint8Array.from(bytes), storedAt: clock.now() });
    },
    async getRange(controller, name, { from, to }) {
      return kept.get(at(controller, name))?.bytes.subarray(from, to + 1);
    },
    async get(controller, name) {
      const bytes = kept.get(at(controller, name))?.bytes;
      return bytes === undefined ? undefined : { bytes, tag: tagOf(bytes) };
    },
    async remove(controller, name) {
      kept.delete(at(controller, name));
    },
    async list(controller, begins, after) {
      const own = `${controller}/`;
      const standing = [...kept]
        .filter(([path]) => path.startsWith(own))
        .map(([path, { bytes, storedAt }]) => ({
          name: path.slice(own.length),
          bytes: bytes.length,
          storedAt,
        }));
      return pageOf(standing, begins, after);
    },
  };
}

function bucketInFolder(folder: string): LocalBucket {
  const at = (controller: ControllerId, name: string): string => join(folder, controller, checked(name));
  const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return {
    async putIfAbsent(controller, name, bytes) {
      const path = at(controller, name);
      if (isThere(path)) return false;
      createFile(path, bytes);
      return true;
    },
    async put(controller, name, bytes) {
      replaceFile(at(controller, name), bytes);
    },
    async getRange(controller, name, { from, to }) {
      const path = at(controller, name);
      return isThere(path) ? readPart(path, from, to) : undefined;
    },
    async get(controller, name) {
      const path = at(controller, name);
      if (!isThere(path)) return undefined;
      const bytes = readFileSync(path);
      return { bytes, tag: tagOf(bytes) };
    },
    async remove(controller, name) {
      rmSync(at(controller, name), { force: true });
    },
    async list(controller, begins, after) {
      const own = join(folder, controller);
      ensureFolder(own);
      // Only the folder that the beginning names is looked through.
      const under = begins.includes('/') ? dirname(`${begins}x`) : '';
      if (statSync(join(own, under), { throwIfNoEntry: false }) === undefined) return { objects: [] };
      const standing = readdirSync(join(own, under), { recursive: true, encoding: 'utf8' })
        .map((found) => join(under, found))
        .filter((name) => NAME.test(name))
        .flatMap((name) => {
          const stat = statSync(join(own, name), { throwIfNoEntry: false });
          return stat?.isFile() === true
            ? [{ name, bytes: stat.size, storedAt: instantOf(Math.floor(stat.mtimeMs)) }]
            : [];
        });
      return pageOf(standing, begins, after);
    },
  };
}

function readPart(path: string, from: number, to: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const length = Math.max(0, Math.min(to + 1, fstatSync(file).size) - from);
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, from);
    return bytes;
  } finally {
    closeSync(file);
  }
}
