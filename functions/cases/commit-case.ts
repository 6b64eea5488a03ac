import type { Answer, Change, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { CaseContent, CaseHead } from '../../shared/domain/cases/model.ts';
import { openCase, placed, placeOfCase, sealCase } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
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

/** Moves every head of a case alike: all of them stand in their new state, or none does. */
export function commitCase(
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
  },
): Promise<Answer<CaseChanged>> {
  const { after, joined = [], changes = [], fields, facts = [], findings = [] } = to;
  const [{ caseId, version }] = heads;
  const moved = heads.flatMap((before, nth) => {
    const next = after[nth];
    return next === undefined ? [] : placed(context.actor.controller, before, next);
  });
  return commit(context, {
    changes: [...moved, ...joined.map((put) => ({ put, when: 'absent' as const })), ...changes],
    line: lineOfCase([...after, ...joined], fields),
    facts,
    answer: {
      body: { caseId, version: version + 1, findings: [...new Set(findings.map(({ rule }) => rule))] },
      version: version + 1,
    },
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
