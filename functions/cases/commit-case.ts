import type { Answer, Change, LinePart } from '../../shared/act.ts';
import { commit, roomBeside } from '../../shared/commit.ts';
import { type Follower, inParts } from '../../shared/domain/cases/followers.ts';
import type { CaseContent, CaseHead } from '../../shared/domain/cases/model.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { openCase, placed, placeOfCase, sealCase } from '../../shared/domain/cases/store.ts';
import type { Together } from '../../shared/domain/cases/together.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { Outgoing } from '../../shared/events/envelope.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import type { CaseHeads } from './find-case.ts';
import type { CaseChanged } from './one-case.ts';

/** The line of an act on a case names every client of it; each client's copy holds that client's head alone. */
export const lineOfCase = (heads: readonly CaseHead[], changedFields: readonly string[]): LinePart => ({
  clients: heads.map(({ clientId }) => clientId),
  resources: heads.map(({ caseId, clientId, version, serviceTasks }) => ({
    kind: 'case',
    id: caseId,
    client: clientId,
    version,
    serviceTasks,
  })),
  dataGroups: ['case'],
  changedFields,
});

/** What followers add to a line: their resources, the files they lie in, and what of them changed. */
export const lineOfFollowers = (
  followers: readonly Follower[],
): Pick<LinePart, 'clients' | 'resources' | 'dataGroups'> => ({
  clients: followers.map(({ clientId }) => clientId),
  resources: followers.map(({ resource }) => resource),
  dataGroups: [
    ...(followers.some(({ resource }) => resource.kind === 'deadline') ? (['deadlines'] as const) : []),
    ...(followers.some(({ resource }) => resource.kind === 'task') ? (['tasks'] as const) : []),
  ],
});

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Moves every head of a case alike: all of them stand in their new state, or none does. Its deadlines and tasks go
 * with it in the same commit; of a case with more of them than one commit holds, some go before it, each time only
 * if the case still stands as it was read, so that an act that was cut short is finished by doing it again. What
 * stands or falls with the case goes in its own commit, or the act is refused.
 * @throws Refusal `case.tooMuchAtOnce`.
 */
export async function commitCase(
  context: ClientContext,
  heads: CaseHeads,
  to: {
    after: readonly CaseHead[];
    /** Heads of clients who came to the case just now: the line names them too. */
    joined?: readonly CaseHead[];
    changes?: readonly Change[];
    fields: readonly string[];
    facts?: readonly Fact[];
    findings?: readonly Finding[];
    followers?: readonly Follower[];
    /** What goes before it in commits of its own, each under the check that the case still stands as it was read. */
    ahead?: (check: Change) => Promise<void>;
    together?: Together;
    events?: readonly Outgoing[];
  },
): Promise<Answer<CaseChanged>> {
  const {
    after,
    joined = [],
    changes = [],
    fields,
    facts = [],
    findings = [],
    followers = [],
    ahead,
    together,
    events = [],
  } = to;
  const [head] = heads;
  const { caseId, version } = head;
  const moved = heads.flatMap((before, nth) => {
    const next = after[nth];
    return next === undefined ? [] : placed(context.actor.controller, before, next);
  });
  const own = [...moved, ...joined.map((put) => ({ put, when: 'absent' as const })), ...changes];
  const allFacts = [...facts, ...(together?.facts ?? [])];
  const taken = [...own, ...(together?.changes ?? [])];
  const room = roomBeside(context, { changes: taken, events, facts: allFacts });
  if (together !== undefined && room < 0) {
    throw new Refusal(CASE_REFUSALS.tooMuchAtOnce, { details: { over: -room } });
  }
  const answer: Answer<CaseChanged> = {
    body: { caseId, version: version + 1, findings: distinct(findings.map(({ rule }) => rule)) },
    version: version + 1,
  };
  const check: Change = { check: head, when: { version } };
  await ahead?.(check);
  const { before, last } = inParts(followers, room);
  for (const part of before) {
    await commit(context, {
      changes: [check, ...part.flatMap((follower) => follower.changes)],
      line: { ...lineOfFollowers(part), changedFields: fields },
      answer,
      goesBefore: true,
    });
  }
  const ofCase = lineOfCase([...after, ...joined], fields);
  const ofLast = lineOfFollowers(last);
  return commit(context, {
    changes: [...taken, ...last.flatMap((follower) => follower.changes)],
    line: {
      ...ofCase,
      clients: distinct([...ofCase.clients, ...ofLast.clients]),
      resources: [...ofCase.resources, ...(together?.resources ?? []), ...ofLast.resources],
      dataGroups: [...ofCase.dataGroups, ...(together?.dataGroups ?? []), ...ofLast.dataGroups],
    },
    facts: allFacts,
    events,
    answer,
  });
}

/**
 * The heads with their content sealed anew, each at its own place and version: for content that changed, or heads
 * that move. It is the case's own key, so that no other client's key is opened.
 */
export async function resealed(
  context: ClientContext,
  after: readonly CaseHead[],
  content: CaseContent,
): Promise<CaseHead[]> {
  const ring = ringOf(context);
  return Promise.all(
    after.map(async (head) => {
      const key = placeOfCase(context.actor.controller, head);
      const at = { key, version: head.version };
      return { ...head, content: await sealCase(ring, head.caseId, at, content) };
    }),
  );
}

export const contentOf = (context: ClientContext, [head]: CaseHeads): Promise<CaseContent> =>
  openCase(ringOf(context), head);
