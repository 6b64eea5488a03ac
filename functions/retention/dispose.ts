import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { DisposalList, DisposalRow } from '../../shared/domain/retention/model.ts';
import { allDisposalRows, loadDisposalList, loadDisposalLists } from '../../shared/domain/retention/store.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { changed } from '../../shared/table/item.ts';
import { DISPOSE } from './actions-of-runs.ts';
import { attempt, type Disposed } from './attempt.ts';
import { disposeOfRow } from './dispose-of-row.ts';
import { replay } from './replay.ts';

/** Nothing is destroyed within so many days of its approval (security.md 14): a mistake is found, a claim arrives. */
const WAIT_DAYS = 7;

/**
 * The night's disposal: what a second person approved seven days ago is looked at once more and disposed of, unit by
 * unit: what is kept for good goes to the archive first, then the keys are destroyed, then whatever they sealed is taken
 * away. Safe to repeat, and to be killed at any point: each step finds what the one before left.
 */
export async function dispose(
  services: Services,
  controllers: readonly ControllerId[],
  input: unknown = {},
): Promise<Disposed> {
  const done: Disposed = { destroyed: 0, packaged: 0, heldBack: 0, failed: 0 };
  for (const controller of controllers) {
    const context = systemContext(services, controller, {
      action: DISPOSE,
      event: 'DisposalUnitDestroyed',
      ranBy: 'retention',
    });
    // What one controller, or one list, does not give keeps no other waiting.
    await attempt(context, done, async () => {
      const { retention } = await settingsOf(services, controller);
      if (isReplay(input)) await replay(context, done);
      for (const list of await loadDisposalLists(context))
        await attempt(context, done, () => disposeOfList(context, list, retention, done));
    });
  }
  return done;
}

/** After a restore of a table the destructions done since are done again. */
const isReplay = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'replay' in input && input.replay === 'all';

async function disposeOfList(
  context: ActContext,
  list: DisposalList,
  retention: ControllerSettings['retention'],
  done: Disposed,
): Promise<void> {
  if (list.state !== 'approved' || list.approved === undefined) return;
  if (plusMinutes(list.approved.at, WAIT_DAYS * 24 * 60) > context.now) return;
  let waits = 0;
  for await (const row of allDisposalRows(context, list.month, true)) {
    const after = await disposed(context, row, retention, done);
    if (after?.state !== 'destroyed') waits += 1;
  }
  if (waits === 0) await finish(context, list.month);
}

async function disposed(
  context: ActContext,
  row: DisposalRow,
  retention: ControllerSettings['retention'],
  done: Disposed,
): Promise<DisposalRow | undefined> {
  return attempt(context, done, async () => {
    const after = await disposeOfRow(context, row, retention);
    if (after.state === 'destroyed') done.destroyed += 1;
    if (after.state === 'packaged' && row.state !== 'packaged') done.packaged += 1;
    if (after.state === 'excepted' && row.state !== 'excepted') done.heldBack += 1;
    return after;
  });
}

/** Whatever stood on the list has been dealt with. */
async function finish(context: ActContext, month: string): Promise<void> {
  const list = await loadDisposalList(context, month);
  if (list?.state !== 'approved') return;
  let destroyed = 0;
  for await (const row of allDisposalRows(context, month, false))
    if (row.state === 'destroyed') destroyed += 1;
  const put: DisposalList = {
    ...list,
    ...changed(list, context.now, context.actor.userId),
    state: 'finished',
    finishedAt: context.now,
    destroyed,
  };
  await commit(context, {
    changes: [{ put, when: { version: list.version } }],
    line: {
      clients: [],
      resources: [{ kind: 'disposalList', id: month }],
      dataGroups: ['retention'],
      changedFields: ['state'],
    },
    answer: { body: {} },
  });
}
