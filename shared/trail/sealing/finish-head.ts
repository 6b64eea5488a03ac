import { sha256Of } from '../../crypto/sha256.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { checkpointText, readCheckpoint } from '../../tlog/checkpoint.ts';
import { hashOfEntry } from '../../tlog/hash.ts';
import { openNote, signedNote } from '../../tlog/note.ts';
import { grownBy } from '../../tlog/tree.ts';
import { endInTable } from '../line.ts';
import { entryOf, type SealedLine, unpackBatch } from './batch.ts';
import { type Head, lastHead, putPlace } from './heads.ts';
import {
  bundlesGrown,
  forgetPartials,
  grownPaths,
  keepGrown,
  keepLocked,
  lastEntries,
  tilesOf,
} from './kept-log.ts';
import { batchName, checkpointName, hourlyName, originOf, type Sealer } from './places.ts';

const PLACES_AT_ONCE = 25;

/** Everything that follows from a head; done again from any place where it stopped. The checkpoint comes last. */
export async function finishHead(sealer: Sealer, controller: ControllerId, head: Head): Promise<void> {
  if ((await publishedSize(sealer, controller)) >= head.size) return;
  const bytes = await batchOf(sealer, controller, head);
  const lines = unpackBatch(bytes);
  const own = lines.map(entryOf);
  const grown = await grownBy(head.from, own.map(hashOfEntry), tilesOf(sealer, controller));
  if (grown.root.toString('base64') !== head.root) throw new Error('A head is not that of its batch.');
  const entries = [...(await lastEntries(sealer, controller, head.from)), ...own];
  await keepLocked(sealer, batchName(controller, head.from), bytes);
  await keepGrown(sealer, controller, grownPaths(grown.tiles, bundlesGrown(head.from, entries)));
  await keepPlaces(sealer, controller, head.from, lines);
  await publish(sealer, controller, head);
  await sealer.fresh.remove(head.batch.name);
  // Those of the head before stay: a sealer that was overtaken may still be reading them.
  if (head.before < head.from) await forgetPartials(sealer, controller, head.before, head.from);
}

async function publishedSize(sealer: Sealer, controller: ControllerId): Promise<number> {
  const note = await sealer.fresh.get(checkpointName(controller));
  const text =
    note === undefined ? undefined : openNote(note.toString('utf8'), await sealer.keyOf(controller));
  return (text === undefined ? undefined : readCheckpoint(text))?.size ?? 0;
}

async function batchOf(sealer: Sealer, controller: ControllerId, { from, batch }: Head): Promise<Buffer> {
  const bytes =
    (await sealer.archive.get(batchName(controller, from))) ?? (await sealer.fresh.get(batch.name));
  if (bytes === undefined || sha256Of(bytes.toString('utf8')) !== batch.sha256) {
    throw new Error('The batch of a head is not there, or is not what it was.');
  }
  return bytes;
}

async function keepPlaces(
  sealer: Sealer,
  controller: ControllerId,
  from: number,
  lines: readonly SealedLine[],
): Promise<void> {
  for (let begin = 0; begin < lines.length; begin += PLACES_AT_ONCE) {
    await Promise.all(
      lines.slice(begin, begin + PLACES_AT_ONCE).map(({ event }, nth) =>
        putPlace(sealer.services.tables, controller, {
          eventId: event.eventId,
          place: from + begin + nth,
          ttl: endInTable(event),
        }),
      ),
    );
  }
}

async function publish(sealer: Sealer, controller: ControllerId, head: Head): Promise<void> {
  const { size, root, sealedAt } = head;
  const text = checkpointText({ origin: originOf(controller), size, root: Buffer.from(root, 'base64') });
  const note = Buffer.from(signedNote(text, await sealer.keyOf(controller), await sealer.sign(text)));
  if ((await lastHead(sealer.services.tables, controller))?.size !== size) return;
  await sealer.fresh.put(checkpointName(controller), note);
  await sealer.archive.putIfAbsent(hourlyName(controller, sealedAt), note);
}
