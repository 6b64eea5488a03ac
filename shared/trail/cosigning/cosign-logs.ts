import { type ApplicationLog, faultFields } from '../../application-log.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { plusMinutes } from '../../kernel/instant.ts';
import { readCheckpoint } from '../../tlog/checkpoint.ts';
import { HASH_BYTES } from '../../tlog/hash.ts';
import type { NoteKey } from '../../tlog/note.ts';
import { FULL, hashesAt, tilePath } from '../../tlog/tile.ts';
import { type ReadTile, treeOf } from '../../tlog/tree.ts';
import { allNames } from '../sealing/gather.ts';
import { checkpointName, type LockedStore, logOf, type SealedLog } from '../sealing/places.ts';
import { type Answered, addCheckpoint, type Cosigner, type Post } from './ask-witness.ts';

/** What is asked for cosignatures: checkpoints and tiles, which are hashes alone. */
export type Cosigning = {
  clock: Clock;
  log: ApplicationLog;
  archive: LockedStore;
  fresh: SealedLog['fresh'];
  post: Post;
  cosigners: readonly Cosigner[];
};

/** After so long without a cosignature a person hears of it. */
const LATE_HOURS = 6;

const hourliesOf = (controller: ControllerId): string => `${logOf(controller)}/checkpoints/`;

/** Where the checkpoint of an hour stands once more, with what this witness signed. */
export const cosignedFolder = (controller: ControllerId, { id }: NoteKey): string =>
  `${logOf(controller)}/cosigned/${id.toString('hex')}/`;

export type Cosigned = { cosigned: number; failed: number };

/**
 * The run of the hour: asks each witness to cosign the newest hourly checkpoint of each log, in the public form
 * c2sp.org/tlog-witness, and keeps the cosigned note beside it. Sealing waits for none of this. A witness signs only what
 * has grown from what it signed before, so that a log with two pasts would need a second witness that sees neither.
 */
export async function cosignLogs(
  cosigning: Cosigning,
  controllers: readonly ControllerId[],
): Promise<Cosigned> {
  const { log } = cosigning;
  const done: Cosigned = { cosigned: 0, failed: 0 };
  for (const controller of controllers) {
    for (const cosigner of cosigning.cosigners) {
      try {
        if (await cosign(cosigning, controller, cosigner)) done.cosigned += 1;
      } catch (thrown) {
        done.failed += 1;
        log.info('COSIGNING_FAILED', { controller, ...faultFields(thrown) });
      }
      if (await isLate(cosigning, controller, cosigner)) log.error('COSIGNING_LATE', { controller });
    }
  }
  log.info('COSIGNED', { count: done.cosigned });
  return done;
}

/** @returns false when there is nothing new to be cosigned. @throws when the witness did not. */
async function cosign(cosigning: Cosigning, controller: ControllerId, cosigner: Cosigner): Promise<boolean> {
  const { archive, post } = cosigning;
  const hour = await newestHour(cosigning, hourliesOf(controller));
  if (hour === undefined) return false;
  const folder = cosignedFolder(controller, cosigner.key);
  const before = await newestHour(cosigning, folder);
  if (before === hour) return false;
  const note = await textOf(archive, `${hourliesOf(controller)}${hour}`);
  const { size } = checkpointIn(note);
  const old = before === undefined ? 0 : checkpointIn(await textOf(archive, `${folder}${before}`)).size;
  const ask = async (from: number): Promise<Answered> =>
    addCheckpoint(post, cosigner, {
      old: from,
      proof: await proofOf(cosigning, controller, from, size),
      note,
    });
  let answer = await ask(old);
  // It knows better what it has signed: a cosigned note may not have come back to us.
  if ('ahead' in answer && answer.ahead <= size && answer.ahead !== old) answer = await ask(answer.ahead);
  if (!('cosignature' in answer)) throw new Error('A witness did not cosign.');
  await archive.putIfAbsent(`${folder}${hour}`, Buffer.from(`${note}${answer.cosignature}`));
  return true;
}

/** The tree may have grown since that hour: a tile that was not full then is read as it stands, and cut. */
async function proofOf(
  { archive, fresh }: Cosigning,
  controller: ControllerId,
  old: number,
  size: number,
): Promise<Buffer[]> {
  if (old === 0 || old === size) return [];
  const now = checkpointIn(await textOf(fresh, checkpointName(controller))).size;
  const read: ReadTile = async ({ level, index, width }) => {
    const standing = Math.min(FULL, hashesAt(now, level) - index * FULL);
    const name = `${logOf(controller)}/${tilePath({ level, index, width: standing })}`;
    const bytes = await (standing === FULL ? archive : fresh).get(name);
    if (bytes === undefined) throw new Error('A tile was overtaken while it was asked for.');
    return bytes.subarray(0, width * HASH_BYTES);
  };
  return treeOf(size, read).proveGrowthFrom(old);
}

async function isLate(cosigning: Cosigning, controller: ControllerId, { key }: Cosigner): Promise<boolean> {
  const limit = plusMinutes(cosigning.clock.now(), -LATE_HOURS * 60).slice(0, 13);
  const owed = await newestHour(cosigning, hourliesOf(controller), limit);
  if (owed === undefined) return false;
  const cosigned = (await newestHour(cosigning, cosignedFolder(controller, key))) ?? '';
  return cosigned < owed;
}

/** So many days back is looked first, then further, and in the end at all there is: only a log that stood still needs it. */
const LOOK_BACK_DAYS = [2, 60];

/**
 * The newest hour that stands in a folder, of those before another where one is named. The names are hours and in their
 * order, so that what is listed does not grow with the years of a log.
 */
async function newestHour(
  { archive, clock }: Cosigning,
  folder: string,
  before?: string,
): Promise<string | undefined> {
  const starts = LOOK_BACK_DAYS.map((days) => plusMinutes(clock.now(), -days * 24 * 60).slice(0, 13));
  for (const start of [...starts, '']) {
    const names = await allNames(archive, folder, `${folder}${start}`);
    const hours = names.map((name) => name.slice(folder.length));
    const newest = hours.findLast((hour) => before === undefined || hour < before);
    if (newest !== undefined) return newest;
  }
  return undefined;
}

async function textOf(store: Pick<LockedStore, 'get'>, name: string): Promise<string> {
  const bytes = await store.get(name);
  if (bytes === undefined) throw new Error('A checkpoint is not there.');
  return bytes.toString('utf8');
}

function checkpointIn(note: string) {
  const checkpoint = readCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
  if (checkpoint === undefined) throw new Error('A checkpoint does not parse.');
  return checkpoint;
}
