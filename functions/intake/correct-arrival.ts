import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { roomBeside } from '../../shared/commit.ts';
import type { MatterRing } from '../../shared/crypto/matter-ring.ts';
import type { Doer } from '../../shared/domain/case-notes/model.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason } from '../../shared/domain/case-notes/texts.ts';
import { arrivalCorrected, judgeArrival } from '../../shared/domain/intake/arrival.ts';
import { linkedAnew } from '../../shared/domain/intake/counted.ts';
import {
  type ArrivalCorrected,
  type IntakeMatter,
  type MatterOfClient,
  MOST_ARRIVALS,
} from '../../shared/domain/intake/model.ts';
import { loadMatterOfClient } from '../../shared/domain/intake/of-client.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { loadRecord, openRecord } from '../../shared/domain/intake/store.ts';
import { ReasonId, type SubjectId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';
import { arrivalOfMatter } from './arrival-of-matter.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import { handlingOf } from './new-handling.ts';
import type { MatterChanged, OfMatter } from './one-matter.ts';

export const CorrectArrival = z
  .strictObject({ receivedAt: Instant, reason: GivenReason })
  .meta({ id: 'CorrectArrival' });
export type CorrectArrival = z.infer<typeof CorrectArrival>;

/**
 * Corrects when a matter arrived, while the intake has it in hand (703/2023 § 22): its times of the law are counted from
 * the right moment, and the figures take the wrong day back. Where it was handled for somebody, it is put right in the
 * file.
 */
export async function correctArrival(
  context: ActContext,
  { body, ...of }: OfMatter & { body: CorrectArrival },
): Promise<Answer<MatterChanged>> {
  const { matter, ring } = await findMatterAt(context, of);
  const [by, item, rows] = await Promise.all([
    whoMarks(context, { writtenBy: matter.createdBy }, body.reason.presentUserId),
    loadRecord(context, matter.matterId),
    rowsOf(context, matter),
  ]);
  if (item === undefined) throw new Error('A matter has no record.');
  const handledOn = matter.subjects.flatMap(({ handled }) =>
    handled === undefined ? [] : [helsinkiDateOf(handled.at)],
  );
  const places = [matter.receivedAt];
  refuseErrors(INTAKE_REFUSALS.notValid, judgeArrival(matter, body.receivedAt, { places, acts: handledOn }));
  const mark = await markOf(context, ring, { matter, body, by });
  const {
    matter: after,
    changes,
    facts,
  } = await arrivalOfMatter(context, {
    before: matter,
    after: arrivalCorrected(matter, body.receivedAt, mark.correction),
    record: await openRecord(ring, item),
  });
  const moved = rows.map((row) => rowMoved(row, body.receivedAt, by));
  const all = {
    changes: [mark.change, ...changes, ...moved.map(({ change }) => change)],
    facts: [...facts, ...moved.flatMap((one) => one.facts)],
  };
  // Of more persons than one commit holds each file is put right by itself. The matter itself is one change more.
  if (roomBeside(context, all) < 1) throw new Refusal(INTAKE_REFUSALS.tooMuchAtOnce);
  return commitMatter(context, matter, {
    after,
    ...all,
    fields: ['receivedAt'],
    reasonId: mark.reasonId,
    findings: remarksOn(matter),
  });
}

/** In the files of those for whom it has not been handled yet: it says the same there. */
async function rowsOf(context: ActContext, { matterId, subjects }: IntakeMatter): Promise<MatterOfClient[]> {
  const open = subjects.flatMap(({ clientId, handled }) => (handled === undefined ? (clientId ?? []) : []));
  const rows = await Promise.all(open.map((clientId) => loadMatterOfClient(context, clientId, matterId)));
  return rows.filter((row) => row !== undefined);
}

function rowMoved(before: MatterOfClient, receivedAt: Instant, by: Doer): { change: Change; facts: Fact[] } {
  const { row, facts } = linkedAnew(before, {
    ...before,
    ...changed(before, by.at, by.userId),
    receivedAt,
  });
  return { change: { put: row, when: { version: before.version } }, facts };
}

/** What still says the wrong moment, or cannot be counted anew. */
const remarksOn = ({ subjects, counted }: IntakeMatter): string[] => [
  ...(subjects.some(({ clientId, handled }) => clientId !== undefined && handled !== undefined)
    ? ['intake.fileBesides']
    : []),
  ...(counted === undefined ? ['intake.figuresStay'] : []),
];

/**
 * The correction as the matter keeps it, with an entry of the handling for the words of its ground.
 * @throws Refusal `intake.correctedTooOften`.
 */
export async function markOf(
  context: ActContext,
  ring: MatterRing,
  of: { matter: IntakeMatter; body: CorrectArrival; by: Doer; was?: Instant; subjectId?: SubjectId },
): Promise<{ correction: ArrivalCorrected; change: Change; reasonId: string }> {
  const { matter, body, by, was = matter.receivedAt, subjectId } = of;
  if ((matter.arrivals ?? []).length >= MOST_ARRIVALS) {
    throw new Refusal(INTAKE_REFUSALS.correctedTooOften);
  }
  const { ground, initiator, words } = body.reason;
  const { handlingId, change } = await handlingOf(context, ring, {
    matterId: matter.matterId,
    kind: 'arrival',
    subjectId,
    content: { words },
  });
  const reason = { reasonId: ReasonId.parse(handlingId), ground, initiator };
  return {
    correction: {
      was,
      is: body.receivedAt,
      ...(subjectId === undefined ? {} : { subjectId }),
      by,
      ...reason,
    },
    change,
    reasonId: loggedReason(reason),
  };
}
