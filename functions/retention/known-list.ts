import type { ActContext } from '../../shared/act.ts';
import type { DisposalList, DisposalRow } from '../../shared/domain/retention/model.ts';
import { loadDisposalList, loadDisposalRows } from '../../shared/domain/retention/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** The list of a month as its caller read it. @throws Refusal not found, stale. */
export async function knownList(context: ActContext, month: string, version: number): Promise<DisposalList> {
  const list = await loadDisposalList(context, month);
  if (list === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(list, version);
  return list;
}

/** A row of it as its caller read it. @throws Refusal not found, stale. */
export async function knownRow(
  context: ActContext,
  { month, disposalUnitId }: { month: string; disposalUnitId: string },
  version: number,
): Promise<DisposalRow> {
  const [row] = await loadDisposalRows(context, [{ month, unitId: disposalUnitId }]);
  if (row === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(row, version);
  return row;
}
