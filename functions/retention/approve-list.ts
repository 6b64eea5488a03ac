import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { type DisposalList, Month } from '../../shared/domain/retention/model.ts';
import { RETENTION_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';
import { knownList } from './known-list.ts';

export const DisposalListChanged = z
  .strictObject({ month: Month, version: z.int() })
  .meta({ id: 'DisposalListChanged' });
type Changed = Answer<z.infer<typeof DisposalListChanged>>;
type Asked = { params: { month: string }; version: number };

/** Who has looked through the list proposes it: no row is added from then on. */
export async function proposeList(context: ActContext, { params, version }: Asked): Promise<Changed> {
  const list = await knownList(context, params.month, version);
  if (list.state !== 'gathering') throw new Refusal(RETENTION_REFUSALS.notGathering);
  const { now, actor } = context;
  return moved(context, list, { state: 'proposed', proposed: { userId: actor.userId, at: now } });
}

/**
 * A second person approves what another has proposed. The disposal begins seven days later, so that a mistake is found in
 * time; until then a row can still be kept, and whatever comes to hold a unit back does.
 */
export async function approveList(context: ActContext, { params, version }: Asked): Promise<Changed> {
  const list = await knownList(context, params.month, version);
  if (list.state !== 'proposed') throw new Refusal(RETENTION_REFUSALS.notProposed);
  const { now, actor } = context;
  if (list.proposed?.userId === actor.userId) throw new Refusal(RETENTION_REFUSALS.samePerson);
  return moved(context, list, { state: 'approved', approved: { userId: actor.userId, at: now } }, [
    { kind: 'disposalApproved', on: context.today },
  ]);
}

function moved(
  context: ActContext,
  list: DisposalList,
  to: Partial<DisposalList>,
  facts: readonly Fact[] = [],
): Promise<Changed> {
  const put: DisposalList = { ...list, ...changed(list, context.now, context.actor.userId), ...to };
  const { month, version } = put;
  return commit(context, {
    changes: [{ put, when: { version: list.version } }],
    line: {
      clients: [],
      resources: [{ kind: 'disposalList', id: month, version }],
      dataGroups: ['retention'],
      changedFields: ['state'],
    },
    facts,
    answer: { body: { month, version }, version },
  });
}
