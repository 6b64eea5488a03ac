import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfUnit } from '../../shared/domain/retention/counted.ts';
import { type FoundRecord, partsOf } from '../../shared/domain/retention/house-records.ts';
import type { DisposalRow } from '../../shared/domain/retention/model.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { changed } from '../../shared/table/item.ts';
import { retentionKeys } from '../../shared/table/keys.ts';

/** So long copies of `records` lie, rounded up: a record has no key of its own that could go before them. */
const DAYS_OF_COPIES = 36;

/** The record goes and its row becomes the mark that it was, in one commit: if it was changed since, nothing goes. */
export async function withoutRecord(
  context: ActContext,
  row: DisposalRow,
  { item }: FoundRecord,
): Promise<DisposalRow> {
  const { now, today, actor } = context;
  const parts = partsOf(context, item);
  const after: DisposalRow = {
    ...row,
    ...retentionKeys.row(actor.controller, row.month, row.unitId, false),
    ...changed(row, now, actor.userId),
    state: 'destroyed',
    finalOn: addDays(today, DAYS_OF_COPIES),
    removed: { [item.entity]: 1 + parts.length },
  };
  await commit(context, {
    changes: [
      { remove: item, when: { version: item.version } },
      // A part is written once, with the record.
      ...parts.map((part): Change => ({ remove: part, when: { version: 1 } })),
      { remove: row, when: { version: row.version } },
      { put: after, when: 'absent' },
    ],
    line: {
      clients: [],
      resources: [{ kind: 'disposalUnit', id: row.unitId, version: row.version }],
      dataGroups: ['retention'],
      changedFields: ['state'],
    },
    facts: [factOfUnit('disposalUnitDestroyed', today, row)],
    answer: { body: {} },
  });
  return after;
}
