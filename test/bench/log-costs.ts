import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openLog } from '../../infra/audit/ask-log.ts';
import { folderCopy } from '../../infra/audit/folder-copy.ts';
import { savedQueries } from '../../infra/audit/saved-queries.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { checkpointText } from '../../shared/tlog/checkpoint.ts';
import { hashOfEntry } from '../../shared/tlog/hash.ts';
import { bytesOfKey, noteKey, signedNote } from '../../shared/tlog/note.ts';
import { type Tile, tilePath } from '../../shared/tlog/tile.ts';
import { grownBy } from '../../shared/tlog/tree.ts';
import { entryOf, packBatch } from '../../shared/trail/sealing/batch.ts';
import { bundlesGrown, grownPaths } from '../../shared/trail/sealing/kept-log.ts';
import { batchName, checkpointName, hourlyName, logOf, originOf } from '../../shared/trail/sealing/places.ts';
import { verifyLog } from '../../shared/trail/verifying/verify-log.ts';
import { clientOf, logEvent, workerOf } from '../support/log-event.ts';

/** One piece of work over many lines of the log, and what it takes of each. */
export type LogCost = { title: string; lines: number; seconds: number; microsecondsALine: number };

const controller = ControllerId.parse('KEUSOTE');
/** As many as a run seals at once. A year of them comes at even intervals. */
const BATCH = 1000;
const START = Instant.parse('2026-01-01T06:00:00.000Z');
const YEAR_MINUTES = 365 * 24 * 60;

async function timed<T>(
  title: string,
  lines: number,
  work: () => Promise<T>,
): Promise<{ told: T; cost: LogCost }> {
  const began = performance.now();
  const told = await work();
  return { told, cost: costOf(title, lines, (performance.now() - began) / 1000) };
}

const costOf = (title: string, lines: number, seconds: number): LogCost => ({
  title,
  lines,
  seconds,
  microsecondsALine: (seconds * 1_000_000) / lines,
});

/**
 * A year of the log of 60 workers and 120 clients, in a folder: its own work of sealing (commitments, hashes, tiles,
 * signatures), without the table and the buckets, whose calls the other measurements count; checking it; and asking it.
 */
export async function measureLog(lines: number): Promise<LogCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-bench-log-'));
  try {
    const pair = generateKeyPairSync('ed25519');
    const key = noteKey(originOf(controller), bytesOfKey(pair.publicKey));
    const seconds = await sealInto(folder, lines, (text) =>
      signedNote(text, key, sign(null, Buffer.from(text), pair.privateKey)),
    );
    const checked = await timed('verify', lines, () => verifyLog(folderCopy(folder), controller, key));
    if (checked.told.found > 0) throw new Error('The log is not whole.');
    const derived = await timed('derive and load rows', lines, () => openLog(folder, {}));
    const told = {
      controller,
      from: '2026-01-01',
      to: '2026-12-31',
      client: clientOf(7),
      worker: workerOf(7),
      unit: 'U',
    };
    const asked = await timed(
      `ask the ${savedQueries().length} saved queries over the year`,
      lines,
      async () => {
        for (const { sql } of savedQueries())
          await derived.told.engine.ask(sql, told, { rows: 1000, seconds: 600 });
      },
    );
    derived.told.engine.close();
    return [costOf('seal, without the stores', lines, seconds), checked.cost, derived.cost, asked.cost];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns the seconds that sealing took: invented lines are made outside of them. */
async function sealInto(folder: string, count: number, noteOf: (text: string) => string): Promise<number> {
  const tiles = new Map<string, Buffer>();
  const put = (name: string, bytes: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  const read = async (tile: Tile): Promise<Buffer> => tiles.get(tilePath(tile)) ?? Buffer.alloc(0);
  let entries: Buffer[] = [];
  let sealing = 0;
  for (let from = 0; from < count; from += BATCH) {
    const at = plusMinutes(START, Math.floor((from / count) * YEAR_MINUTES));
    const lines = Array.from({ length: Math.min(BATCH, count - from) }, (_, nth) => ({
      seed: Buffer.alloc(32, nth).toString('base64'),
      event: logEvent(at, { clients: [clientOf(nth % 120)], userIdentity: { userId: workerOf(nth % 60) } }),
    }));
    const began = performance.now();
    const own = lines.map(entryOf);
    const grown = await grownBy(from, own.map(hashOfEntry), read);
    entries = [...entries.slice(entries.length - (from % 256)), ...own];
    for (const { path, bytes } of grownPaths(grown.tiles, bundlesGrown(from, entries))) {
      if (!path.includes('entries')) tiles.set(path, bytes);
      put(`${logOf(controller)}/${path}`, bytes);
    }
    put(batchName(controller, from), packBatch(lines));
    const note = noteOf(checkpointText({ origin: originOf(controller), size: grown.size, root: grown.root }));
    put(hourlyName(controller, at), note);
    put(join('fresh', checkpointName(controller)), note);
    sealing += performance.now() - began;
  }
  return sealing / 1000;
}
