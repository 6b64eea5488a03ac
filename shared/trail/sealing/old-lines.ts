import type { ControllerId, EventId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import type { Services, Tables } from '../../services.ts';
import { isGrownFrom } from '../../tlog/proof.ts';
import { treeOf } from '../../tlog/tree.ts';
import type { AccessEvent } from '../event.ts';
import { linesOfBatch } from './batch.ts';
import { type Head, headHolding } from './heads.ts';
import { tilesOf } from './kept-log.ts';
import { LogNotWhole } from './log-not-whole.ts';
import { lookedName } from './places.ts';
import { publishedHead } from './prove-lines.ts';
import { batchOf } from './sealed-batch.ts';

/** Lines of the sealed log that have left the table: how they are found again, and held against what was signed. */

type Log = Pick<Services, 'tables' | 'sealedLog'>;

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

/** Up to which moment the sealer has looked through the trail; undefined where it never did. */
export async function lookedUpTo({ sealedLog }: Log, controller: ControllerId): Promise<Instant | undefined> {
  const said = await sealedLog(controller).fresh.get(lookedName(controller));
  return said === undefined ? undefined : Instant.parse(said.toString('utf8'));
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
    throw new LogNotWhole('A head is not of the log as it is signed.', head);
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
      batchOf(services, controller, head).then((bytes) =>
        linesOfBatch(bytes, head).map(({ event }) => event),
      );
    batches.set(head.from, lines);
    return lines;
  };
  return Promise.all(
    places.map(async ({ index, eventId }) => {
      const head = await headHolding(services.tables, controller, index);
      const line = head === undefined ? undefined : (await linesOf(head))[index - head.from];
      if (line?.eventId !== eventId) throw new LogNotWhole('A line does not stand where it was found.', head);
      return line;
    }),
  );
}

/** Those of these lines that stand where somebody says they do. Of batches one at a time is held. */
export async function linesClaimed(
  services: Log,
  controller: ControllerId,
  places: readonly { index: number; eventId: EventId }[],
): Promise<AccessEvent[]> {
  const found: AccessEvent[] = [];
  for (const { index, eventId } of places) {
    const head = await headHolding(services.tables, controller, index);
    if (head === undefined || index >= head.size) continue;
    const batch = linesOfBatch(await batchOf(services, controller, head), head);
    const line = batch[index - head.from]?.event;
    if (line?.eventId === eventId) found.push(line);
  }
  return found;
}
