import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { WitnessFindingId } from '../../kernel/id.ts';
import { addYears, helsinkiDateOf, LocalDate, monthOf } from '../../kernel/local-date.ts';
import {
  breachKeys,
  controllerKeys,
  deployedKeys,
  type Key,
  noticeKeys,
  type PartitionKey,
  plantingKeys,
  researchKeys,
  type Span,
  witnessKeys,
} from '../../table/keys.ts';
import { getItem, queryAll } from '../../table/read.ts';
import { Breach } from '../breaches/model.ts';
import { SettingsProposalItem } from '../controllers/settings/stored.ts';
import { DeployedDay, DeploymentAnnounced } from '../deployed/model.ts';
import { ResearchPermit } from '../disclosures/research.ts';
import { NoticeItem } from '../notices/model.ts';
import { PlantingDay } from '../plantings/model.ts';
import { WitnessFinding } from '../witnesses/model.ts';
import type { HouseRecord, Unit } from './model.ts';
import { type OwnRecordRule, ownRecordRules } from './own-records.ts';
import type { DueReason, PlanRule } from './reckon.ts';
import { KEPT_BY } from './records-of-house.ts';
import { dueMonthOf } from './rules.ts';

/** Records of the controller that tell of no client, and from which day the period of its archive plan runs. */

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;
const Item = z.discriminatedUnion('entity', [
  SettingsProposalItem,
  PlantingDay,
  ResearchPermit,
  Breach,
  NoticeItem,
  WitnessFinding,
  DeployedDay,
  DeploymentAnnounced,
]);
type Item = z.infer<typeof Item>;

export type FoundRecord = { unit: Extract<Unit, { kind: 'record' }>; item: Item; reason: DueReason };
type Controller = ActContext['actor']['controller'];

/**
 * Where they lie; of what grows each day no later than a day, which is read as far alone. `one`: where a record is found
 * by its id without looking through the others.
 */
const PLACES: Readonly<
  Record<
    HouseRecord,
    {
      all: (controller: Controller, until: LocalDate) => { pk: PartitionKey; span?: Span };
      one?: (controller: Controller, recordId: string) => Key;
    }
  >
> = {
  settingsProposal: {
    all: (controller) => ({
      pk: controllerKeys.settingsPartition(controller),
      span: controllerKeys.spans.settingsProposals,
    }),
  },
  plantingDay: {
    all: (controller) => ({ pk: plantingKeys.days(controller) }),
    one: (controller, on) => plantingKeys.day(controller, LocalDate.parse(on)),
  },
  researchPermit: { all: (controller) => ({ pk: researchKeys.partition(controller) }) },
  breach: {
    all: (controller) => ({ pk: breachKeys.register(controller), span: breachKeys.spans.breaches }),
  },
  notice: {
    all: (controller) => ({ pk: noticeKeys.partition(controller), span: noticeKeys.spans.notices }),
  },
  witnessFinding: {
    all: (controller) => ({ pk: witnessKeys.findings(controller) }),
    one: (controller, id) => witnessKeys.finding(controller, WitnessFindingId.parse(id)),
  },
  deployedDay: {
    all: (controller, until) => ({ pk: deployedKeys.days(controller), span: deployedKeys.daysUntil(until) }),
    one: (controller, on) => deployedKeys.day(controller, LocalDate.parse(on)),
  },
  deploymentAnnounced: { all: (controller) => ({ pk: deployedKeys.announcements(controller) }) },
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
  if (item.entity === 'notice') {
    const { noticeId, state } = item.notice;
    const isOver = state === 'replaced' || state === 'discarded';
    return { recordId: noticeId, ...ended(isOver ? helsinkiDateOf(item.updatedAt) : undefined) };
  }
  if (item.entity === 'witnessFinding') {
    return {
      recordId: item.findingId,
      ...ended(item.state === 'open' ? undefined : helsinkiDateOf(item.updatedAt)),
    };
  }
  if (item.entity === 'deployedDay') {
    return { recordId: item.on, ...ended(item.on < today ? item.on : undefined) };
  }
  if (item.entity === 'deploymentAnnounced') {
    return { recordId: item.announcementId, ...ended(item.to < today ? item.to : undefined) };
  }
  const closed = item.state === 'closed' ? item.steps.findLast(({ step }) => step === 'closed') : undefined;
  return { recordId: item.breachId, ...ended(closed && helsinkiDateOf(closed.at)) };
}

const ended = (endedOn: LocalDate | undefined) => (endedOn === undefined ? {} : { endedOn });

/** Every record of a kind that may have ended by the day. */
const recordsOf = (
  { services, actor: { controller } }: Where,
  record: HouseRecord,
  until: LocalDate,
): Promise<Item[]> =>
  queryAll(services.tables, controller, { table: 'records', ...PLACES[record].all(controller, until) }, Item);

/** The record itself, due or not: after a restore it may be there again. */
export async function loadHouseRecord(
  where: Where,
  { record, recordId }: FoundRecord['unit'],
): Promise<Item | undefined> {
  const { services, actor, today } = where;
  const key = PLACES[record].one?.(actor.controller, recordId);
  if (key !== undefined) return getItem(services.tables, actor.controller, 'records', key, Item);
  return (await recordsOf(where, record, today)).find((item) => endOf(item, today).recordId === recordId);
}

/** What goes with a record: the text of a notice, which is written once. */
export const partsOf = ({ actor }: Pick<ActContext, 'actor'>, item: Item): Key[] =>
  item.entity === 'notice' ? [noticeKeys.text(actor.controller, item.notice.noticeId)] : [];

type Ruled = OwnRecordRule & { years: number };

/** Where the plan gives no period nothing of the kind is due: the annex of 703/2023 is of client documents alone, and none is guessed. */
function ruleOf(where: Where, record: HouseRecord, plan: readonly PlanRule[]): Ruled | undefined {
  const rule = ownRecordRules(where.today, plan).find(({ kind }) => kind === KEPT_BY[record]);
  return rule?.years === undefined ? undefined : { ...rule, years: rule.years };
}

function dueOf(today: LocalDate, record: HouseRecord, rule: Ruled, item: Item): FoundRecord[] {
  const { years } = rule;
  const { recordId, endedOn } = endOf(item, today);
  if (endedOn === undefined) return [];
  const dueMonth = dueMonthOf({ years }, endedOn);
  if (dueMonth > monthOf(today)) return [];
  const reason = { source: rule.source, event: rule.from, years, on: endedOn, dueMonth };
  return [{ unit: { kind: 'record', record, recordId }, item, reason }];
}

/** What is due of a kind today by the controller's plan. */
export async function dueRecords(
  where: Where,
  record: HouseRecord,
  plan: readonly PlanRule[],
): Promise<FoundRecord[]> {
  const rule = ruleOf(where, record, plan);
  if (rule === undefined) return [];
  const items = await recordsOf(where, record, addYears(where.today, -rule.years));
  return items.flatMap((item) => dueOf(where.today, record, rule, item));
}

export async function dueRecord(
  where: Where,
  unit: FoundRecord['unit'],
  plan: readonly PlanRule[],
): Promise<FoundRecord | undefined> {
  const rule = ruleOf(where, unit.record, plan);
  const item = rule === undefined ? undefined : await loadHouseRecord(where, unit);
  return rule === undefined || item === undefined
    ? undefined
    : dueOf(where.today, unit.record, rule, item)[0];
}
