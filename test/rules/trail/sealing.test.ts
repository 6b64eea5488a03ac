import { beforeEach, describe, expect, test } from 'vitest';
import { ControllerId, EventId } from '../../../shared/kernel/id.ts';
import { plusMinutes } from '../../../shared/kernel/instant.ts';
import { unpackEntries } from '../../../shared/tlog/bundle.ts';
import { readCheckpoint } from '../../../shared/tlog/checkpoint.ts';
import { EMPTY_ROOT, hashOfEntry } from '../../../shared/tlog/hash.ts';
import { openNote } from '../../../shared/tlog/note.ts';
import { isIncluded } from '../../../shared/tlog/proof.ts';
import { treeOf } from '../../../shared/tlog/tree.ts';
import type { AccessEvent } from '../../../shared/trail/event.ts';
import { lastHead, placesOf } from '../../../shared/trail/sealing/heads.ts';
import { tilesOf } from '../../../shared/trail/sealing/kept-log.ts';
import { isCommitted, openParts } from '../../../shared/trail/sealing/leaf.ts';
import { sealLog } from '../../../shared/trail/sealing/seal-log.ts';
import { storeLine } from '../../../shared/trail/write.ts';
import { linesOf } from '../../support/dump.ts';
import { memorySealer, someLine } from '../../support/sealing.ts';
import { type TestServices, testServices } from '../../support/services.ts';

const controller = ControllerId.parse('KEUSOTE');
let run: TestServices;
let log: ReturnType<typeof memorySealer>;
beforeEach(async () => {
  run = await testServices();
  log = memorySealer(run.services);
});

const seal = () => sealLog(log.sealer, controller, { begin: plusMinutes(run.clock.now(), -60) });

async function write(count: number, clients = 1): Promise<AccessEvent[]> {
  const events = Array.from({ length: count }, () => someLine(run.services, controller, clients));
  await Promise.all(events.map((event) => storeLine(run.services, event)));
  return events;
}

/** The checkpoint that stands, opened with the key of the log. */
async function checkpoint() {
  const note = log.fresh.get(`log/${controller}/checkpoint`)?.toString('utf8') ?? '';
  const read = readCheckpoint(openNote(note, await log.sealer.keyOf(controller)) ?? '');
  if (read === undefined) throw new Error('no checkpoint stands');
  return read;
}

/** Every line written stands once in the log under the checkpoint, and nothing else. */
async function expectSealed(events: readonly AccessEvent[]): Promise<void> {
  const tree = await checkpoint();
  expect(tree.size).toBe(events.length);
  const places = await placesOf(
    run.services.tables,
    controller,
    events.map(({ eventId }) => EventId.parse(eventId)),
  );
  expect(new Set(places.values()).size).toBe(events.length);
  const kept = treeOf(tree.size, tilesOf(log.sealer, controller));
  expect(await kept.root()).toEqual(tree.root);
  const width = tree.size % 256;
  const last = log.fresh.get(`log/${controller}/tile/entries/000.p/${width}`);
  const entries = unpackEntries(last ?? Buffer.alloc(0)) ?? [];
  expect(entries).toHaveLength(width);
  for (const [index, entry] of entries.entries()) {
    const proof = await kept.proveInclusion(index);
    expect(isIncluded({ hash: hashOfEntry(entry), index }, tree, proof)).toBe(true);
  }
}

