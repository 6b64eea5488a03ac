import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { plusMinutes } from '../../../shared/kernel/instant.ts';
import { packEntries, unpackEntries } from '../../../shared/tlog/bundle.ts';
import { hashOfEntry } from '../../../shared/tlog/hash.ts';
import type { NoteKey } from '../../../shared/tlog/note.ts';
import { sealLog } from '../../../shared/trail/sealing/seal-log.ts';
import type { LogCopy } from '../../../shared/trail/verifying/log-copy.ts';
import { verifyLog } from '../../../shared/trail/verifying/verify-log.ts';
import { storeLine } from '../../../shared/trail/write.ts';
import { memorySealer, someLine } from '../../support/sealing.ts';
import { testServices } from '../../support/services.ts';

const controller = ControllerId.parse('KEUSOTE');
const LOG = `log/${controller}`;
let sealed: ReadonlyMap<string, Buffer>;
/** The same log as it stood an hour earlier. */
let earlier: ReadonlyMap<string, Buffer>;
let key: NoteKey;

/** Two hours of a log: 280 lines, then 40, then 50. */
beforeAll(async () => {
  const { services, clock } = await testServices();
  const log = memorySealer(services);
  const copy = () =>
    new Map([...log.locked, ...log.fresh].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  for (const count of [280, 40, 50]) {
    const lines = Array.from({ length: count }, () => someLine(services, controller));
    await Promise.all(lines.map((line) => storeLine(services, line)));
    await sealLog(log.sealer, controller, { begin: plusMinutes(clock.now(), -1) });
    if (count === 40) earlier = copy();
    clock.advance(count === 280 ? 1 : 60);
  }
  sealed = copy();
  key = await log.sealer.keyOf(controller);
});

const copyOf = (files: ReadonlyMap<string, Buffer>): LogCopy => ({
  get: async (name) => files.get(name),
  names: async (begins) => [...files.keys()].filter((name) => name.startsWith(begins)).sort(),
});

/** What is found after somebody did something to a copy. */
async function foundAfter(spoil: (files: Map<string, Buffer>) => void): Promise<string[]> {
  const files = new Map([...sealed].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  spoil(files);
  const { findings } = await verifyLog(copyOf(files), controller, key);
  return [...new Set(findings.map(({ kind }) => kind))];
}

const bytesOf = (files: ReadonlyMap<string, Buffer>, name: string): Buffer =>
  files.get(name) ?? expect.fail(`${name} is not there`);

function change(files: Map<string, Buffer>, name: string, how: (entries: Buffer[]) => Buffer[]): void {
  files.set(name, packEntries(how(unpackEntries(bytesOf(files, name)) ?? [])));
}

const FULL_BUNDLE = `${LOG}/tile/entries/000`;
const LAST_BUNDLE = `${LOG}/tile/entries/001.p/114`;

describe('a copy of the log, checked with the public key alone', () => {
  test('a whole one is whole', async () => {
    expect(await verifyLog(copyOf(sealed), controller, key)).toEqual({
      size: 370,
      lines: 370,
      checkpoints: 3,
      findings: [],
      found: 0,
    });
  });

  test.each<[string, string, (files: Map<string, Buffer>) => void]>([
    [
      'an edited entry',
      'edited',
      (files) =>
        change(files, FULL_BUNDLE, ([first, ...rest]) => [Buffer.from('x'), ...rest].concat(first ? [] : [])),
    ],
    ['a dropped entry', 'dropped', (files) => change(files, LAST_BUNDLE, ([, ...rest]) => rest)],
    [
      'two entries in each other’s place',
      'reordered',
      (files) =>
        change(files, FULL_BUNDLE, ([a, b, ...rest]) => [...(b ? [b] : []), ...(a ? [a] : []), ...rest]),
    ],
    [
      'an entry that stands twice',
      'replayed',
      (files) => change(files, LAST_BUNDLE, (entries) => [...entries, ...entries.slice(0, 1)]),
    ],
    [
      'an entry that was never sealed',
      'added',
      (files) => change(files, LAST_BUNDLE, (entries) => [...entries, Buffer.from('x')]),
    ],
    ['a bundle that is gone', 'missing', (files) => files.delete(FULL_BUNDLE)],
    ['a tile that is gone', 'missing', (files) => files.delete(`${LOG}/tile/0/000`)],
    [
      'a bundle cut short',
      'unreadable',
      (files) => files.set(FULL_BUNDLE, bytesOf(files, FULL_BUNDLE).subarray(0, -1)),
    ],
    [
      'a changed line',
      'lineChanged',
      (files) => {
        const name = `${LOG}/batches/000000000280`;
        files.set(
          name,
          Buffer.from(bytesOf(files, name).toString('utf8').replace('Ville Virta', 'Vilma Virta')),
        );
      },
    ],
    ['lines that are gone', 'dropped', (files) => files.delete(`${LOG}/batches/000000000280`)],
    [
      'a checkpoint of another key',
      'wrongKey',
      (files) => {
        const name = `${LOG}/checkpoint`;
        files.set(name, Buffer.from(bytesOf(files, name).toString('utf8').replace('370', '371')));
      },
    ],
    [
      'a checkpoint rolled back',
      'truncated',
      (files) => files.set(`${LOG}/checkpoint`, bytesOf(earlier, `${LOG}/checkpoint`)),
    ],
    [
      'an entry changed together with its tiles',
      'fork',
      (files) => {
        const forged = Buffer.from('forged');
        change(files, LAST_BUNDLE, ([, ...rest]) => [forged, ...rest]);
        const tile = `${LOG}/tile/0/001.p/114`;
        files.set(tile, Buffer.concat([hashOfEntry(forged), bytesOf(files, tile).subarray(32)]));
      },
    ],
  ])('%s is found, and named %s', async (_, kind, spoil) => {
    expect(await foundAfter(spoil)).toContain(kind);
  });

  test('the log of another controller in its place is found', async () => {
    const other = ControllerId.parse('LOIMAA');
    const files = new Map([...sealed].map(([name, bytes]) => [name.replace(controller, other), bytes]));
    const { findings } = await verifyLog(copyOf(files), other, key);
    expect(findings.map(({ kind }) => kind)).toContain('wrongKey');
  });

  test('whatever byte of it is changed, something is found', async () => {
    // Tiles that fuller ones have overtaken are of no log any more.
    const overtaken = /\.p\/(?!114$|1$)|\/looked$/;
    const names = [...sealed.keys()].filter((name) => name.startsWith(LOG) && !overtaken.test(name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, place, by) => {
          const found = await foundAfter((files) => {
            const bytes = bytesOf(files, name);
            const at = place % bytes.length;
            bytes[at] = (bytes[at] ?? 0) ^ by;
          });
          expect(found, name).not.toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
