import { addYears, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import type { RetentionSettings } from './examined.ts';
import { CONTROLS } from './house/controls.ts';
import { factMonth } from './house/figures.ts';
import type { HouseItem, HouseKind, ToLookAt } from './house/kind.ts';
import { PRODUCERS } from './house/producers.ts';
import { RULES_OF_HOUSE } from './house/rules-of-house.ts';
import { WORKERS } from './house/workers.ts';
import type { HouseRecord, Unit } from './model.ts';
import { type OwnRecordRule, ownRecordRules } from './own-records.ts';
import type { DueReason } from './reckon.ts';
import { dueMonthOf } from './rules.ts';

/** Records of the controller that tell of no client: what is due of them by its archive plan, or by its setting. */

export const HOUSE_KINDS: Readonly<Record<HouseRecord, HouseKind>> = {
  ...CONTROLS,
  ...WORKERS,
  ...RULES_OF_HOUSE,
  ...PRODUCERS,
  factMonth,
};

type RecordUnit = Extract<Unit, { kind: 'record' }>;
export type FoundRecord = { unit: RecordUnit; found: HouseItem; reason: DueReason };

/** The record itself, due or not: after a restore it may be there again. */
export const loadHouseRecord = (
  where: ToLookAt,
  { record, recordId }: RecordUnit,
): Promise<HouseItem | undefined> => HOUSE_KINDS[record].one(where, recordId);

type Ruled = OwnRecordRule & { years: number };
const hasYears = (rule: OwnRecordRule): rule is Ruled => rule.years !== undefined && rule.from !== 'never';

/** The longest of the rules that it is kept by. Where one of them gives no period nothing of the kind is due. */
function ruleOf(where: ToLookAt, record: HouseRecord, retention: RetentionSettings): Ruled | undefined {
  const { rules } = HOUSE_KINDS[record];
  const own = ownRecordRules(where.today, retention).filter(({ kind }) => rules.includes(kind));
  const ruled = own.filter(hasYears);
  if (ruled.length < rules.length) return undefined;
  return ruled.toSorted((a, b) => b.years - a.years)[0];
}

async function dueOf(
  where: ToLookAt,
  record: HouseRecord,
  rule: Ruled,
  found: HouseItem,
): Promise<FoundRecord | undefined> {
  const { years } = rule;
  const { recordId, endedOn } = found;
  if (endedOn === undefined) return undefined;
  const dueMonth = dueMonthOf({ years }, endedOn);
  if (dueMonth > monthOf(where.today)) return undefined;
  if ((await HOUSE_KINDS[record].isNeeded?.(where, found)) === true) return undefined;
  const reason = { source: rule.source, event: rule.from, years, on: endedOn, dueMonth };
  return { unit: { kind: 'record', record, recordId }, found, reason };
}

/** What is due of a kind today. */
export async function dueRecords(
  where: ToLookAt,
  record: HouseRecord,
  retention: RetentionSettings,
): Promise<FoundRecord[]> {
  const rule = ruleOf(where, record, retention);
  if (rule === undefined) return [];
  const due: FoundRecord[] = [];
  const until: LocalDate = addYears(where.today, -rule.years);
  for await (const found of HOUSE_KINDS[record].ended(where, until)) {
    const one = await dueOf(where, record, rule, found);
    if (one !== undefined) due.push(one);
  }
  return due;
}

export async function dueRecord(
  where: ToLookAt,
  unit: RecordUnit,
  retention: RetentionSettings,
): Promise<FoundRecord | undefined> {
  const rule = ruleOf(where, unit.record, retention);
  const found = rule === undefined ? undefined : await loadHouseRecord(where, unit);
  return rule === undefined || found === undefined ? undefined : dueOf(where, unit.record, rule, found);
}
