import type { ControllerId } from '../../kernel/id.ts';
import { type Checkpoint, readCheckpoint } from '../../tlog/checkpoint.ts';
import { type NoteKey, openNote } from '../../tlog/note.ts';
import { checkpointName, logOf, originOf } from '../sealing/places.ts';
import type { Find, LogCopy } from './log-copy.ts';

export type SignedHead = Checkpoint & { name: string };

/**
 * What the key of this log signed: the newest checkpoint and one of each hour. One that another key signed, or that
 * was signed for another log, speaks for nothing here.
 * @param wanted which of the hourly ones, given and told by their names in order.
 * @returns them in the order of their sizes.
 */
export async function signedHeads(
  copy: LogCopy,
  controller: ControllerId,
  key: NoteKey,
  find: Find,
  wanted: (hourly: readonly string[]) => readonly string[] = (hourly) => hourly,
): Promise<SignedHead[]> {
  const newest = checkpointName(controller);
  const heads: SignedHead[] = [];
  for (const name of [newest, ...wanted(await copy.names(`${logOf(controller)}/checkpoints/`))]) {
    const note = await copy.get(name);
    if (note === undefined) {
      find('missing', name);
      continue;
    }
    const text = openNote(note.toString('utf8'), key);
    const head = text === undefined ? undefined : readCheckpoint(text);
    if (head === undefined || head.origin !== originOf(controller)) find('wrongKey', name);
    else heads.push({ ...head, name });
  }
  const size = Math.max(0, ...heads.map((head) => head.size));
  const last = heads.find(({ name }) => name === newest);
  if (last !== undefined && last.size < size) find('truncated', newest, last.size);
  return heads.toSorted((a, b) => a.size - b.size);
}
