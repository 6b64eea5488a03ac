import * as z from 'zod';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { judgeConclusions } from '../../shared/domain/assessments/conclusions.ts';
import { type Assessment, AssessmentResult } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { loadAssessment, loadAssessments } from '../../shared/domain/assessments/store.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { isSocialWorkerInOffice } from '../../shared/domain/controllers/social-worker.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { definitionInForce } from '../../shared/domain/documents/definitions.ts';
import { draftForAct, finalOfDraft } from '../../shared/domain/documents/final-of-draft.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ClientId, DraftId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { endedForClient, type Found, type ToEnd } from './ended-for-client.ts';
import { type AssessmentChanged, lineOfAssessment, type OneAssessment } from './one-assessment.ts';

/** Beside the first client: each has a document, an assessment, times and a relationship of its own in one commit. */
const MOST_BESIDE = 1;

const found = {
  result: AssessmentResult,
  /** Whether the client needs special support (1301/2014 § 3). */
  specialSupport: z.boolean(),
};

export const FinishAssessment = z
  .strictObject({
    draftId: DraftId,
    draftVersion: z.int().positive(),
    ...found,
    /** A sibling of the same shared case, in whose file an assessment is under way too; each with an own result. */
    alsoOf: z
      .array(z.strictObject({ clientId: ClientId, ...found }))
      .max(MOST_BESIDE)
      .default([]),
  })
  .meta({ id: 'FinishAssessment' });
type FinishAssessment = z.infer<typeof FinishAssessment>;

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
  }: { params: z.infer<typeof OneAssessment>; body: FinishAssessment; version: number },
): Promise<Answer<AssessmentChanged>> {
  const { clientId } = context.file.head;
  const [before, deadlines] = await Promise.all([
    loadAssessment(context, clientId, params.assessmentId),
    loadOpenDeadlines(context, clientId),
  ]);
  if (before === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(before, version);
  await mayEnd(context, before, [body, ...body.alsoOf]);
  const draft = await draftForAct(context, body, 'assessments');
  const { ofCase } = draft;
  if (ofCase?.caseId !== before.caseId) throw new Refusal(ASSESSMENT_REFUSALS.otherCase);
  const beside = body.alsoOf.filter((one) => one.clientId !== clientId);
  const siblings = await Promise.all(beside.map((one) => siblingsOwn(context, ofCase, one)));
  const final = await finalOfDraft(
    context,
    draft,
    siblings.map(({ file }) => file),
  );
  const { definition } = await definitionInForce(context.services, draft.draft.definitionOid);
  const results = [body, ...beside].map(({ result }) => result);
  refuseErrors(DOCUMENT_REFUSALS.notValid, judgeConclusions(definition, final.content, results));

  const { documentId } = final.document;
  const all = [
    { head: context.file.head, before, deadlines, found: foundOf(body) },
    ...siblings.map(({ toEnd }) => toEnd),
  ];
  const ended = all.map((one) => endedForClient(context, one, { ofCase, documentId }));
  const lines = ended.map(({ after }) => lineOfAssessment(after, ['assessment']));
  const [first] = ended;
  if (first === undefined) throw new Error('An assessment is somebody’s.');
  return commit(context, {
    changes: [...final.changes, ...ended.flatMap(({ changes }) => changes)],
    line: {
      clients: lines.flatMap(({ clients }) => clients),
      resources: [...lines.flatMap(({ resources }) => resources), ...final.resources],
      dataGroups: [
        'assessments',
        'documents',
        ...(ended.some(({ begins }) => begins) ? ['clienthood' as const] : []),
      ],
      changedFields: ['assessment'],
    },
    facts: [...final.facts, ...ended.flatMap(({ facts }) => facts)],
    answer: {
      body: {
        assessmentId: first.after.assessmentId,
        version: first.after.version,
        documentId,
        findings: final.findings,
      },
      version: first.after.version,
    },
  });
}

const foundOf = ({ result, specialSupport }: Found): Found => ({ result, specialSupport });

/** @throws Refusal `assessment.notChildWelfare`, `assessment.socialWorker`. */
async function mayEnd(
  context: ClientContext,
  { serviceTasks }: Assessment,
  ends: readonly Found[],
): Promise<void> {
  const isChildWelfare = serviceTasks.includes('childWelfare');
  if (!isChildWelfare && ends.some(({ result }) => result === 'childWelfareClient')) {
    throw new Refusal(ASSESSMENT_REFUSALS.notChildWelfare);
  }
  const isTheirs = isChildWelfare || ends.some(({ specialSupport }) => specialSupport);
  if (isTheirs && !(await isSocialWorkerInOffice(context))) {
    throw new Refusal(ASSESSMENT_REFUSALS.socialWorker);
  }
}

/**
 * The assessment that is under way of a sibling in the same case, in the sibling's own file.
 * @throws Refusal `document.notOfCase`, `assessment.notUnderWay`.
 */
async function siblingsOwn(
  context: ClientContext,
  { caseId, clients }: CaseHead,
  { clientId, ...of }: FinishAssessment['alsoOf'][number],
): Promise<{ file: Awaited<ReturnType<typeof otherFile>>; toEnd: ToEnd }> {
  if (!clients.includes(clientId)) throw new Refusal(DOCUMENT_REFUSALS.notOfCase);
  const [file, { underWay }, deadlines] = await Promise.all([
    otherFile(context, clientId),
    loadAssessments(context, clientId),
    loadOpenDeadlines(context, clientId),
  ]);
  const before = underWay.find((one) => one.caseId === caseId);
  if (before === undefined) throw new Refusal(ASSESSMENT_REFUSALS.notUnderWay);
  return { file, toEnd: { head: file.head, before, deadlines, found: foundOf(of) } };
}
