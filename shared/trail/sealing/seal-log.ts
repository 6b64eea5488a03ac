import { sha256Of } from '../../crypto/sha256.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { Instant, plusMinutes } from '../../kernel/instant.ts';
import { newId } from '../../new-id.ts';
import { grownBy } from '../../tlog/tree.ts';
import type { AccessEvent } from '../event.ts';
import { backInTrail } from '../write.ts';
import { hashesOf, packBatch, type SealedLine } from './batch.ts';
import { finishHead } from './finish-head.ts';
import { lookFrom, minutesBetween, unsealedIntake, unsealedLines } from './gather.ts';
import { type Head, lastHead, putHead } from './heads.ts';
import { tilesOf } from './kept-log.ts';
import { SEED_BYTES } from './leaf.ts';
import { lookedName, pendingName, type Sealer } from './places.ts';

/** Lines that are sealed at once: some megabytes, and one head. */
const LINES_IN_BATCH = 1000;
/** Minutes looked through before what was found is sealed: a sealer that was long away goes on in steps. */
const MINUTES_IN_STEP = 30;

/** `overtaken`: another sealer went on from the same head; what it did not take, the next run does. */
export type Sealed = { sealed: number; size: number; overtaken: boolean };

/**
 * Seals the lines of a controller that are not sealed yet. Each run finishes what the one before left, so that it may
 * die anywhere; of two at once one writes the next head, and the other stops.
 * @param begin where to begin when the log is new and nothing was looked through yet; or, with `again`, whatever was.
 */
export async function sealLog(
  sealer: Sealer,
  controller: ControllerId,
  { begin, again = false }: Beginning,
): Promise<Sealed> {
  const { clock, tables } = sealer.services;
  const now = clock.now();
  let head = await lastHead(tables, controller);
  if (head !== undefined) await finishHead(sealer, controller, head);
  let sealed = 0;
  const looked = again ? begin : await lookedUpTo(sealer, controller, head ?? begin);
  // A clock that was set back writes lines into minutes that were looked through already.
  for (const step of stepsOf(looked < now ? looked : now, now)) {
    const lines = await unsealedOf(sealer, controller, step);
    for (let place = 0; place < lines.length; place += LINES_IN_BATCH) {
      const batch = lines.slice(place, place + LINES_IN_BATCH);
      const next = await sealBatch(sealer, controller, head, batch);
      if (next === undefined) return { sealed, size: head?.size ?? 0, overtaken: true };
      head = next;
      sealed += batch.length;
    }
    await sealer.fresh.put(lookedName(controller), Buffer.from(step.to));
  }
  return { sealed, size: head?.size ?? 0, overtaken: false };
}

/** Where a run begins to look. */
export type Beginning = { begin: Instant; again?: boolean };

type Step = { from: Instant; to: Instant };

function stepsOf(looked: Instant, now: Instant): Step[] {
  const steps: Step[] = [];
  for (let from = lookFrom(looked); from < now; from = plusMinutes(from, MINUTES_IN_STEP)) {
    const end = plusMinutes(from, MINUTES_IN_STEP);
    steps.push({ from, to: end < now ? end : now });
  }
  return steps;
}

async function lookedUpTo(
  sealer: Sealer,
  controller: ControllerId,
  otherwise: Head | Instant,
): Promise<Instant> {
  const said = await sealer.fresh.get(lookedName(controller));
  if (said !== undefined) return Instant.parse(said.toString('utf8'));
  return typeof otherwise === 'string' ? otherwise : otherwise.sealedAt;
}

/** From the trail, and from where lines went that the trail refused: those go into the trail first. */
async function unsealedOf(
  sealer: Sealer,
  controller: ControllerId,
  { from, to }: Step,
): Promise<AccessEvent[]> {
  const { tables } = sealer.services;
  const lines = await unsealedLines(tables, controller, minutesBetween(from, to));
  const known = new Set(lines.map(({ eventId }) => eventId));
  const days = [...new Set([from.slice(0, 10), to.slice(0, 10)])];
  const refused = await unsealedIntake(tables, sealer.archive, controller, days);
  const missing = refused.filter(({ eventId }) => !known.has(eventId));
  for (const event of missing) await backInTrail(tables, event);
  return [...lines, ...missing];
}

/** @returns undefined when another sealer was faster: then nothing of this batch stands in the log by us. */
async function sealBatch(
  sealer: Sealer,
  controller: ControllerId,
  before: Head | undefined,
  events: readonly AccessEvent[],
): Promise<Head | undefined> {
  const { clock, random, tables } = sealer.services;
  const from = before?.size ?? 0;
  const lines: SealedLine[] = events.map((event) => ({
    seed: Buffer.from(random(SEED_BYTES)).toString('base64'),
    event,
  }));
  const bytes = packBatch(lines);
  const { size, root } = await grownBy(from, hashesOf(lines), tilesOf(sealer, controller));
  const name = pendingName(controller, newId(sealer.services));
  await sealer.fresh.put(name, bytes);
  const head: Head = {
    from,
    before: before?.from ?? 0,
    size,
    root: root.toString('base64'),
    sealedAt: clock.now(),
    batch: { name, sha256: sha256Of(bytes.toString('utf8')) },
  };
  if (!(await putHead(tables, controller, head))) {
    await sealer.fresh.remove(name);
    return undefined;
  }
  await finishHead(sealer, controller, head);
  return head;
}
