import { ControllerId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { readCosigner } from '../../shared/tlog/cosignature.ts';
import { type NoteKey, readVerifier } from '../../shared/tlog/note.ts';
import { originOf } from '../../shared/trail/sealing/places.ts';
import { FINDINGS, type LogFinding } from '../../shared/trail/verifying/finding.ts';
import type { LogCopy } from '../../shared/trail/verifying/log-copy.ts';
import { verifyCosigned } from '../../shared/trail/verifying/verify-cosigned.ts';
import { verifyLog } from '../../shared/trail/verifying/verify-log.ts';
import { verifySpan } from '../../shared/trail/verifying/verify-span.ts';

/** What an auditor reads of one log, and whether it is whole. */
export type Report = { whole: boolean; sentences: string[] };

/** A key as it is told, `sointu/KEUSOTE+1a2b3c4d+AQ…`, and whose log it is the key of. */
export function toldKey(verifier: string): { controller: ControllerId; key: NoteKey } {
  const key = readVerifier(verifier);
  if (key === undefined) throw new Error(`${verifier} is no public key of a log.`);
  const controller = ControllerId.parse(key.name.slice(key.name.indexOf('/') + 1));
  if (originOf(controller) !== key.name) throw new Error(`${key.name} names no log of Sointu.`);
  return { controller, key };
}

/**
 * Checks a copy of the log that a key is the key of.
 * @param span only what was sealed in it; without one, everything.
 */
export async function verify(
  copy: LogCopy,
  verifier: string,
  span?: { from: Instant; to: Instant },
): Promise<Report> {
  const { controller, key } = toldKey(verifier);
  if (span === undefined) {
    const { size, lines, checkpoints, ...found } = await verifyLog(copy, controller, key);
    return reportOf(controller, `${size} entries, ${lines} lines, ${checkpoints} checkpoints.`, found);
  }
  const { size, from, to, lines, checkpoints, ...found } = await verifySpan(copy, controller, key, span);
  const looked =
    `${to - from} of ${size} entries, ${lines} lines, ${checkpoints} checkpoints: ` +
    `what was sealed from ${span.from} to ${span.to} and some more around it. The rest was not looked at.`;
  return reportOf(controller, looked, found);
}

/** What a witness cosigned, held against the checkpoints of the same hours. */
export async function verifyWitness(copy: LogCopy, verifier: string, witness: string): Promise<Report> {
  const { controller, key } = toldKey(verifier);
  const cosigner = readCosigner(witness);
  if (cosigner === undefined) throw new Error(`${witness} is no public key of a witness.`);
  const { cosigned, last, ...found } = await verifyCosigned(copy, controller, key, cosigner);
  const looked = `${cosigned} hours cosigned, the last of them ${last ?? 'none'}.`;
  return reportOf(`${controller} by ${cosigner.name}`, looked, found);
}

/** One sentence of the whole, and one for each thing that is wrong. */
export function reportOf(
  of: string,
  looked: string,
  { findings, found }: { findings: readonly LogFinding[]; found: number },
): Report {
  if (found === 0) return { whole: true, sentences: [`${of}: whole. ${looked}`] };
  const named = findings.map(
    ({ kind, name, index }) =>
      `  ${kind}: ${name}${index === undefined ? '' : `, index ${index}`}. ${FINDINGS[kind]}`,
  );
  const more = found > findings.length ? [`  and ${found - findings.length} more`] : [];
  return { whole: false, sentences: [`${of}: NOT WHOLE. ${looked}`, ...named, ...more] };
}
