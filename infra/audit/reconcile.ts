import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WITNESS_FINDINGS } from '../../shared/domain/witnesses/finding.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { unpackBatch } from '../../shared/trail/sealing/batch.ts';
import type { LogCopy } from '../../shared/trail/verifying/log-copy.ts';
import { gather } from '../../shared/witnesses/gather.ts';
import { factsOf, reconcile, type Window } from '../../shared/witnesses/reconcile.ts';
import type { WitnessPlaces, WitnessStore } from '../../shared/witnesses/sources.ts';
import { folderArchive } from '../local/sealed-store.ts';
import type { Report } from './verify.ts';

/** Copies of two buckets: the archive, and that of the witnesses. */
export type Copies = { log: LogCopy; witness: WitnessStore; places: WitnessPlaces };

/** The folder of a copy of the witness bucket, and where in it each witness writes. */
export function witnessCopy(folder: string, places: WitnessPlaces): Pick<Copies, 'witness' | 'places'> {
  if (!existsSync(join(folder, places.cloudTrail))) {
    throw new Error(`${folder} holds no records of CloudTrail under ${places.cloudTrail}.`);
  }
  return { witness: folderArchive(folder), places };
}

/**
 * Whether AWS's own records agree with the sealed log, from copies and nobody else's word. Which keys of KMS are those
 * of clients is learnt from the log: a key is one of them when a line names something that was opened with it.
 */
export async function reconcileCopies(
  { log, witness, places }: Copies,
  window: Window,
  until: Instant,
): Promise<Report> {
  const lines = await linesIn(log);
  const controllers = [...new Set([...lines.values()].map(({ controller }) => controller))];
  const from = (controller: ControllerId) =>
    [...lines.values()].filter((line) => line.controller === controller);
  const gathered = await gather(
    { witness, places, clientKeys: new Map(), lines: async (controller) => from(controller) },
    controllers,
    window,
    until,
  );
  const ownerOfKey = new Map(
    [...lines.values()].flatMap((line) => factsOf(line).keys.map((key) => [key, line.controller] as const)),
  );
  const clientKeys = new Map(
    gathered.evidence.uses.flatMap(({ keyArn, key }) => {
      const owner = ownerOfKey.get(key ?? '');
      return owner === undefined || keyArn === undefined ? [] : [[keyArn, owner] as const];
    }),
  );
  const found = [...reconcile({ ...gathered.evidence, clientKeys }), ...gathered.more];
  const { uses, answers } = gathered.evidence;
  const compared = `${window.from} to ${window.to}: ${uses.length} uses of keys, ${answers.length} answers, ${lines.size} lines`;
  if (found.length === 0)
    return { whole: true, sentences: [`The witnesses agree with the log. ${compared}.`] };
  return {
    whole: false,
    sentences: [
      `The witnesses DO NOT AGREE with the log. ${compared}.`,
      ...found.map(
        ({ kind, at, evidence, by }) => `  ${kind}: ${evidence}, ${at}, by ${by}. ${WITNESS_FINDINGS[kind]}`,
      ),
    ],
  };
}

/** Every sealed line, of every controller. */
async function linesIn(log: LogCopy): Promise<Map<string, AccessEvent>> {
  const lines = new Map<string, AccessEvent>();
  const batches = (await log.names('log/')).filter((name) => /^log\/[A-Z0-9]+\/batches\//.test(name));
  for (const name of batches) {
    const bytes = await log.get(name);
    for (const { event } of bytes === undefined ? [] : unpackBatch(bytes)) lines.set(event.eventId, event);
  }
  return lines;
}
