import type { ActContext, StoredItem } from '../../../act.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ItemHead } from '../../../table/item.ts';
import type { Key } from '../../../table/keys.ts';
import type { OwnRecordRule } from '../own-records.ts';

/** Records of the house, kind by kind: where they lie, from which day their period runs, and what goes with them. */

export type ToLookAt = Pick<ActContext, 'services' | 'actor' | 'today'>;
export type Controller = ActContext['actor']['controller'];

/** A record as it was found; without `endedOn` it goes on, and is never due. */
export type HouseItem = { recordId: string; endedOn?: LocalDate | undefined; item: StoredItem };
/** What hangs on a record; without a version it is written once. */
export type Part = Key & { version?: number };

export type HouseKind = {
  /** What goes with one of them, its own entity first. */
  entities: readonly [string, ...string[]];
  /** The rules that it is kept by: the longest of them counts, and without a period of any it is kept. */
  rules: readonly [OwnRecordRule['kind'], ...OwnRecordRule['kind'][]];
  /** Those that may have ended by the day. What grows is found by the day of its end, and what is small is read whole. */
  ended: (where: ToLookAt, until: LocalDate) => AsyncIterable<HouseItem>;
  /** The record by its id, ended or not: after a restore it may be there again. */
  one: (where: ToLookAt, recordId: string) => Promise<HouseItem | undefined>;
  /** What goes before the record itself. */
  parts?: (where: ToLookAt, found: HouseItem) => AsyncIterable<Part>;
  /** Whether something that is still kept hangs on it. */
  isNeeded?: (where: ToLookAt, found: HouseItem) => Promise<boolean>;
  /** What stays in the place of the record, where that tells of what has gone. */
  leaves?: (found: HouseItem, today: LocalDate) => StoredItem & ItemHead;
  /** What is written elsewhere before it goes: it is undone there, and may be repeated. */
  undo?: (context: ActContext, found: HouseItem) => Promise<void>;
};

/** Of a kind that is small: read whole, and found among the others. */
export const readWhole = (
  all: (where: ToLookAt) => Promise<HouseItem[]>,
): Pick<HouseKind, 'ended' | 'one'> => ({
  ended: async function* ended(where) {
    yield* await all(where);
  },
  one: async (where, recordId) => (await all(where)).find((found) => found.recordId === recordId),
});