describe('the sealer of the access log', () => {
  test('seals each line once, and says so in a signed checkpoint', async () => {
    const events = await write(5);
    expect(await seal()).toEqual({ sealed: 5, size: 5, overtaken: false });
    run.clock.advance(1);
    expect(await seal()).toEqual({ sealed: 0, size: 5, overtaken: false });
    events.push(...(await write(3, 2)));
    run.clock.advance(1);
    expect(await seal()).toEqual({ sealed: 3, size: 8, overtaken: false });
    await expectSealed(events);
  });

  test('finds a line that the trail refused where it was put instead, and brings it where every question looks', async () => {
    const [event] = await write(1);
    const refused = someLine(run.services, controller);
    const day = refused.eventTime.slice(0, 10);
    log.locked.set(
      `intake/${controller}/${day}/${refused.eventId}.json`,
      Buffer.from(JSON.stringify(refused)),
    );
    expect(await seal()).toMatchObject({ sealed: 2 });
    expect(await seal()).toMatchObject({ sealed: 0 });
    await expectSealed([...(event === undefined ? [] : [event]), refused]);
    expect(await linesOf(run.services)).toContainEqual(refused);
  });

  test('finds a line that came nine minutes late', async () => {
    const early = someLine(run.services, controller);
    run.clock.advance(1);
    await seal();
    run.clock.advance(8);
    await storeLine(run.services, early);
    expect(await seal()).toMatchObject({ sealed: 1 });
  });

  test('finds lines that are older than the log when it is told to look again', async () => {
    await write(2);
    run.clock.advance(90);
    expect(await seal()).toMatchObject({ sealed: 0 });
    const begin = plusMinutes(run.clock.now(), -95);
    expect(await sealLog(log.sealer, controller, { begin })).toMatchObject({ sealed: 0 });
    expect(await sealLog(log.sealer, controller, { begin, again: true })).toMatchObject({ sealed: 2 });
  });

  test('goes on after hours without a run', async () => {
    await write(2);
    await seal();
    run.clock.advance(60);
    await write(1);
    run.clock.advance(30);
    expect(await seal()).toMatchObject({ sealed: 1, size: 3 });
  });

  test('killed before any of its writings, it leaves a log that the next run completes', async () => {
    const events: AccessEvent[] = [];
    for (let count = 0; count < 9; count += 1) {
      events.push(...(await write(2)));
      log.failAfter(count);
      await seal().catch(() => undefined);
      log.failAfter(Number.POSITIVE_INFINITY);
      run.clock.advance(1);
    }
    await seal();
    await expectSealed(events);
    expect([...log.fresh.keys()].filter((name) => name.includes('pending')).length).toBeLessThan(8);
  });

  test('two at once: each line is sealed once, whoever was first', async () => {
    const events = await write(4);
    const [one, other] = await Promise.all([seal(), seal()]);
    expect([one.overtaken, other.overtaken]).toContain(false);
    events.push(...(await write(2)));
    run.clock.advance(1);
    await seal();
    await expectSealed(events);
  });

  test('grows over full tiles, which are locked', async () => {
    await write(300);
    await seal();
    const names = [...log.locked.keys()];
    expect(names).toContain(`log/${controller}/tile/0/000`);
    expect(names).toContain(`log/${controller}/tile/entries/000`);
    await write(20);
    run.clock.advance(1);
    await seal();
    expect((await checkpoint()).size).toBe(320);
    expect((await lastHead(run.services.tables, controller))?.size).toBe(320);
  });

  test('a tile that was locked with other content stops it: it signs nothing over what it did not write', async () => {
    await write(3);
    log.locked.set(`log/${controller}/batches/000000000000`, Buffer.from('{}\n'));
    await expect(seal()).rejects.toThrow();
    expect(log.fresh.has(`log/${controller}/checkpoint`)).toBe(false);
  });
});

describe('what an entry commits to', () => {
  test('the parts an extract opens are proved; another value, or a part of another line, is not', async () => {
    const [event] = await write(1, 3);
    if (event === undefined) throw new Error('one was written');
    await seal();
    const bundle = log.fresh.get(`log/${controller}/tile/entries/000.p/1`) ?? Buffer.alloc(0);
    const [leaf = EMPTY_ROOT] = unpackEntries(bundle) ?? [];
    const batch = log.locked.get(`log/${controller}/batches/000000000000`)?.toString('utf8') ?? '{}';
    const { seed } = JSON.parse(batch.split('\n')[0] ?? '{}') as { seed: string };
    const opened = openParts(event, Buffer.from(seed, 'base64'), ({ name }) => name !== 'userIdentity.name');
    expect(opened.map(({ name }) => name)).toContain('clients.2');
    expect(opened.every((part) => isCommitted(leaf, part))).toBe(true);
    expect(opened.some((part) => isCommitted(leaf, { ...part, value: 'another' }))).toBe(false);
    expect(leaf.toString('utf8')).not.toContain('Ville');
    expect(leaf.toString('utf8')).not.toContain(event.clients[0]);
  });
});
