import { sha256Of } from '../../crypto/sha256.ts';
import type { ControllerId, EventId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Services, Tables } from '../../services.ts';
import { isGrownFrom } from '../../tlog/proof.ts';
import { treeOf } from '../../tlog/tree.ts';
import type { AccessEvent } from '../event.ts';
import { unpackBatch } from './batch.ts';
import { type Head, headHolding } from './heads.ts';
import { tilesOf } from './kept-log.ts';
import { batchName } from './places.ts';
import { publishedHead } from './prove-lines.ts';

/** Lines of the sealed log that have left the table: how they are found again, and held against what was signed. */

type Log = Pick<Services, 'tables' | 'sealedLog'>;

/** What is read is not what was sealed. */
export class LogNotWhole extends Error {}

/**
 * The size of the log when what was sealed from a moment on began: half of what is left is put aside with each question.
 * @param size how much of the log is looked at.
 */
export async function sizeAt(
  tables: Tables,
  controller: ControllerId,
  moment: Instant,
  size: number,
): Promise<number> {
  let [low, high] = [0, size];
  while (low < high) {
    const head = await headHolding(tables, controller, Math.floor((low + high) / 2));
    if (head === undefined) throw new LogNotWhole('A head of the sealed log is not there.');
    if (head.sealedAt >= moment) high = head.from;
    else low = head.size;
  }
  return low;
}

/** The batch that a head names, byte for byte. @throws LogNotWhole where it is another, or not there. */
export async function batchOf({ sealedLog }: Log, controller: ControllerId, head: Head): Promise<Buffer> {
  const bytes = await sealedLog(controller).archive.get(batchName(controller, head.from));
  if (bytes === undefined) throw new LogNotWhole('A batch of the sealed log is not there.');
  if (sha256Of(bytes.toString('utf8')) !== head.batch.sha256) {
    throw new LogNotWhole('A batch of the sealed log is not the one that was sealed.');
  }
  return bytes;
}

/** @throws LogNotWhole where the log that is signed now did not grow out of this head. */
export async function expectSigned(services: Log, controller: ControllerId, head: Head): Promise<void> {
  const published = await publishedHead(services, controller);
  if (published === undefined) throw new LogNotWhole('Nothing of the log is signed.');
  const { size, root } = published.head;
  const tree = treeOf(size, tilesOf(services.sealedLog(controller), controller));
  const before = { size: head.size, root: Buffer.from(head.root, 'base64') };
  const proof = head.size > size ? [] : await tree.proveGrowthFrom(head.size);
  if (!isGrownFrom(before, { size, root }, proof))
    throw new LogNotWhole('A head is not of the log as it is signed.');
}

/** The lines at these places, in the order asked. */
export async function linesAt(
  services: Log,
  controller: ControllerId,
  places: readonly { index: number; eventId: EventId }[],
): Promise<AccessEvent[]> {
  const batches = new Map<number, Promise<AccessEvent[]>>();
  const linesOf = (head: Head): Promise<AccessEvent[]> => {
    const lines =
      batches.get(head.from) ??
      batchOf(services, controller, head).then((bytes) => unpackBatch(bytes).map(({ event }) => event));
    batches.set(head.from, lines);
    return lines;
  };
  return Promise.all(
    places.map(async ({ index, eventId }) => {
      const head = await headHolding(services.tables, controller, index);
      const line = head === undefined ? undefined : (await linesOf(head))[index - head.from];
      if (line?.eventId !== eventId) throw new LogNotWhole('A line does not stand where it was found.');
      return line;
    }),
  );
}
