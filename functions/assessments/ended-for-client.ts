import type { ActContext, Change } from '../../shared/act.ts';
import { factsOfReadiness } from '../../shared/domain/assessments/counted.ts';
import { type Assessment, type AssessmentResult, NO_TIMES } from '../../shared/domain/assessments/model.ts';
import { readyAssessment } from '../../shared/domain/assessments/store.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { factOfStart } from '../../shared/domain/clients/counted.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { startRelationship } from '../../shared/domain/clients/transitions/relationship.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { isAssessmentReady } from '../../shared/domain/intake/rules-of-time.ts';
import type { DeadlineId, DocumentId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import type { Fact } from '../../shared/statistics-fact.ts';

/** What an assessment found for one client; siblings of one assessment may end differently. */
export type Found = { result: AssessmentResult; specialSupport: boolean };

export type ToEnd = { head: ClientHead; before: Assessment; deadlines: readonly Deadline[]; found: Found };

/** What the end of an assessment changes for one client: the assessment, its time, and a relationship that begins. */
export function endedForClient(
  context: ActContext,
  { head, before, deadlines, found }: ToEnd,
  of: { ofCase: CaseHead; documentId: DocumentId },
): { after: Assessment; changes: Change[]; facts: Fact[]; begins: boolean } {
  const { actor, now, today } = context;
  const toBeReady = deadlines.filter((one) => one.caseId === before.caseId && isAssessmentReady(one.rule));
  const begins = found.result === 'childWelfareClient';
  const begun = begins ? begunRelationship(context, head, nowOf(before, of.ofCase)) : NOTHING_BEGINS;
  const times = {
    ...(before.times ?? NO_TIMES),
    readiness: toBeReady.map(({ deadlineId }) => deadlineId),
    telling: begun.telling,
  };
  const { unitId } = of.ofCase;
  const end = {
    ...found,
    documentId: of.documentId,
    readyOn: today,
    ...(unitId === before.unitId ? {} : { readyIn: unitId }),
    times,
  };
  const { after, changes } = readyAssessment(actor.controller, before, end, { now, by: actor.userId });
  return {
    after,
    begins,
    changes: [
      ...changes,
      ...toBeReady.flatMap((one) => meetDeadline(context, one, { at: now }).changes),
      ...begun.changes,
    ],
    facts: [...factsOfReadiness(after, of.ofCase, toBeReady), ...begun.facts],
  };
}

/** Whose the case is now, where it was transferred while the assessment was under way. */
const nowOf = (before: Assessment, { unitId, responsibleWorkerId }: CaseHead): Assessment =>
  unitId === before.unitId
    ? before
    : { ...before, unitId, responsibleWorkerId: responsibleWorkerId ?? before.responsibleWorkerId };

type Begun = { changes: Change[]; facts: Fact[]; telling: DeadlineId[] };
const NOTHING_BEGINS: Begun = { changes: [], facts: [], telling: [] };

/** The child becomes a client of child welfare: with a responsible social worker, and to be told without delay. */
function begunRelationship(
  context: ActContext,
  head: ClientHead,
  { clientId, caseId, assessmentId, serviceTasks, unitId, responsibleWorkerId }: Assessment,
): Begun {
  const { actor, services, now, today } = context;
  const time = startDeadline(context, {
    rule: 'protectionClienthoodTold',
    clientId,
    caseId,
    start: { at: now },
    subject: { kind: 'assessment', id: assessmentId },
    serviceTasks,
    unitId,
    workerId: responsibleWorkerId,
  });
  const telling = [time.deadline.deadlineId];
  if (head.relationship?.state === 'active') return { changes: time.changes, facts: [], telling };
  const start = {
    startedOn: today,
    responsibleUnitId: unitId,
    ownWorkerId: responsibleWorkerId,
    recorded: { by: actor.userId, countedAs: newId(services), unitId },
  };
  const active = startRelationship(head, start, { now, by: actor.userId });
  return {
    changes: [
      ...time.changes,
      {
        put: indexed(active, actor.controller),
        when: { version: head.version },
        otherwise: COMMON_REFUSALS.conflict,
      },
    ],
    facts: active.relationship === undefined ? [] : [{ ...factOfStart(active.relationship), clientId }],
    telling,
  };
}
