import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { indexedCase, loadSharedHeads } from '../../shared/domain/cases/store.ts';
import { headChange } from '../../shared/domain/intake/of-client.ts';
import { movedMatter } from '../../shared/domain/intake/store.ts';
import type { Examined } from '../../shared/domain/retention/examined.ts';
import { unitIdOf } from '../../shared/domain/retention/model.ts';
import { changed } from '../../shared/table/item.ts';

/**
 * Gives a unit the due month that it was reckoned to have, or takes away one that it no longer has. The heads of a shared
 * case have one version, so that all of them are written; each keeps its own month.
 * @returns whether it had another.
 */
export async function reindex(
  context: ActContext,
  { head, unit, clients, reckoned }: Examined,
): Promise<boolean> {
  const { dueMonth } = reckoned;
  if (head.dueMonth === dueMonth) return false;
  await commit(context, {
    changes: await changesOf(context, head, dueMonth),
    line: {
      clients,
      resources: [{ kind: 'disposalUnit', id: unitIdOf(unit) }],
      dataGroups: ['retention'],
      changedFields: ['dueMonth'],
    },
    answer: { body: {} },
  });
  return true;
}

async function changesOf(
  context: ActContext,
  head: Examined['head'],
  dueMonth: string | undefined,
): Promise<Change[]> {
  const { actor, now } = context;
  const { controller, userId } = actor;
  if (head.entity === 'client') {
    const { dueMonth: _before, ...rest } = head;
    return [headChange(controller, head, { ...rest, ...changed(head, now, userId), ...due(dueMonth) })];
  }
  if (head.entity === 'intakeMatter') {
    const { dueMonth: _before, ...rest } = head;
    return [movedMatter(controller, head, { ...rest, ...changed(head, now, userId), ...due(dueMonth) })];
  }
  const others = await loadSharedHeads(context, head);
  const { dueMonth: _before, ...rest } = head;
  const next: CaseHead = { ...rest, ...due(dueMonth) };
  return [next, ...others].map((one) => ({
    put: indexedCase({ ...one, ...changed(one, now, userId) }, controller),
    when: { version: one.version },
  }));
}

const due = (dueMonth: string | undefined) => (dueMonth === undefined ? {} : { dueMonth });
