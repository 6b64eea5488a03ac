import type { ActContext, Change } from '../../shared/act.ts';
import { commit, roomBeside } from '../../shared/commit.ts';
import { factOfUnit } from '../../shared/domain/retention/counted.ts';
import type { HouseItem, HouseKind, Part } from '../../shared/domain/retention/house/kind.ts';
import { HOUSE_KINDS, loadHouseRecord } from '../../shared/domain/retention/house-records.ts';
import type { DisposalRow, Unit } from '../../shared/domain/retention/model.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { changed } from '../../shared/table/item.ts';
import { retentionKeys } from '../../shared/table/keys.ts';
import { removeDerived } from '../../shared/table/remove-derived.ts';

/** So long copies of `records` lie, rounded up: a record has no key of its own that could go before them. */
const DAYS_OF_COPIES = 36;
/** The record, and the row in both of its places. */
const OWN_CHANGES = 3;

type RecordUnit = Extract<Unit, { kind: 'record' }>;

/**
 * The record goes and its row becomes the mark that it was, in one commit: if it was changed since, nothing goes. Of a
 * record with more than one commit holds, the rest goes first, under the row that says that it is going: a night that was
 * cut short is carried on by the next. Of what leaves something in its place, that stands before the rest begins to go:
 * nobody counts from what is half gone.
 */
export async function withoutRecord(
  context: ActContext,
  row: DisposalRow,
  { unit, found }: { unit: RecordUnit; found: HouseItem },
): Promise<DisposalRow> {
  const kind = HOUSE_KINDS[unit.record];
  await kind.undo?.(context, found);
  const facts = [factOfUnit('disposalUnitDestroyed', context.today, row)];
  const { fit, all } = await gathered(kind, context, found, roomBeside(context, { facts }) - OWN_CHANGES);
  if (fit) return itself(context, row, kind, found, { parts: all, removed: all.length });
  const going = await begun(context, row, kind, found);
  const removed = await withoutParts(context, kind, found);
  const left = kind.leaves === undefined ? found : await loadHouseRecord(context, unit);
  return itself(context, going, kind, left ?? found, { parts: [], removed });
}

/** A record whose parts had begun to go is carried to its end, whatever its period is by now. */
export async function carriedOn(
  context: ActContext,
  row: DisposalRow,
  unit: RecordUnit,
): Promise<DisposalRow> {
  const found = await loadHouseRecord(context, unit);
  return found === undefined ? markOnly(context, row) : withoutRecord(context, row, { unit, found });
}

/** What was brought back out of a copy goes again: what hangs on it first, so that a run that was cut short finds the rest. */
export async function withoutParts(context: ActContext, kind: HouseKind, found: HouseItem): Promise<number> {
  const { services, actor } = context;
  let removed = 0;
  let some: Part[] = [];
  const remove = async (): Promise<void> => {
    await removeDerived(services.tables, actor.controller, some);
    removed += some.length;
    some = [];
  };
  for await (const part of kind.parts?.(context, found) ?? []) {
    some.push(part);
    if (some.length >= 100) await remove();
  }
  if (some.length > 0) await remove();
  return removed;
}

/** Of what leaves something in its place: whether that says already that the rest has gone, or is going. */
export const isGone = ({ leaves }: HouseKind, { endedOn }: HouseItem): boolean =>
  leaves !== undefined && endedOn === undefined;

/** The change by which the record itself goes, or what stays in its place. */
export const goneItself = (context: ActContext, kind: HouseKind, found: HouseItem): Change => {
  const when = { version: found.item.version };
  const left = kind.leaves?.(found, context.today);
  if (left === undefined) return { remove: found.item, when };
  return { put: { ...left, ...changed(left, context.now, context.actor.userId) }, when };
};

async function gathered(
  kind: HouseKind,
  context: ActContext,
  found: HouseItem,
  room: number,
): Promise<{ fit: boolean; all: (Part & { version: number })[] }> {
  const all: (Part & { version: number })[] = [];
  for await (const { version, ...part } of kind.parts?.(context, found) ?? []) {
    if (version === undefined || all.length >= room) return { fit: false, all: [] };
    all.push({ ...part, version });
  }
  return { fit: true, all };
}

const lineOf = ({ unitId, version }: DisposalRow) => ({
  clients: [],
  resources: [{ kind: 'disposalUnit' as const, id: unitId, version }],
  dataGroups: ['retention' as const],
  changedFields: ['state'],
});

async function begun(
  context: ActContext,
  row: DisposalRow,
  kind: HouseKind,
  found: HouseItem,
): Promise<DisposalRow> {
  const says = kind.leaves === undefined || isGone(kind, found) ? [] : [goneItself(context, kind, found)];
  if (row.state === 'destroying' && says.length === 0) return row;
  const { exception: _before, ...rest } = row;
  const put: DisposalRow = {
    ...rest,
    ...changed(row, context.now, context.actor.userId),
    state: 'destroying',
  };
  await commit(context, {
    changes: [...says, { put, when: { version: row.version } }],
    line: lineOf(row),
    answer: { body: {} },
  });
  return put;
}

async function itself(
  context: ActContext,
  row: DisposalRow,
  kind: HouseKind,
  found: HouseItem,
  { parts, removed }: { parts: readonly (Part & { version: number })[]; removed: number },
): Promise<DisposalRow> {
  const own = kind.leaves === undefined ? 1 : 0;
  return marked(context, row, { [kind.entities[0]]: own + removed }, [
    ...(isGone(kind, found) ? [] : [goneItself(context, kind, found)]),
    ...parts.map((part): Change => ({ remove: part, when: { version: part.version } })),
  ]);
}

const markOnly = (context: ActContext, row: DisposalRow): Promise<DisposalRow> =>
  marked(context, row, {}, []);

async function marked(
  context: ActContext,
  row: DisposalRow,
  removed: Record<string, number>,
  changes: readonly Change[],
): Promise<DisposalRow> {
  const { now, today, actor } = context;
  const after: DisposalRow = {
    ...row,
    ...retentionKeys.row(actor.controller, row.month, row.unitId, false),
    ...changed(row, now, actor.userId),
    state: 'destroyed',
    finalOn: addDays(today, DAYS_OF_COPIES),
    removed,
  };
  await commit(context, {
    changes: [...changes, { remove: row, when: { version: row.version } }, { put: after, when: 'absent' }],
    line: lineOf(row),
    facts: [factOfUnit('disposalUnitDestroyed', today, row)],
    answer: { body: {} },
  });
  return after;
}
