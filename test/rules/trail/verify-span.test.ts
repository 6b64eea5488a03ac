import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldMoments } from '../../../infra/audit/moments.ts';
import { versionFindings } from '../../../infra/audit/object-versions.ts';
import { reportOf } from '../../../infra/audit/verify.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../../shared/kernel/instant.ts';
import type { NoteKey } from '../../../shared/tlog/note.ts';
import { sealLog } from '../../../shared/trail/sealing/seal-log.ts';
import type { LogCopy } from '../../../shared/trail/verifying/log-copy.ts';
import { verifySpan } from '../../../shared/trail/verifying/verify-span.ts';
import { storeLine } from '../../../shared/trail/write.ts';
import { memorySealer, someLine } from '../../support/sealing.ts';
import { testServices } from '../../support/services.ts';

const controller = ControllerId.parse('KEUSOTE');
const LOG = `log/${controller}`;
let sealed: ReadonlyMap<string, Buffer>;
let key: NoteKey;

/** A log of a morning from ten, UTC: 300 lines in its first hour, then 10 in each hour up to four o’clock. */
beforeAll(async () => {
  const { services, clock } = await testServices();
  const log = memorySealer(services);
  for (const count of [300, 10, 10, 10, 10, 10]) {
    const lines = Array.from({ length: count }, () => someLine(services, controller));
    await Promise.all(lines.map((line) => storeLine(services, line)));
    await sealLog(log.sealer, controller, { begin: plusMinutes(clock.now(), -1) });
    clock.advance(60);
  }
  sealed = new Map([...log.locked, ...log.fresh]);
  key = await log.sealer.keyOf(controller);
});

/** The afternoon between the second and the third hour: sealed under the checkpoints of 12 and of 13. */
const SPAN = {
  from: Instant.parse('2026-11-24T12:00:00.000Z'),
  to: Instant.parse('2026-11-24T12:30:00.000Z'),
};

/** What is found after somebody did something to a copy, and which of its names were read. */
async function look(spoil: (files: Map<string, Buffer>) => void = () => undefined) {
  const files = new Map([...sealed].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  spoil(files);
  const read = new Set<string>();
  const copy: LogCopy = {
    async get(name) {
      read.add(name);
      return files.get(name);
    },
    names: async (begins) => [...files.keys()].filter((name) => name.startsWith(begins)).sort(),
  };
  const result = await verifySpan(copy, controller, key, SPAN);
  return { ...result, read, kinds: [...new Set(result.findings.map(({ kind }) => kind))] };
}

const spoilt = (name: string) => (files: Map<string, Buffer>) => {
  const bytes = files.get(name) ?? expect.fail(`${name} is not there`);
  // A letter of what a line says, where there is a line: what its seed would become is by chance.
  const at = Math.max(bytes.indexOf('"userAgent":"') + 13, 40) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
};

describe('a span of the log, checked by itself', () => {
  test('is whole, and nothing was read of the entries and lines before and after it', async () => {
    const { read, kinds, ...counts } = await look();
    expect(kinds).toEqual([]);
    // From the checkpoint of eleven o’clock to that of two: at least the span, and what surely follows it.
    expect(counts).toMatchObject({ size: 350, from: 310, to: 340, lines: 30, found: 0 });
    expect([...read]).not.toContain(`${LOG}/tile/entries/000`);
    expect([...read]).not.toContain(`${LOG}/batches/000000000000`);
    expect([...read]).not.toContain(`${LOG}/checkpoints/2026-11-24T10`);
  });

  test.each<[string, string, string]>([
    ['an entry of it', `${LOG}/tile/entries/001.p/94`, 'edited'],
    ['a line of it', `${LOG}/batches/000000000320`, 'lineChanged'],
    ['a tile above it', `${LOG}/tile/1/000.p/1`, 'fork'],
    ['the tile that other entries stand in, on which the checkpoints rest', `${LOG}/tile/0/001.p/94`, 'fork'],
    ['a checkpoint of it', `${LOG}/checkpoints/2026-11-24T12`, 'wrongKey'],
    ['the newest checkpoint', `${LOG}/checkpoint`, 'wrongKey'],
  ])('%s that was changed is found', async (_, name, kind) => {
    expect((await look(spoilt(name))).kinds).toContain(kind);
  });

  test('what was changed outside of it is not looked at, and that is said', async () => {
    expect((await look(spoilt(`${LOG}/tile/entries/000`))).kinds).toEqual([]);
  });

  test('a log that was rolled back past it says so by its size', async () => {
    const back = await look((files) => {
      for (const hour of [11, 12, 13, 14, 15]) files.delete(`${LOG}/checkpoints/2026-11-24T${hour}`);
      files.set(`${LOG}/checkpoint`, files.get(`${LOG}/checkpoints/2026-11-24T10`) ?? Buffer.alloc(0));
    });
    expect(back).toMatchObject({ to: 300 });
  });
});

describe('what is asked is read as days of Finland or as moments', () => {
  test.each([
    [{ from: '2026-05-01', to: '2026-05-31' }, '2026-04-30T21:00:00.000Z', '2026-05-31T20:59:59.999Z'],
    [
      { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02' },
      '2026-01-01T00:00:00.000Z',
      '2026-01-02T21:59:59.999Z',
    ],
  ])('%o', (told, from, to) => {
    expect(toldMoments(told)).toEqual({ from, to });
  });

  test('and nothing else', () => {
    expect(toldMoments({})).toBeUndefined();
    expect(() => toldMoments({ to: '2026-05-01' })).toThrow('--from');
    expect(() => toldMoments({ from: 'May' })).toThrow('neither a day nor');
  });
});

describe('versions of the archive’s objects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-versions-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const listing = (content: object): string => {
    const file = join(folder, 'versions.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const version = (Key: string, VersionId: string) => ({ Key, VersionId, IsLatest: true, Size: 1 });

  test('one of each is whole; an empty listing too', () => {
    const found = versionFindings([
      listing({ Versions: [version('log/A/x', '1'), version('log/A/y', '2')] }),
    ]);
    expect(found.found).toBe(0);
    expect(versionFindings([listing({})]).found).toBe(0);
  });

  test('a second one, and a mark that hides one, are named', () => {
    const found = versionFindings([
      listing({
        Versions: [version('log/A/x', '1'), version('log/A/x', '2'), version('log/A/y', '3')],
        DeleteMarkers: [{ Key: 'log/A/y', VersionId: '4' }],
      }),
    ]);
    expect(found.findings).toEqual([
      { kind: 'twoVersions', name: 'log/A/x' },
      { kind: 'hidden', name: 'log/A/y' },
    ]);
    expect(reportOf('versions', 'Every name.', found)).toMatchObject({ whole: false });
  });
});
