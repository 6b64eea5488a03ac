import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { helsinkiDateOf, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import {
  breachKeys,
  controllerKeys,
  type PartitionKey,
  plantingKeys,
  researchKeys,
  type Span,
} from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { Breach } from '../breaches/model.ts';
import { SettingsProposalItem } from '../controllers/settings/stored.ts';
import { ResearchPermit } from '../disclosures/research.ts';
import { PlantingDay } from '../plantings/model.ts';
import type { HouseRecord, Unit } from './model.ts';
import { ownRecordRules } from './own-records.ts';
import type { DueReason, PlanRule } from './reckon.ts';
import { dueMonthOf } from './rules.ts';

/** Records of the controller that tell of no client, and from which day the period of its archive plan runs. */

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;
const Item = z.discriminatedUnion('entity', [SettingsProposalItem, PlantingDay, ResearchPermit, Breach]);
type Item = z.infer<typeof Item>;

export type FoundRecord = { unit: Extract<Unit, { kind: 'record' }>; item: Item; reason: DueReason };

/** Where they lie. */
const PLACES: Readonly<
  Record<HouseRecord, (controller: ActContext['actor']['controller']) => { pk: PartitionKey; span?: Span }>
> = {
  settingsProposal: (controller) => ({
    pk: controllerKeys.settingsPartition(controller),
    span: controllerKeys.spans.settingsProposals,
  }),
  plantingDay: (controller) => ({ pk: plantingKeys.days(controller) }),
  researchPermit: (controller) => ({ pk: researchKeys.partition(controller) }),
  breach: (controller) => ({ pk: breachKeys.register(controller), span: breachKeys.spans.breaches }),
};

/** Its id, and the day on which it ended; none while it goes on. */
function endOf(item: Item, today: LocalDate): { recordId: string; endedOn?: LocalDate } {
  if (item.entity === 'settingsProposal') {
    const { proposalId, decidedAt } = item.proposal;
    return { recordId: proposalId, ...ended(decidedAt && helsinkiDateOf(decidedAt)) };
  }
  if (item.entity === 'plantingDay') {
    return { recordId: item.on, ...ended(item.state === 'done' ? item.on : undefined) };
  }
  if (item.entity === 'researchPermit') {
    const last = item.endedOn ?? item.period.to;
    return { recordId: item.permitId, ...ended(last !== undefined && last < today ? last : undefined) };
  }
  const closed = item.state === 'closed' ? item.steps.findLast(({ step }) => step === 'closed') : undefined;
  return { recordId: item.breachId, ...ended(closed && helsinkiDateOf(closed.at)) };
}

const ended = (endedOn: LocalDate | undefined) => (endedOn === undefined ? {} : { endedOn });

/** Every record of a kind: its register is small. */
const recordsOf = ({ services, actor: { controller } }: Where, record: HouseRecord): Promise<Item[]> =>
  queryAll(services.tables, controller, { table: 'records', ...PLACES[record](controller) }, Item);

/** The record itself, due or not: after a restore it may be there again. */
export const loadHouseRecord = async (
  where: Where,
  { record, recordId }: FoundRecord['unit'],
): Promise<Item | undefined> =>
  (await recordsOf(where, record)).find((item) => endOf(item, where.today).recordId === recordId);

/**
 * What is due of a kind today by the controller's plan. Where the plan gives no period nothing of it is due: the annex of
 * 703/2023 is of client documents alone, and none is guessed.
 */
export async function dueRecords(
  where: Where,
  record: HouseRecord,
  plan: readonly PlanRule[],
): Promise<FoundRecord[]> {
  const rule = ownRecordRules(where.today, plan).find(({ kind }) => kind === record);
  const years = rule?.years;
  if (rule === undefined || years === undefined) return [];
  return (await recordsOf(where, record)).flatMap((item) => {
    const { recordId, endedOn } = endOf(item, where.today);
    if (endedOn === undefined) return [];
    const dueMonth = dueMonthOf({ years }, endedOn);
    if (dueMonth > monthOf(where.today)) return [];
    const reason = { source: rule.source, event: rule.from, years, on: endedOn, dueMonth };
    return [{ unit: { kind: 'record', record, recordId }, item, reason }];
  });
}

export const dueRecord = async (
  where: Where,
  unit: FoundRecord['unit'],
  plan: readonly PlanRule[],
): Promise<FoundRecord | undefined> =>
  (await dueRecords(where, unit.record, plan)).find((found) => found.unit.recordId === unit.recordId);
