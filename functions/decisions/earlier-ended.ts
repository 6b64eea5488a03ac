import type { Change } from '../../shared/act.ts';
import type { Follower } from '../../shared/domain/cases/followers.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { kindOf } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
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
import type { Resource } from '../../shared/trail/event.ts';
import { endedTimes } from './ended-times.ts';
import { officialOf, resourceOfDecision } from './one-decision.ts';

type Earlier = { changes: Change[]; followers: Follower[]; resources: Resource[] };

/**
 * What a decision ends as it is issued: the one it is made in place of (434/2003 50, 53 §), and the measure that its
 * kind puts an end to. Each moves in the same commit, so that never two of them stand.
 */
export async function earlierEnded(context: ClientContext, head: DecisionHead): Promise<Earlier> {
  const { replaces, follows, kind } = head;
  const ends = kindOf(kind).follows?.ends === true ? follows : undefined;
  const done = await Promise.all([
    replaces === undefined ? undefined : endOne(context, replaces, head.decisionId, 'revoke'),
    ends === undefined || ends === replaces ? undefined : endOne(context, ends, head.decisionId, 'expire'),
  ]);
  return {
    changes: done.flatMap((one) => one?.changes ?? []),
    followers: done.flatMap((one) => one?.followers ?? []),
    resources: done.flatMap((one) => one?.resources ?? []),
  };
}

/** One that has ended already is left as it is; one under review ends when the review does. */
async function endOne(
  context: ClientContext,
  decisionId: DecisionId,
  replacedBy: DecisionId,
  move: 'revoke' | 'expire',
): Promise<Earlier | undefined> {
  const { actor, file, today } = context;
  const before = await loadDecision(context, file.head.clientId, decisionId);
  if (before === undefined || stateAfter(before.state, move) === undefined) return undefined;
  const ring = ringOf(context);
  const [rows, open, content] = await Promise.all([
    loadServiceRows(context, before),
    loadOpenDeadlines(context, before.clientId),
    openDecision(ring, before),
  ]);
  const ground = move === 'revoke' ? ('newDecision' as const) : ('endedByDecision' as const);
  const ended = { ...endDecision(before, move, { ground, on: today, by: officialOf(context) }), replacedBy };
  const key = placeOfDecision(actor.controller, ended);
  const after = { ...ended, content: await sealDecision(ring, ended, key, content) };
  return {
    changes: placedDecision(actor.controller, before, after),
    followers: endedTimes(context, before, rows, open),
    resources: [resourceOfDecision(after)],
  };
}
