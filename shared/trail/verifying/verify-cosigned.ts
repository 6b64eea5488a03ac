import type { ControllerId } from '../../kernel/id.ts';
import { openCosigned } from '../../tlog/cosignature.ts';
import { type NoteKey, openNote } from '../../tlog/note.ts';
import { cosignedFolder } from '../cosigning/cosign-logs.ts';
import { logOf } from '../sealing/places.ts';
import { findings, type LogFinding } from './finding.ts';
import type { LogCopy } from './log-copy.ts';

export type VerifiedCosigned = {
  cosigned: number;
  /** The last hour that this witness cosigned. */
  last: string | undefined;
  findings: LogFinding[];
  found: number;
};

/**
 * Whether what a witness cosigned is what the log says of the same hours. That the checkpoints of the hours are over what
 * stands there, the check of the log itself says.
 */
export async function verifyCosigned(
  copy: LogCopy,
  controller: ControllerId,
  log: NoteKey,
  witness: NoteKey,
): Promise<VerifiedCosigned> {
  const { find, told } = findings();
  const folder = cosignedFolder(controller, witness);
  const names = await copy.names(folder);
  let cosigned = 0;
  let last: string | undefined;
  for (const name of names) {
    const note = (await copy.get(name))?.toString('utf8') ?? '';
    const hour = name.slice(folder.length);
    const text = openNote(note, log);
    if (text === undefined || openCosigned(note, witness) === undefined) {
      find('wrongKey', name);
      continue;
    }
    const hourly = (await copy.get(`${logOf(controller)}/checkpoints/${hour}`))?.toString('utf8');
    if (hourly === undefined) find('missing', `${logOf(controller)}/checkpoints/${hour}`);
    else if (openNote(hourly, log) === text) {
      cosigned += 1;
      last = hour;
    } else find('fork', name);
  }
  return { cosigned, last, ...told() };
}
