import * as z from 'zod';
import { filesOfDocument } from '../../shared/access/files-of.ts';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { type DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import {
  CorrectedPlace,
  correctedContent,
  judgeCorrection,
} from '../../shared/domain/decisions/rules/correction.ts';
import { toSendAnew } from '../../shared/domain/decisions/rules/service.ts';
import { isTooLate } from '../../shared/domain/decisions/rules/term.ts';
import { loadServiceRows } from '../../shared/domain/decisions/store.ts';
import { correctDecision as corrected, moved } from '../../shared/domain/decisions/transitions.ts';
import { loadBody, openFinal } from '../../shared/domain/documents/body.ts';
import { correctedDocument } from '../../shared/domain/documents/correct.ts';
import { resourceOf } from '../../shared/domain/documents/final.ts';
import { loadDocument } from '../../shared/domain/documents/store.ts';
import { ConcernedId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { mustHavePower } from './judge-issue.ts';
import {
  commitDecision,
  contentOf,
  DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
  withReason,
} from './one-decision.ts';

export const CorrectDecision = z
  .strictObject({
    places: z.array(CorrectedPlace).min(1).max(20),
    initiator: z.enum(['ownInitiative', 'party']),
    /** Whether the parties were heard before (52 § 2 mom.), or that was needless. */
    hearing: z.enum(['heard', 'needless']),
    /** The corrector declares that the result is not unreasonable to a party (51 §). */
    reasonable: z.literal(true),
    words: z.string().trim().min(3).max(1000),
  })
  .meta({ id: 'CorrectDecision' });
type CorrectDecision = z.infer<typeof CorrectDecision>;

export const DecisionCorrected = DecisionChanged.extend({
  documentVersion: z.int(),
  /** Who has a copy of what it read before, and gets the corrected one. */
  sendAnew: z.array(ConcernedId),
}).meta({ id: 'DecisionCorrected' });

/**
 * Corrects a clerical error in a decision (434/2003 51–53 §): its document has a new version beside the old one, and the
 * decision says when, by whom and on whose initiative. Whoever has a copy gets the corrected one; no time of appeal
 * moves. Who has the power to make the decision corrects it.
 * @throws Refusal `decision.tooLate` after five years; `decision.noPower`; `decision.notValid` for what was decided.
 */
export async function correctDecision(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: CorrectDecision },
): Promise<Answer<z.infer<typeof DecisionCorrected>>> {
  const { now, actor, today, file } = context;
  const before = await decisionSeen(context, of);
  // In which state it is, is told before anything else.
  moved(before, 'correct', { now, by: actor.userId });
  if (isTooLate(before, today)) throw new Refusal(DECISION_REFUSALS.tooLate);
  const ofCase = file.cases.find(({ caseId }) => caseId === before.caseId);
  const [rows, content] = await Promise.all([
    loadServiceRows(context, before),
    contentOf(context, before),
    mustHavePower(context, before, ofCase),
  ]);
  const document = await documentCorrected(context, before, body);
  const { version: documentVersion } = document.document;
  const { initiator, hearing, words } = body;
  const by = officialOf(context);
  const after = corrected(before, { on: today, by, initiator, hearing, documentVersion });
  const answer = await commitDecision(context, before, after, {
    content: withReason(content, 'correct', words),
    changes: document.changes,
    resources: [resourceOf(document.document)],
    fields: ['document', 'corrections'],
    facts: document.facts ?? [],
    findings: [...document.findings, ...(isWithCourt(before) ? ['decision.tellCourt'] : [])],
  });
  return { ...answer, body: { ...answer.body, documentVersion, sendAnew: toSendAnew(after, rows) } };
}

/** The document in its next version. @throws Refusal `decision.notValid`; those of correcting a document. */
async function documentCorrected(
  context: ClientContext,
  { clientId, documentId }: DecisionHead,
  { places, initiator, words }: CorrectDecision,
): ReturnType<typeof correctedDocument> {
  if (documentId === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const document = await loadDocument(context, clientId, documentId);
  if (document?.bodyId === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const [body, files] = await Promise.all([
    loadBody(context, document.bodyId),
    filesOfDocument(context, document.clients),
  ]);
  const { content } = await openFinal(ringOf(context), body);
  refuseErrors(DECISION_REFUSALS.notValid, judgeCorrection(content, places));
  const { userId, name, post, at } = officialOf(context);
  return correctedDocument(context, files, document, {
    serviceTasks: document.serviceTasks,
    socialServices: document.socialServices,
    sensitivity: document.sensitivity,
    phase: document.phase,
    documentAt: document.documentAt,
    content: correctedContent(content, places),
    language: document.language,
    reason: {
      ground: 'erroneous',
      initiator: initiator === 'party' ? 'client' : 'ownInitiative',
      words,
    },
    by: { userId, name, post, at },
    // The decision itself, which may move to another place.
    beside: 2,
  });
}

/** A court that has the decision before it is told of the correction (53 §). */
const isWithCourt = ({ reviews }: DecisionHead): boolean =>
  reviews.some(({ instance, result }) => instance !== 'reviewRequest' && result === undefined);
