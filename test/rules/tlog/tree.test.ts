import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_ROOT, type Hash, hashOfEntry } from '../../../shared/tlog/hash.ts';
import { isGrownFrom, isIncluded } from '../../../shared/tlog/proof.ts';
import { type Tile, tilePath } from '../../../shared/tlog/tile.ts';
import { grownBy, treeOf } from '../../../shared/tlog/tree.ts';

/** The entries and the roots that implementations of RFC 6962 are held against. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** A log kept in memory. */
function memoryLog() {
  const kept = new Map<string, Buffer>();
  const roots: Hash[] = [EMPTY_ROOT];
  let size = 0;
  const read = (tile: Tile): Promise<Buffer> => {
    const bytes = kept.get(tilePath(tile));
    return bytes === undefined ? Promise.reject(new Error(`no ${tilePath(tile)}`)) : Promise.resolve(bytes);
  };
  return {
    kept,
    read,
    rootAt: (at: number) => roots[at] ?? EMPTY_ROOT,
    size: () => size,
    add: async (hashes: readonly Hash[]) => {
      const grown = await grownBy(size, hashes, read);
      for (const { tile, bytes } of grown.tiles) kept.set(tilePath(tile), bytes);
      ({ size } = grown);
      roots[size] = grown.root;
    },
  };
}

const hashesFrom = (from: number, count: number): Hash[] =>
  Array.from({ length: count }, (_, nth) => hashOfEntry(Buffer.from(`entry ${from + nth}`)));

/** A log grown to each of the sizes in turn. */
async function grownTo(sizes: readonly number[]) {
  const log = memoryLog();
  for (const size of sizes) await log.add(hashesFrom(log.size(), size - log.size()));
  return log;
}

describe('the tree is that of RFC 6962', () => {
  test.each(ROOTS.entries().toArray())('the root of %i entries', async (size, root) => {
    const log = memoryLog();
    await log.add(ENTRIES.slice(0, size).map(hashOfEntry));
    expect((await treeOf(size, log.read).root()).toString('hex')).toBe(root);
  });

  test('a log of 70 000 entries is kept in the tiles that the format names', async () => {
    const { kept } = await grownTo([70_000]);
    const of = (level: number) => [...kept.keys()].filter((path) => path.startsWith(`tile/${level}/`));
    expect(of(0)).toHaveLength(274);
    expect(of(0)).toContain('tile/0/273.p/112');
    expect(of(1)).toEqual(['tile/1/000', 'tile/1/001.p/17']);
    expect(of(2)).toEqual(['tile/2/000.p/1']);
  });
});

describe('what stands in a log can be proved, and what does not cannot', () => {
  const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 5 });

  test('grown in any steps, the root is that of all entries at once', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (steps) => {
        const ordered = steps.toSorted((a, b) => a - b);
        const last = ordered.at(-1) ?? 0;
        const [stepped, whole] = [await grownTo(ordered), await grownTo([last])];
        expect(stepped.rootAt(last)).toEqual(whole.rootAt(last));
      }),
      { numRuns: 25 },
    );
  });

  test('every entry is proved with its own index and hash, and with no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1500 }), fc.nat(), async (size, any) => {
        const log = await grownTo([size]);
        const index = any % size;
        const tree = { size, root: log.rootAt(size) };
        const proof = await treeOf(size, log.read).proveInclusion(index);
        const [hash = EMPTY_ROOT] = hashesFrom(index, 1);
        expect(isIncluded({ hash, index }, tree, proof)).toBe(true);
        expect(isIncluded({ hash, index: index + 1 }, tree, proof)).toBe(false);
        expect(isIncluded({ hash: EMPTY_ROOT, index }, tree, proof)).toBe(false);
        expect(isIncluded({ hash, index }, tree, [...proof, EMPTY_ROOT])).toBe(false);
        expect(isIncluded({ hash, index }, tree, proof.slice(1))).toBe(size === 1);
      }),
      { numRuns: 40 },
    );
  });

  test('a log is proved to have grown out of each of its earlier sizes, and of no other past', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (steps) => {
        const ordered = steps.toSorted((a, b) => a - b);
        const log = await grownTo(ordered);
        const size = log.size();
        const after = { size, root: log.rootAt(size) };
        for (const before of [0, ...ordered]) {
          const proof = await treeOf(size, log.read).proveGrowthFrom(before);
          const root = log.rootAt(before);
          expect(isGrownFrom({ size: before, root }, after, proof)).toBe(true);
          if (before === 0) continue;
          expect(isGrownFrom({ size: before, root: hashOfEntry(root) }, after, proof)).toBe(false);
          expect(isGrownFrom({ size: before, root }, { ...after, root: hashOfEntry(root) }, proof)).toBe(
            false,
          );
          expect(isGrownFrom(after, { size: before, root }, proof)).toBe(before === size);
        }
      }),
      { numRuns: 25 },
    );
  });
});
