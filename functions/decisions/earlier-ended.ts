import type { Change } from '../../shared/act.ts';
import type { Follower } from '../../shared/domain/cases/followers.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { factOf, noLongerIssued } from '../../shared/domain/decisions/counted.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { stateAfter } from '../../shared/domain/decisions/states.ts';
import {
  loadDecision,
  loadServiceRows,
  openDecision,
  placedDecision,
  placeOfDecision,
  sealDecision,
} from '../../shared/domain/decisions/store.ts';
import { endDecision } from '../../shared/domain/decisions/transitions.ts';
import type { DecisionId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';
import type { Resource } from '../../shared/trail/event.ts';
import { endedTimes } from './ended-times.ts';
import { officialOf, resourceOfDecision } from './one-decision.ts';
import { type Resting, restingAnew } from './resting-services.ts';

type Earlier = { changes: Change[]; followers: Follower[]; resources: Resource[]; facts: Fact[] };
type Ending = { decisionId: DecisionId; move: 'revoke' | 'expire' };

/**
 * What a decision ends as it is issued: the one it is made in place of (434/2003 50, 53 §), and the measure that its
 * kind puts an end to. Each moves in the same commit, so that never two of them stand; services that rest on the
 * one follow the new one where it carries them, and of those that do not it is told.
 * @throws Refusal `decision.replacedAlready` where another stands in its place.
 */
export async function earlierEnded(
  context: ClientContext,
  issued: DecisionHead,
  ofCase: CaseHead,
): Promise<Earlier & Pick<Resting, 'findings'>> {
  const { clientId } = context.file.head;
  const found = await Promise.all(
    endingBy(issued).map(async ({ decisionId, move }) => {
      const before = await loadDecision(context, clientId, decisionId);
      if (before === undefined) return [];
      if (move === 'revoke' && before.replacedBy !== undefined) {
        throw new Refusal(DECISION_REFUSALS.replacedAlready, { details: { by: before.replacedBy } });
      }
      const [ended, resting] = await Promise.all([
        endOne(context, before, { by: issued.decisionId, move }),
        // What was removed before this was decided still has the services that rested on it.
        restingAnew(context, before, { ofCase, ...(move === 'revoke' ? { instead: issued } : {}) }),
      ]);
      return [{ ...ended, resting }];
    }),
  );
  const done = found.flat();
  return {
    changes: done.flatMap(({ changes, resting }) => [...changes, ...resting.changes]),
    followers: done.flatMap(({ followers }) => followers),
    resources: done.flatMap(({ resources, resting }) => [...resources, ...resting.resources]),
    facts: done.flatMap(({ facts }) => facts),
    findings: done.flatMap(({ resting }) => resting.findings),
  };
}

function endingBy({ replaces, follows, kind }: DecisionHead): Ending[] {
  const ends = kindOf(kind).follows?.ends === true ? follows : undefined;
  return [
    ...(replaces === undefined ? [] : [{ decisionId: replaces, move: 'revoke' as const }]),
    ...(ends === undefined || ends === replaces ? [] : [{ decisionId: ends, move: 'expire' as const }]),
  ];
}

/** One that has ended already says what was made in its place, and stays ended. */
async function endOne(
  context: ClientContext,
  before: DecisionHead,
  { by, move }: { by: DecisionId; move: Ending['move'] },
): Promise<Earlier> {
  const { actor, today, now } = context;
  if (stateAfter(before.state, move) === undefined) {
    const put = { ...before, ...changed(before, now, actor.userId), replacedBy: by };
    return {
      changes: move === 'revoke' ? [{ put, when: { version: before.version } }] : [],
      followers: [],
      resources: [],
      facts: move === 'revoke' ? noLongerIssued(before, put) : [],
    };
  }
  const ring = ringOf(context);
  const [rows, open, content] = await Promise.all([
    loadServiceRows(context, before),
    loadOpenDeadlines(context, before.clientId),
    openDecision(ring, before),
  ]);
  const ground = move === 'revoke' ? ('newDecision' as const) : ('endedByDecision' as const);
  const end = { ground, on: today, by: officialOf(context) };
  const ended = { ...endDecision(before, move, end), replacedBy: by };
  const key = placeOfDecision(actor.controller, ended);
  const after = { ...ended, content: await sealDecision(ring, ended, key, content) };
  return {
    changes: placedDecision(actor.controller, before, after),
    followers: endedTimes(context, before, rows, open),
    resources: [resourceOfDecision(after)],
    facts: [factOf(after, 'decisionEnded', today, { code: ground }), ...noLongerIssued(before, after)],
  };
}
