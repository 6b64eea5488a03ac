import type { ControllerId } from '../../kernel/id.ts';
import { type CheckedLine, entryOf, unpackToCheck } from '../sealing/batch.ts';
import { batchName, logOf } from '../sealing/places.ts';
import type { Find, LogCopy } from './log-copy.ts';

/** Lines beside their entries, in one walk through the log. */
export type BatchChecker = {
  /** The entries that stand in the log from this index on. */
  check(from: number, entries: readonly Buffer[]): Promise<void>;
  lines(): number;
};

/** Whether each line is the one its sealed entry commits to, and stands there once. */
export function batchChecker(copy: LogCopy, controller: ControllerId, find: Find): BatchChecker {
  const seen = new Set<unknown>();
  let lines: CheckedLine[] = [];
  /** Of the first of these lines, and of the one that is looked at next. */
  let [first, next] = [0, 0];
  let name = '';

  async function openAt(index: number): Promise<boolean> {
    name = batchName(controller, index);
    const bytes = await copy.get(name);
    [first, lines] = [index, []];
    if (bytes === undefined) return false;
    try {
      lines = unpackToCheck(bytes);
    } catch {
      find('unreadable', name);
    }
    return lines.length > 0;
  }

  /** After a batch that is not there: the next one that is. */
  async function skip(index: number): Promise<number> {
    const names = await copy.names(`${logOf(controller)}/batches/`);
    const after = names.find((other) => other > batchName(controller, index));
    return after === undefined ? Number.POSITIVE_INFINITY : Number(after.slice(after.lastIndexOf('/') + 1));
  }

  return {
    async check(from, entries) {
      for (const [place, entry] of entries.entries()) {
        const index = from + place;
        if (index < next) continue;
        if (index >= first + lines.length && !(await openAt(index))) {
          find('dropped', name, index);
          next = await skip(index);
          continue;
        }
        const line = lines[index - first];
        if (line === undefined) continue;
        if (!entryOf(line).equals(entry)) find('lineChanged', name, index);
        const eventId = line.event['eventId'];
        if (seen.has(eventId)) find('replayed', name, index);
        seen.add(eventId);
      }
    },
    lines: () => seen.size,
  };
}
