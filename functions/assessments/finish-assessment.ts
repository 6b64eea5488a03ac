import * as z from 'zod';
import type { JobRole } from '../../shared/access/job-roles.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { AssessmentResult } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { loadAssessment, readyAssessment } from '../../shared/domain/assessments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { startRelationship } from '../../shared/domain/clients/transitions/relationship.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { draftForAct, finalOfDraft } from '../../shared/domain/documents/final-of-draft.ts';
import { isAssessmentReady } from '../../shared/domain/intake/deadlines.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DraftId } from '../../shared/kernel/id.ts';
import { daysBetween, helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { type AssessmentChanged, lineOfAssessment, type OneAssessment } from './one-assessment.ts';

export const FinishAssessment = z
  .strictObject({
    draftId: DraftId,
    draftVersion: z.int().positive(),
    result: AssessmentResult,
    /** Whether the client needs special support (1301/2014 § 3). */
    specialSupport: z.boolean(),
  })
  .meta({ id: 'FinishAssessment' });

/** Roles of decree 457/2024 whose holder is a social worker. */
const SOCIAL_WORKERS: readonly JobRole[] = ['broadResponsibility', 'childsResponsibleWorker'];

/**
 * Makes the assessment final: the draft becomes a document, the time to be ready is met, and where a child welfare
 * relationship begins by it, the relationship starts and the time to tell the guardian and the child begins
 * (417/2007 § 27). The need of special support, and of child welfare, is a social worker's to assess.
 */
export async function finishAssessment(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneAssessment>; body: z.infer<typeof FinishAssessment>; version: number },
): Promise<Answer<AssessmentChanged>> {
  const { file, actor, now, today } = context;
  const { clientId } = file.head;
  const { result, specialSupport } = body;
  const [before, deadlines] = await Promise.all([
    loadAssessment(context, clientId, params.assessmentId),
    loadOpenDeadlines(context, clientId),
  ]);
  if (before === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(before, version);
  const isChildWelfare = before.serviceTasks.includes('childWelfare');
  if (result === 'childWelfareClient' && !isChildWelfare) {
    throw new Refusal(ASSESSMENT_REFUSALS.notChildWelfare);
  }
  const isSocialWorker = actor.grants.some(({ role }) => SOCIAL_WORKERS.includes(role));
  if ((specialSupport || isChildWelfare) && !isSocialWorker) {
    throw new Refusal(ASSESSMENT_REFUSALS.socialWorker);
  }
  const draft = await draftForAct(context, body, 'assessments');
  if (draft.ofCase?.caseId !== before.caseId) throw new Refusal(ASSESSMENT_REFUSALS.otherCase);
  const final = await finalOfDraft(context, draft, []);
  const { documentId } = final.document;
  const end = { result, specialSupport, documentId, readyOn: today };
  const { after, changes } = readyAssessment(actor.controller, before, end, { now, by: actor.userId });
  const begun =
    result === 'childWelfareClient' ? begunRelationship(context, after) : { changes: [], facts: [] };
  const line = lineOfAssessment(after, ['assessment']);
  return commit(context, {
    changes: [
      ...final.changes,
      ...changes,
      ...deadlines
        .filter((one) => one.caseId === before.caseId && isAssessmentReady(one.rule))
        .flatMap((one) => meetDeadline(context, one, { at: now }).changes),
      ...begun.changes,
    ],
    line: {
      ...line,
      resources: [...line.resources, ...final.resources],
      dataGroups: ['assessments', 'documents', ...(begun.changes.length > 0 ? ['clienthood' as const] : [])],
    },
    facts: [
      ...final.facts,
      {
        kind: 'assessmentReady',
        on: today,
        unitId: after.unitId,
        serviceTasks: after.serviceTasks,
        code: result,
        days: daysBetween(helsinkiDateOf(draft.ofCase.openedAt), today),
      },
      ...begun.facts,
    ],
    answer: {
      body: {
        assessmentId: after.assessmentId,
        version: after.version,
        documentId,
        findings: final.findings,
      },
      version: after.version,
    },
  });
}

/** The child becomes a client of child welfare: with a responsible social worker, and to be told without delay. */
function begunRelationship(
  context: ClientContext,
  {
    clientId,
    caseId,
    assessmentId,
    serviceTasks,
    unitId,
    responsibleWorkerId,
  }: Parameters<typeof lineOfAssessment>[0],
): { changes: Change[]; facts: Fact[] } {
  const { file, actor, now, today } = context;
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
  if (file.head.relationship?.state === 'active') return { changes: time.changes, facts: [] };
  const start = { startedOn: today, responsibleUnitId: unitId, ownWorkerId: responsibleWorkerId };
  const head = startRelationship(file.head, start, { now, by: actor.userId });
  return {
    changes: [
      ...time.changes,
      {
        put: indexed(head, actor.controller),
        when: { version: file.head.version },
        otherwise: COMMON_REFUSALS.conflict,
      },
    ],
    facts: [{ kind: 'relationshipStarted', on: today, unitId }],
  };
}
