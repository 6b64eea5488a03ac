import { ControllerId } from '../../shared/kernel/id.ts';
import { readVerifier } from '../../shared/tlog/note.ts';
import { originOf } from '../../shared/trail/sealing/places.ts';
import { FINDINGS } from '../../shared/trail/verifying/finding.ts';
import type { LogCopy } from '../../shared/trail/verifying/log-copy.ts';
import { verifyLog } from '../../shared/trail/verifying/verify-log.ts';

/** What an auditor reads of one log, and whether it is whole. */
export type Report = { whole: boolean; sentences: string[] };

/**
 * Checks a copy of the log that a key is the key of.
 * @param verifier the public key as it is told: `sointu/KEUSOTE+1a2b3c4d+AQ…`.
 */
export async function verify(copy: LogCopy, verifier: string): Promise<Report> {
  const key = readVerifier(verifier);
  if (key === undefined) throw new Error(`${verifier} is no public key of a log.`);
  const controller = ControllerId.parse(key.name.slice(key.name.indexOf('/') + 1));
  if (originOf(controller) !== key.name) throw new Error(`${key.name} names no log of Sointu.`);
  const { size, lines, checkpoints, findings, found } = await verifyLog(copy, controller, key);
  const signed = `${size} entries, ${lines} lines, ${checkpoints} checkpoints`;
  if (found === 0) return { whole: true, sentences: [`${controller}: whole. ${signed}.`] };
  const named = findings.map(
    ({ kind, name, index }) =>
      `  ${kind}: ${name}${index === undefined ? '' : `, index ${index}`}. ${FINDINGS[kind]}`,
  );
  const more = found > findings.length ? [`  and ${found - findings.length} more`] : [];
  return { whole: false, sentences: [`${controller}: NOT WHOLE. ${signed}.`, ...named, ...more] };
}
