import * as z from 'zod';
import { whoCannot } from '../../shared/access/powers.ts';
import { NOTE_WRITERS } from '../../shared/access/role-groups.ts';
import type { Answer, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { judgeHearing } from '../../shared/domain/decisions/rules/hearing.ts';
import {
  proposeDecision as proposed,
  sendBack as sentBack,
} from '../../shared/domain/decisions/transitions.ts';
import {
  loadOwnDraft,
  type OpenedDocumentDraft,
  openDocumentDraft,
} from '../../shared/domain/documents/drafts.ts';
import { DefinitionOid, DocumentContent } from '../../shared/domain/documents/model.ts';
import { errorsOf } from '../../shared/kernel/finding.ts';
import { DraftId, UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import {
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  findDecision,
  lineOfDecision,
  type OfDecision,
  officialOf,
  withReason,
} from './one-decision.ts';

export const ProposeDecision = z.strictObject({ to: UserId }).meta({ id: 'ProposeDecision' });

/**
 * Proposes a decision to the official who decides (L-4.3): with its draft, which the decider may read from then on.
 * @throws Refusal `decision.notHeard`, `decision.deciderCannot`.
 */
export async function proposeDecision(
  context: ClientContext,
  { body: { to }, ...of }: OfDecision & { body: z.infer<typeof ProposeDecision> },
): Promise<Answer<DecisionChanged>> {
  const before = await decisionSeen(context, of);
  const after = proposed(before, to, officialOf(context));
  const findings = judgeHearing(before, context.today);
  if (errorsOf(findings).length > 0) throw new Refusal(DECISION_REFUSALS.notHeard, { findings });
  const cannot = await whoCannot(context, [to], NOTE_WRITERS);
  if (cannot.length > 0) throw new Refusal(DECISION_REFUSALS.deciderCannot, { details: { userIds: cannot } });
  return commitDecision(context, before, after, {
    fields: ['state', 'proposed'],
    findings: findings.map(({ rule }) => rule),
  });
}

export const SendBack = z
  .strictObject({ words: z.string().trim().min(3).max(1000) })
  .meta({ id: 'SendBackDecision' });

/** Sends a proposal back to its preparer, with what is wanted. */
export async function sendBack(
  context: ClientContext,
  { body: { words }, ...of }: OfDecision & { body: z.infer<typeof SendBack> },
): Promise<Answer<DecisionChanged>> {
  const { now, actor } = context;
  const before = await decisionSeen(context, of);
  const after = sentBack(before, { now, by: actor.userId });
  return commitDecision(context, before, after, {
    content: withReason(await contentOf(context, before), 'sendBack', words),
    fields: ['state', 'proposed'],
  });
}

/** The decision that was read has a draft: where that is gone, somebody has issued the decision meanwhile. */
const goneMeanwhile = (thrown: unknown): never => {
  const isGone = thrown instanceof Refusal && thrown.definition === COMMON_REFUSALS.notFound;
  throw isGone ? new Refusal(COMMON_REFUSALS.conflict) : thrown;
};

/**
 * The draft of a decision with its content: the preparer's own, read by the preparer, or by whom it was proposed to.
 * Another's draft is not there for anybody else.
 * @throws Refusal `request.notFound`.
 */
export async function draftOfDecision(
  context: ClientContext,
  head: DecisionHead,
): Promise<OpenedDocumentDraft> {
  const { services, actor } = context;
  const isTheirs = head.preparedBy.userId === actor.userId || head.proposed?.to === actor.userId;
  if (head.draftId === undefined || !isTheirs) throw new Refusal(COMMON_REFUSALS.notFound);
  const writer = { services, actor: { controller: actor.controller, userId: head.preparedBy.userId } };
  const loaded = await loadOwnDraft(writer, head.draftId, head.clientId).catch(goneMeanwhile);
  return openDocumentDraft(ringOf(context), loaded);
}

export const ProposalView = z
  .strictObject({
    draftId: DraftId,
    draftVersion: z.int(),
    definitionOid: DefinitionOid,
    content: DocumentContent,
  })
  .meta({ id: 'ProposalView' });

/** What is proposed to be decided, as its draft has it now. */
export async function readProposal(
  context: ClientContext,
  { params }: Pick<OfDecision, 'params'>,
): Promise<Reading<z.infer<typeof ProposalView>>> {
  const head = await findDecision(context, params.decisionId);
  const { draft, content } = await draftOfDecision(context, head);
  const line = lineOfDecision(head, []);
  return {
    line: {
      ...line,
      resources: [...line.resources, { kind: 'draft', id: draft.draftId, client: head.clientId }],
      dataGroups: ['decisions', 'drafts'],
    },
    body: () => ({
      draftId: draft.draftId,
      draftVersion: draft.version,
      definitionOid: draft.definitionOid,
      content,
    }),
  };
}
