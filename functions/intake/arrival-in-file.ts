import type { Change, LinePart } from '../../shared/act.ts';
import {
  beginningNotCounted,
  factOfBeginning,
  factOfNotMade,
  factsOfReadiness,
  notMadeNotCounted,
  readinessNotCounted,
} from '../../shared/domain/assessments/counted.ts';
import type { Assessment, AssessmentNotMade } from '../../shared/domain/assessments/model.ts';
import { loadAssessments } from '../../shared/domain/assessments/store.ts';
import { factOfOpening } from '../../shared/domain/cases/counted.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadClosedCase, loadSharedHeads, placed } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { inTimeOn } from '../../shared/domain/deadlines/in-time.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { loadEndedOfClient, loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import {
  type Followed,
  factsThatFollow,
  followArrival,
  followOpening,
} from '../../shared/domain/intake/arrival-times.ts';
import { factOfHandled, linkedAnew } from '../../shared/domain/intake/counted.ts';
import type { IntakeMatter, MatterOfClient } from '../../shared/domain/intake/model.ts';
import { helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';

/** What hangs on a matter's arrival in the file of one client: read before anything is judged. */
export type InFile = {
  inFile: MatterOfClient;
  /** Every head of the case that was opened when the matter arrived, the file's own first. */
  heads: CaseHead[];
  deadlines: Deadline[];
  assessments: Assessment[];
  notMade: AssessmentNotMade[];
};

export async function loadInFile(context: ClientContext, inFile: MatterOfClient): Promise<InFile> {
  const { clientId, handled, receivedAt } = inFile;
  const caseId = handled?.outcome === 'caseOpened' ? handled.caseId : undefined;
  const [running, ended, found, ofCase] = await Promise.all([
    loadOpenDeadlines(context, clientId),
    loadEndedOfClient(context, clientId),
    loadAssessments(context, clientId),
    caseId === undefined
      ? undefined
      : (context.file.cases.find((one) => one.caseId === caseId) ??
        loadClosedCase(context, clientId, caseId)),
  ]);
  const isOpenedSo = ofCase !== undefined && ofCase.openedAt === receivedAt;
  const isOfCase = (one: { caseId: string }): boolean => one.caseId === caseId;
  return {
    inFile,
    heads: isOpenedSo ? [ofCase, ...(await loadSharedHeads(context, ofCase))] : [],
    deadlines: [...running, ...ended],
    assessments: [...found.underWay, ...found.ready].filter(isOfCase),
    notMade: found.notMade.filter(isOfCase),
  };
}

/** Days on which something was done in the file because of the matter: it had arrived by then. */
export const actsIn = ({ inFile, deadlines, assessments, notMade }: InFile): LocalDate[] => [
  ...deadlines
    .filter(({ subject, state }) => subject.id === inFile.matterId && state !== 'cancelled')
    .flatMap(({ endedOn, pauses }) => [
      ...(endedOn === undefined ? [] : [endedOn]),
      ...pauses.map(({ on }) => on),
    ]),
  ...(inFile.handled === undefined ? [] : [helsinkiDateOf(inFile.handled.at)]),
  ...assessments.map(({ begunOn }) => begunOn),
  ...notMade.map(({ decidedOn }) => decidedOn),
];

export type FileFollows = { changes: Change[]; facts: Fact[]; line: Pick<LinePart, 'clients' | 'resources'> };

/** What follows in the file: the case and its times, what was counted of it, of its assessments and of its answers. */
export function arrivalInFile(
  context: ClientContext,
  found: InFile,
  { before: matter, after }: { before: IntakeMatter; after: IntakeMatter },
): FileFollows {
  const { inFile } = found;
  const [was, is] = [inFile.receivedAt, after.receivedAt];
  const isOtherDay = helsinkiDateOf(was) !== helsinkiDateOf(is);
  const [head] = found.heads;
  const followed = [
    ...followArrival(context, found.deadlines, { matterId: inFile.matterId, was, is }),
    ...(head === undefined ? [] : followOpening(context, found.deadlines, { caseId: head.caseId, was, is })),
  ];
  const row = handledAnew(context, inFile, { was: { ...matter, receivedAt: was }, after });
  const cases = openedAnew(context, found.heads, is);
  const assessed = head === undefined ? NONE : assessedAnew(context, found, followed, { before: head, is });
  return {
    changes: [
      { put: row.put, when: { version: inFile.version } },
      ...cases.changes,
      ...followed.flatMap(({ changes }) => changes),
      ...assessed.changes,
    ],
    facts: [
      ...(isOtherDay ? [...row.facts, ...cases.facts] : []),
      ...assessed.facts,
      ...factsThatFollow(followed),
    ],
    line: {
      clients: cases.after.map(({ clientId }) => clientId),
      resources: cases.after.map(({ caseId, clientId, version, serviceTasks }) => ({
        kind: 'case',
        id: caseId,
        client: clientId,
        version,
        serviceTasks,
      })),
    },
  };
}

type Follows = { changes: Change[]; facts: Fact[] };
const NONE: Follows = { changes: [], facts: [] };

/** Its row in the file, and its handling with the days since it arrived. */
function handledAnew(
  { now, actor }: ClientContext,
  inFile: MatterOfClient,
  { was, after }: { was: IntakeMatter; after: IntakeMatter },
): { put: MatterOfClient; facts: Fact[] } {
  const { handled, timesCounted, clientId, subjectId } = inFile;
  const linked = linkedAnew(inFile, {
    ...inFile,
    ...changed(inFile, now, actor.userId),
    receivedAt: after.receivedAt,
  });
  const put = linked.row;
  if (handled === undefined || timesCounted === undefined) return { put, facts: linked.facts };
  const counted = (matter: IntakeMatter, times: number): Fact =>
    factOfHandled(matter, {
      subjectId,
      on: helsinkiDateOf(handled.at),
      outcome: handled.outcome,
      inFile: { clientId, timesCounted: times },
    });
  return helsinkiDateOf(was.receivedAt) === helsinkiDateOf(after.receivedAt)
    ? { put, facts: linked.facts }
    : {
        put: { ...put, timesCounted: timesCounted + 1 },
        facts: [
          ...linked.facts,
          { ...counted(was, timesCounted), undoes: true },
          counted(after, timesCounted + 1),
        ],
      };
}

/** The case was opened when the matter arrived (703/2023 § 41): in the files of all its clients. */
function openedAnew(
  { now, actor }: ClientContext,
  heads: readonly CaseHead[],
  is: CaseHead['openedAt'],
): Follows & { after: CaseHead[] } {
  const after = heads.map(
    (head): CaseHead => ({
      ...head,
      ...changed(head, now, actor.userId),
      openedAt: is,
      ...(head.joinedAt === head.openedAt ? { joinedAt: is } : {}),
      ...(head.counted === undefined ? {} : { counted: { ...head.counted, times: head.counted.times + 1 } }),
    }),
  );
  const isCounted = heads[0]?.counted !== undefined;
  return {
    after,
    changes: heads.flatMap((head, nth) => {
      const next = after[nth];
      return next === undefined ? [] : placed(actor.controller, head, next);
    }),
    facts: isCounted
      ? [...factOfOpening(heads).map((fact): Fact => ({ ...fact, undoes: true })), ...factOfOpening(after)]
      : [],
  };
}

/** Of assessments: the days since the case was opened, and whether they were begun and ready in time. */
function assessedAnew(
  { now, actor }: ClientContext,
  { deadlines, assessments, notMade }: InFile,
  followed: readonly Followed[],
  { before: ofCase, is }: { before: CaseHead; is: CaseHead['openedAt'] },
): Follows {
  const after = { openedAt: is };
  const isOtherDay = helsinkiDateOf(ofCase.openedAt) !== helsinkiDateOf(is);
  const timesOf = (ids: readonly string[], which: 'before' | 'after'): Deadline[] =>
    deadlines
      .filter(({ deadlineId }) => ids.includes(deadlineId))
      .map((one) => followed.find(({ before }) => before.deadlineId === one.deadlineId)?.[which] ?? one);
  const parts = [
    ...assessments.map((one): Follows => {
      const { beginning = [], readiness = [] } = one.times ?? {};
      const said = (which: 'before' | 'after') =>
        [
          inTimeOn(timesOf(beginning, which), one.begunOn),
          one.readyOn === undefined ? {} : inTimeOn(timesOf(readiness, which), one.readyOn),
        ].map(({ inTime }) => inTime);
      if (!isOtherDay && said('before').join() === said('after').join()) return NONE;
      const put = recounted(one, { now, by: actor.userId });
      return {
        changes: [{ put, when: { version: one.version } }],
        facts: [
          beginningNotCounted(one),
          factOfBeginning(put, after, timesOf(beginning, 'after')),
          ...readinessNotCounted(one),
          ...factsOfReadiness(put, after, timesOf(readiness, 'after')),
        ],
      };
    }),
    ...notMade.map((one): Follows => {
      if (!isOtherDay || one.met === undefined) return NONE;
      const put = recounted(one, { now, by: actor.userId });
      return {
        changes: [{ put, when: { version: one.version } }],
        facts: [notMadeNotCounted(one), factOfNotMade(put, after)],
      };
    }),
  ];
  return {
    changes: parts.flatMap(({ changes }) => changes),
    facts: parts.flatMap(({ facts }) => facts),
  };
}

const recounted = <T extends Assessment | AssessmentNotMade>(
  one: T,
  { now, by }: { now: ClientContext['now']; by: ClientContext['actor']['userId'] },
): T => ({ ...one, ...changed(one, now, by), recounted: (one.recounted ?? 0) + 1 });
