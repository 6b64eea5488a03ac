import type { ControllerId, EventId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { type Checkpoint, readCheckpoint } from '../../tlog/checkpoint.ts';
import { treeOf } from '../../tlog/tree.ts';
import { entryOf, linesOfBatch, type SealedLine } from './batch.ts';
import { type Head, headHolding, placesOf } from './heads.ts';
import { tilesOf } from './kept-log.ts';
import { type OpenedPart, openParts, type Part } from './leaf.ts';
import { LogNotWhole } from './log-not-whole.ts';
import { checkpointName } from './places.ts';
import { batchOf } from './sealed-batch.ts';

/** A line of the sealed log as an extract gives it: some of its parts opened, and the way up to the signed head. */
export type ProvenLine = { index: number; entry: string; opened: OpenedPart[]; proof: string[] };

/** Lines proved under one checkpoint; undefined where nothing of the log has been published yet. */
export type Proven = { checkpoint: string; lines: ReadonlyMap<EventId, ProvenLine> } | undefined;

/** Where lines stand in the log as it was signed last, for who reads it on paper: the head, and the place of each. */
export type PlacesInLog = Checkpoint & { places: ReadonlyMap<EventId, number> };

/** Places that are known beforehand: of lines whose own items have left the table. */
export type KnownPlaces = ReadonlyMap<EventId, number>;
const NONE: KnownPlaces = new Map();

async function placed(
  { tables }: Pick<Services, 'tables'>,
  controller: ControllerId,
  eventIds: readonly EventId[],
  known: KnownPlaces,
): Promise<Map<EventId, number>> {
  const asked = eventIds.filter((eventId) => !known.has(eventId));
  return new Map([...known, ...(await placesOf(tables, controller, asked))]);
}

/** @returns undefined where nothing of the log has been published yet. */
export async function placesInLog(
  services: Pick<Services, 'tables' | 'sealedLog'>,
  controller: ControllerId,
  eventIds: readonly EventId[],
  known: KnownPlaces = NONE,
): Promise<PlacesInLog | undefined> {
  const published = await publishedHead(services, controller);
  if (published === undefined) return undefined;
  const { head } = published;
  const places = await placed(services, controller, eventIds, known);
  return { ...head, places: new Map([...places].filter(([, place]) => place < head.size)) };
}

/** The head that was signed last, and the note that says so. */
export async function publishedHead(
  services: Pick<Services, 'sealedLog'>,
  controller: ControllerId,
): Promise<{ note: string; head: Checkpoint } | undefined> {
  const { fresh } = services.sealedLog(controller);
  const note = (await fresh.get(checkpointName(controller)))?.toString('utf8');
  if (note === undefined) return undefined;
  const head = readCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
  if (head === undefined) throw new Error('The checkpoint of the sealed log is of another form.');
  return { note, head };
}

/** The sealer may overtake whoever reads: the tiles of an older head are then gone, and the newer one is asked. */
const TRIES = 3;

/**
 * Proves those of these lines that the checkpoint covers. The others are sealed within minutes.
 * @param gives which parts of a line are opened.
 * @throws LogNotWhole where a batch or a tile is not as it was sealed.
 */
export async function proveLines(
  services: Pick<Services, 'tables' | 'sealedLog'>,
  controller: ControllerId,
  eventIds: readonly EventId[],
  gives: (line: SealedLine) => (part: Part) => boolean,
  known: KnownPlaces = NONE,
): Promise<Proven> {
  const places = [...(await placed(services, controller, eventIds, known))].toSorted((a, b) => a[1] - b[1]);
  for (let round = 1; ; round += 1) {
    try {
      return await proveUnder(services, controller, places, gives);
    } catch (thrown) {
      if (round >= TRIES) throw thrown;
    }
  }
}

async function proveUnder(
  services: Pick<Services, 'tables' | 'sealedLog'>,
  controller: ControllerId,
  places: readonly (readonly [EventId, number])[],
  gives: (line: SealedLine) => (part: Part) => boolean,
): Promise<Proven> {
  const { tables } = services;
  const sealedLog = services.sealedLog(controller);
  const published = await publishedHead(services, controller);
  if (published === undefined) return undefined;
  const {
    note,
    head: { size },
  } = published;
  const tree = treeOf(size, tilesOf(sealedLog, controller));
  const lines = new Map<EventId, ProvenLine>();
  let batch: Batch | undefined;
  for (const [eventId, index] of places.filter(([, place]) => place < size)) {
    if (batch === undefined || index >= batch.head.size) {
      batch = await batchAt(services, controller, await headHolding(tables, controller, index));
    }
    const line = batch.lines[index - batch.head.from];
    if (line?.event.eventId !== eventId)
      throw new LogNotWhole('A line does not stand where its place says.', batch.head);
    const proof = await tree.proveInclusion(index);
    lines.set(eventId, {
      index,
      entry: entryOf(line).toString('utf8'),
      opened: openParts(line.event, Buffer.from(line.seed, 'base64'), gives(line)),
      proof: proof.map((hash) => hash.toString('base64')),
    });
  }
  return { checkpoint: note, lines };
}

type Batch = { head: Head; lines: SealedLine[] };

async function batchAt(
  log: Pick<Services, 'sealedLog'>,
  controller: ControllerId,
  head: Head | undefined,
): Promise<Batch> {
  if (head === undefined) throw new LogNotWhole('A head of the sealed log is not there.');
  return { head, lines: linesOfBatch(await batchOf(log, controller, head), head) };
}
