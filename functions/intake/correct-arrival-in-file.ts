import type * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit, roomBeside } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import { arrivalCorrected, judgeArrival } from '../../shared/domain/intake/arrival.ts';
import type { IntakeMatter, MatterOfClient } from '../../shared/domain/intake/model.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { movedMatter } from '../../shared/domain/intake/store.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { actsIn, arrivalInFile, type FileFollows, loadInFile } from './arrival-in-file.ts';
import { type ArrivalPart, arrivalOfMatter } from './arrival-of-matter.ts';
import { type CorrectArrival, markOf } from './correct-arrival.ts';
import { matterInFile } from './matter-in-file.ts';
import { lineInFile, type MatterChanged, type OneMatterOfClient } from './one-matter.ts';

/**
 * Corrects when a matter arrived, in the file of a client whom it concerns (703/2023 § 22), handled or not. The case that
 * was opened when it arrived, its times of the law, and what was counted follow in the same commit; of a matter on
 * several, each file is put right by itself, and the matter with the first of them.
 */
export async function correctArrivalInFile(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneMatterOfClient>; body: CorrectArrival; version: number },
): Promise<Answer<MatterChanged>> {
  refuseMergedItself(context);
  const { matter, record, inFile, ring } = await matterInFile(context, params, version);
  const [by, found] = await Promise.all([
    whoMarks(context, { writtenBy: matter.createdBy }, body.reason.presentUserId),
    loadInFile(context, inFile),
  ]);
  const places = [matter.receivedAt, inFile.receivedAt];
  refuseErrors(
    INTAKE_REFUSALS.notValid,
    judgeArrival(matter, body.receivedAt, { places, acts: actsIn(found) }),
  );
  const mark = await markOf(context, ring, {
    matter,
    body,
    by,
    was: inFile.receivedAt,
    subjectId: inFile.subjectId,
  });
  const corrected = arrivalCorrected(matter, body.receivedAt, mark.correction);
  const whole = await arrivalOfMatter(context, { before: matter, after: corrected, record });
  const inThis =
    inFile.receivedAt === body.receivedAt
      ? NOTHING
      : arrivalInFile(context, found, { before: matter, after: whole.matter });
  const changes = [movedMatter(context.actor.controller, matter, whole.matter), mark.change];
  const parts = fitting(context, changes, whole, inThis);
  const { matterId } = matter;
  const line = lineInFile(whole.matter, inFile, {
    fields: ['receivedAt'],
    resources: parts.file.line.resources,
  });
  return commit(context, {
    changes: [...changes, ...whole.changes, ...parts.file.changes],
    line: {
      ...line,
      clients: [...new Set([...line.clients, ...parts.file.line.clients])],
      reasonId: mark.reasonId,
    },
    facts: [...whole.facts, ...parts.file.facts],
    answer: {
      body: {
        matterId,
        version: whole.matter.version,
        findings: remarksOn(matter, inFile, parts.isLeft),
      },
      version: whole.matter.version,
    },
  });
}

const NOTHING: FileFollows = { changes: [], facts: [], line: { clients: [], resources: [] } };

/**
 * What of it one commit holds: where there is too much, the matter first, and the file by doing it again.
 * @throws Refusal `intake.tooMuchAtOnce`.
 */
function fitting(
  context: ClientContext,
  own: readonly Change[],
  whole: ArrivalPart,
  file: FileFollows,
): { file: FileFollows; isLeft: boolean } {
  const { facts } = whole;
  const changes = [...own, ...whole.changes];
  const all = { changes: [...changes, ...file.changes], facts: [...facts, ...file.facts] };
  if (roomBeside(context, all) >= 0) return { file, isLeft: false };
  if (whole.changes.length + facts.length === 0 || roomBeside(context, { changes, facts }) < 0) {
    throw new Refusal(INTAKE_REFUSALS.tooMuchAtOnce);
  }
  return { file: NOTHING, isLeft: true };
}

/** What still says the wrong moment, or cannot be counted anew. */
const remarksOn = (
  { subjects, counted }: IntakeMatter,
  { clientId, documentId, handled }: MatterOfClient,
  isLeft: boolean,
): string[] => [
  ...(documentId === undefined && handled?.documentId === undefined ? [] : ['intake.documentBesides']),
  ...(isLeft || subjects.some((one) => one.clientId !== undefined && one.clientId !== clientId)
    ? ['intake.fileBesides']
    : []),
  ...(counted === undefined ? ['intake.figuresStay'] : []),
];
