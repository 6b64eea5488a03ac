import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';

const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});

const lock = Lock.parse(
  JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')),
);

/** What npm downloads: not the project itself, not its workspaces, not what lies inside another package. */
const downloaded = Object.entries(lock.packages).filter(
  ([path, entry]) => path.includes('node_modules/') && entry.link !== true && entry.inBundle !== true,
);

it('The tests run on the version of Node that the functions run on', () => {
  expect(process.version).toMatch(/^v24\./);
});

it('Every package to be installed is known by its checksum', () => {
  expect(downloaded.length).toBeGreaterThan(50);
  expect(
    downloaded.filter(([, entry]) => entry.integrity?.startsWith('sha512-') !== true).map(([path]) => path),
  ).toEqual([]);
});

it('No package is bound to the registry from which it happened to be fetched', () => {
  expect(downloaded.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
});
