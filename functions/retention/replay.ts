import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keysOfUnit } from '../../shared/domain/retention/belongings.ts';
import { HOUSE_KINDS, loadHouseRecord } from '../../shared/domain/retention/house-records.ts';
import { clientsNamedBy, type DisposalRow } from '../../shared/domain/retention/model.ts';
import { allDisposalRows, loadDisposalLists } from '../../shared/domain/retention/store.ts';
import type { RawOfClient } from '../../shared/domain/stores/walk.ts';
import { attempt, type Disposed } from './attempt.ts';
import { goneItself, isGone, withoutParts } from './dispose-of-record.ts';
import { removeUnit } from './remove-unit.ts';

const KEYS_AT_ONCE = 20;

/**
 * Does again what was destroyed, after a table was brought back from a copy in which it still is: a row of a disposal list
 * is the mark that a unit was and must not be. By hand alone; it goes through every mark there is, and where nothing came
 * back it does nothing.
 */
export async function replay(context: ActContext, done: Disposed): Promise<void> {
  for (const list of await loadDisposalLists(context)) {
    for await (const row of allDisposalRows(context, list.month, false)) {
      if (row.state === 'destroyed') await attempt(context, done, () => again(context, row, done));
    }
  }
}

async function again(context: ActContext, row: DisposalRow, done: Disposed): Promise<void> {
  if (row.unit.kind === 'record') {
    const back = await loadHouseRecord(context, row.unit);
    const kind = HOUSE_KINDS[row.unit.record];
    if (back === undefined) return;
    await kind.undo?.(context, back);
    const itself = () => destroyAgain(context, row, [goneItself(context, kind, back)], 'state');
    const saysSo = isGone(kind, back);
    if (kind.leaves !== undefined && !saysSo) await itself();
    const removed = await withoutParts(context, kind, back);
    if (kind.leaves === undefined) await itself();
    if (!saysSo || removed > 0) done.destroyed += 1;
    return;
  }
  const keys: RawOfClient[] = [];
  for await (const key of keysOfUnit(context, row.unit)) keys.push(key);
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const some = keys.slice(at, at + KEYS_AT_ONCE);
    const changes = some.map(
      (key): Change => ({ table: 'keys', remove: key, when: { version: key.version } }),
    );
    await destroyAgain(context, row, changes, 'keys');
  }
  const removed = await removeUnit(context, row);
  if (keys.length > 0 || Object.keys(removed).length > 0) done.destroyed += 1;
}

const destroyAgain = async (
  context: ActContext,
  row: DisposalRow,
  changes: readonly Change[],
  field: 'keys' | 'state',
): Promise<void> => {
  await commit(context, {
    changes,
    line: {
      clients: clientsNamedBy(row.unit),
      resources: [{ kind: 'disposalUnit', id: row.unitId }],
      dataGroups: ['retention'],
      changedFields: [field],
    },
    answer: { body: {} },
  });
};
