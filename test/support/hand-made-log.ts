import { ControllerId } from '../../shared/kernel/id.ts';
import { checkpointText } from '../../shared/tlog/checkpoint.ts';
import { noteKey, signedNote } from '../../shared/tlog/note.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { packBatch } from '../../shared/trail/sealing/batch.ts';
import { batchName, checkpointName, hourlyName, originOf } from '../../shared/trail/sealing/places.ts';

/**
 * What rows are derived of, made by hand: batches of lines and the checkpoints over them, without a tree. A batch is
 * sealed at a moment; the first one of an hour leaves its checkpoint for good.
 */
export function handMadeLog(controller: ControllerId) {
  const locked = new Map<string, Buffer>();
  const fresh = new Map<string, Buffer>();
  let size = 0;
  return {
    locked,
    fresh,
    seal(sealedAt: string, events: readonly AccessEvent[]): void {
      const seed = Buffer.alloc(32).toString('base64');
      locked.set(batchName(controller, size), packBatch(events.map((event) => ({ seed, event }))));
      size += events.length;
      const origin = originOf(controller);
      const text = checkpointText({ origin, size, root: Buffer.alloc(32) });
      const note = Buffer.from(signedNote(text, noteKey(origin, Buffer.alloc(32)), Buffer.alloc(64)));
      fresh.set(checkpointName(controller), note);
      const hourly = hourlyName(controller, sealedAt);
      if (!locked.has(hourly)) locked.set(hourly, note);
    },
  };
}
