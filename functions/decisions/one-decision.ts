import * as z from 'zod';
import { mayUseDecision } from '../../shared/access/visible-decisions.ts';
import type { ActContext, Answer, Change, LinePart } from '../../shared/act.ts';
import { commit, roomBeside } from '../../shared/commit.ts';
import { type Follower, inParts } from '../../shared/domain/cases/followers.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { Official } from '../../shared/domain/decisions/concerned-model.ts';
import type { DecisionContent, DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import {
  loadDecision,
  openDecision,
  placedDecision,
  placeOfDecision,
  sealDecision,
} from '../../shared/domain/decisions/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import {
  CaseId,
  ClientId,
  ConcernedId,
  DecisionId,
  ReviewId,
  ServiceOfNoticeId,
} from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import type { DataGroup, Resource } from '../../shared/trail/event.ts';

/** The paths of the routes about the decisions of one client. */
export const OneClient = z.strictObject({ clientId: ClientId });
export const OneDecision = z.strictObject({ clientId: ClientId, decisionId: DecisionId });
export const OneConcerned = OneDecision.extend({ concernedId: ConcernedId });
export const OneService = OneDecision.extend({ serviceId: ServiceOfNoticeId });
export const OneReview = OneDecision.extend({ reviewId: ReviewId });
export type OfDecision = { params: z.infer<typeof OneDecision>; version: number };

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const DecisionChanged = z
  .strictObject({ decisionId: DecisionId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'DecisionChanged' });
export type DecisionChanged = z.infer<typeof DecisionChanged>;

/** @throws Refusal `request.notFound`. */
export async function findDecision(context: ClientContext, decisionId: DecisionId): Promise<DecisionHead> {
  const { file } = context;
  refuseMerged(file.head);
  const found = await loadDecision(context, file.head.clientId, decisionId);
  if (found === undefined || !mayUseDecision(context, found)) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** The decision as the caller saw it, to be changed. */
export async function decisionSeen(
  context: ClientContext,
  { params, version }: OfDecision,
): Promise<DecisionHead> {
  const head = await findDecision(context, params.decisionId);
  expectVersion(head, version);
  return head;
}

/**
 * The active case a decision is made in: one that was closed meanwhile is opened again first.
 * @throws Refusal `decision.noCase`.
 */
export function activeCase({ file }: ClientContext, caseId: CaseId): CaseHead {
  const found = file.cases.find((item) => item.caseId === caseId);
  if (found === undefined) throw new Refusal(DECISION_REFUSALS.noCase);
  return found;
}

export const officialOf = ({ actor, now }: ActContext): Official => ({
  userId: actor.userId,
  name: actor.name,
  post: actor.postTitle,
  at: now,
});

export const resourceOfDecision = ({
  decisionId,
  clientId,
  version,
  serviceTasks,
}: DecisionHead): Resource => ({ kind: 'decision', id: decisionId, client: clientId, version, serviceTasks });

export const lineOfDecision = (head: DecisionHead, changedFields: readonly string[]): LinePart => ({
  clients: [head.clientId],
  resources: [resourceOfDecision(head)],
  dataGroups: ['decisions'],
  changedFields,
});

export const contentOf = (context: ClientContext, head: DecisionHead): Promise<DecisionContent> =>
  openDecision(ringOf(context), head);

/** So many reasons are kept: of the last acts on it. */
const MOST_REASONS = 10;
export const withReason = (content: DecisionContent, of: string, words: string): DecisionContent => ({
  ...content,
  reasons: [...content.reasons, { of, words }].slice(-MOST_REASONS),
});

type To = {
  /** Sealed anew where it changed, or where the decision moves. */
  content?: DecisionContent;
  changes?: readonly Change[];
  /** Copies and times that leave what is at hand. What does not fit goes before, while the decision still stands as read. */
  followers?: readonly Follower[];
  resources?: readonly Resource[];
  fields: readonly string[];
  /** What the act handed to somebody outside, where it did. */
  disclosed?: Pick<LinePart, 'disclosure' | 'reasonCode'>;
  facts?: readonly Fact[];
  findings?: readonly string[];
};

/** What a line says of things beside the decision, by their kind. */
const GROUPS: Partial<Record<Resource['kind'], DataGroup>> = {
  deadline: 'deadlines',
  document: 'documents',
  service: 'services',
  task: 'tasks',
};

function lineWith(head: DecisionHead, fields: readonly string[], others: readonly Resource[]): LinePart {
  const line = lineOfDecision(head, fields);
  return {
    ...line,
    resources: [...line.resources, ...others],
    dataGroups: [...new Set([...line.dataGroups, ...others.flatMap(({ kind }) => GROUPS[kind] ?? [])])],
  };
}

/**
 * A decision that was read, moved to another state with all that belongs to the act. The state moves last: an act
 * that was cut short leaves the decision as it was, and is finished by doing it again (docs/decisions/0047).
 */
export async function commitDecision(
  context: ClientContext,
  before: DecisionHead,
  after: DecisionHead,
  to: To,
): Promise<Answer<DecisionChanged>> {
  const { decisionId, version } = after;
  const next = await resealed(context, before, after, to.content);
  const own = [...placedDecision(context.actor.controller, before, next), ...(to.changes ?? [])];
  const facts = to.facts ?? [];
  const answer = { body: { decisionId, version, findings: [...(to.findings ?? [])] }, version };
  const { before: earlier, last } = inParts(to.followers ?? [], roomBeside(context, { changes: own, facts }));
  for (const part of earlier) {
    await commit(context, {
      changes: [
        { check: before, when: { version: before.version } },
        ...part.flatMap(({ changes }) => changes),
      ],
      line: lineWith(
        before,
        to.fields,
        part.map(({ resource }) => resource),
      ),
      answer,
      goesBefore: true,
    });
  }
  return commit(context, {
    changes: [...own, ...last.flatMap(({ changes }) => changes)],
    line: {
      ...lineWith(next, to.fields, [...last.map(({ resource }) => resource), ...(to.resources ?? [])]),
      ...to.disclosed,
    },
    facts,
    answer,
  });
}

async function resealed(
  context: ClientContext,
  before: DecisionHead,
  after: DecisionHead,
  content: DecisionContent | undefined,
): Promise<DecisionHead> {
  const key = placeOfDecision(context.actor.controller, after);
  if (content === undefined && key.sk === before.sk) return after;
  const said = content ?? (await contentOf(context, before));
  return { ...after, content: await sealDecision(ringOf(context), after, key, said) };
}
