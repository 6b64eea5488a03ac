import { dueRecords, type FoundRecord } from '../../shared/domain/retention/house-records.ts';
import { HouseRecord, unitIdOf } from '../../shared/domain/retention/model.ts';
import { loadDisposalLists, loadDisposalRows } from '../../shared/domain/retention/store.ts';
import { putRecords, ROWS, type Run, tried } from './put-rows.ts';

/**
 * Records of the controller that tell of no client come on the same list, by its archive plan (J-7.5). What stands on a
 * list that is not finished is not put on another.
 */
export async function gatherRecords(run: Run): Promise<void> {
  const { context, month, retention } = run;
  const lists = await loadDisposalLists(context);
  const open = new Set([
    month,
    ...lists.filter(({ state }) => state !== 'finished').map((list) => list.month),
  ]);
  for (const record of HouseRecord.options) {
    const due = (await tried(run, () => dueRecords(context, record, retention))) ?? [];
    for (let at = 0; at < due.length; at += ROWS) {
      const some = due.slice(at, at + ROWS);
      await tried(run, async () => putRecords(run, await notListed(run, some, [...open])));
    }
  }
}

async function notListed(
  { context }: Run,
  found: readonly FoundRecord[],
  months: readonly string[],
): Promise<FoundRecord[]> {
  const asked = found.flatMap(({ unit }) => months.map((month) => ({ month, unitId: unitIdOf(unit) })));
  const listed = new Set((await loadDisposalRows(context, asked)).map(({ unitId }) => unitId));
  return found.filter(({ unit }) => !listed.has(unitIdOf(unit)));
}
