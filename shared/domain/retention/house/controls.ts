import * as z from 'zod';
import { BreachId, NoticeId, WitnessFindingId } from '../../../kernel/id.ts';
import { helsinkiDateOf, LocalDate } from '../../../kernel/local-date.ts';
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
} from '../../../table/keys.ts';
import { getItem, queryAll } from '../../../table/read.ts';
import { AffectedPage, AffectedTold, Breach } from '../../breaches/model.ts';
import { SettingsProposalItem } from '../../controllers/settings/stored.ts';
import { DeployedDay, DeploymentAnnounced } from '../../deployed/model.ts';
import { ResearchPermit } from '../../disclosures/research.ts';
import { NoticeItem } from '../../notices/model.ts';
import { PlantingDay } from '../../plantings/model.ts';
import { WitnessFinding } from '../../witnesses/model.ts';
import type { OwnRecordRule } from '../own-records.ts';
import type { Controller, HouseItem, HouseKind, ToLookAt } from './kind.ts';

/** What the controller has decided, published and watched. */

type Place = { pk: PartitionKey; span?: Span };
type Kind<T> = {
  schema: z.ZodType<T>;
  /** What grows each day is read no further than to the day. */
  all: (controller: Controller, until: LocalDate) => Place;
  /** Where it is found by its id without looking through the others. */
  at?: (controller: Controller, recordId: string) => Key;
  read: (item: T, today: LocalDate) => HouseItem;
};

function kindOf<T>(
  entity: string,
  rule: OwnRecordRule['kind'],
  { schema, all, at, read }: Kind<T>,
  more: Pick<HouseKind, 'parts'> & { withIt?: readonly string[] } = {},
): HouseKind {
  const { withIt = [], ...rest } = more;
  const found = async ({ services, actor, today }: ToLookAt, until: LocalDate): Promise<HouseItem[]> => {
    const question = { table: 'records' as const, ...all(actor.controller, until) };
    return (await queryAll(services.tables, actor.controller, question, schema)).map((item) =>
      read(item, today),
    );
  };
  return {
    ...rest,
    entities: [entity, ...withIt],
    rules: [rule],
    ended: async function* ended(where, until) {
      yield* await found(where, until);
    },
    one: async (where, recordId) => {
      if (at === undefined) return (await found(where, where.today)).find((one) => one.recordId === recordId);
      const { services, actor, today } = where;
      const key = at(actor.controller, recordId);
      const item = await getItem(services.tables, actor.controller, 'records', key, schema);
      return item === undefined ? undefined : read(item, today);
    },
  };
}

const isPast = (day: LocalDate | undefined, today: LocalDate): LocalDate | undefined =>
  day !== undefined && day < today ? day : undefined;

const OfBreach = z.discriminatedUnion('entity', [AffectedPage, AffectedTold]);

export const CONTROLS = {
  settingsProposal: kindOf('settingsProposal', 'settingsProposal', {
    schema: SettingsProposalItem,
    all: (controller) => ({
      pk: controllerKeys.settingsPartition(controller),
      span: controllerKeys.spans.settingsProposals,
    }),
    read: (item) => {
      const { proposalId, decidedAt } = item.proposal;
      return { item, recordId: proposalId, endedOn: decidedAt && helsinkiDateOf(decidedAt) };
    },
  }),
  plantingDay: kindOf('plantingDay', 'plantingDay', {
    schema: PlantingDay,
    all: (controller) => ({ pk: plantingKeys.days(controller) }),
    at: (controller, on) => plantingKeys.day(controller, LocalDate.parse(on)),
    read: (item) => ({ item, recordId: item.on, endedOn: item.state === 'done' ? item.on : undefined }),
  }),
  researchPermit: kindOf('researchPermit', 'researchPermit', {
    schema: ResearchPermit,
    all: (controller) => ({ pk: researchKeys.partition(controller) }),
    read: (item, today) => ({
      item,
      recordId: item.permitId,
      endedOn: isPast(item.endedOn ?? item.period.to, today),
    }),
  }),
  breach: kindOf(
    'breach',
    'breach',
    {
      schema: Breach,
      all: (controller) => ({ pk: breachKeys.register(controller), span: breachKeys.spans.breaches }),
      read: (item) => {
        const closed =
          item.state === 'closed' ? item.steps.findLast(({ step }) => step === 'closed') : undefined;
        return { item, recordId: item.breachId, endedOn: closed && helsinkiDateOf(closed.at) };
      },
    },
    {
      // Whom it concerned, and who was told: ids of clients, which mean nothing without it.
      parts: async function* parts({ services, actor: { controller } }, { recordId }) {
        const pk = breachKeys.partition(controller, BreachId.parse(recordId));
        yield* await queryAll(services.tables, controller, { table: 'records', pk }, OfBreach);
      },
    },
  ),
  notice: kindOf(
    'notice',
    'notice',
    {
      schema: NoticeItem,
      all: (controller) => ({ pk: noticeKeys.partition(controller), span: noticeKeys.spans.notices }),
      read: (item) => {
        const { noticeId, state } = item.notice;
        const isOver = state === 'replaced' || state === 'discarded';
        return { item, recordId: noticeId, endedOn: isOver ? helsinkiDateOf(item.updatedAt) : undefined };
      },
    },
    {
      // Its text is written once, with it.
      parts: async function* parts({ actor }, { recordId }) {
        yield { ...noticeKeys.text(actor.controller, NoticeId.parse(recordId)), version: 1 };
      },
      withIt: ['noticeText'],
    },
  ),
  witnessFinding: kindOf('witnessFinding', 'witness', {
    schema: WitnessFinding,
    all: (controller) => ({ pk: witnessKeys.findings(controller) }),
    at: (controller, id) => witnessKeys.finding(controller, WitnessFindingId.parse(id)),
    read: (item) => ({
      item,
      recordId: item.findingId,
      endedOn: item.state === 'open' ? undefined : helsinkiDateOf(item.updatedAt),
    }),
  }),
  deployedDay: kindOf('deployedDay', 'witness', {
    schema: DeployedDay,
    all: (controller, until) => ({
      pk: deployedKeys.days(controller),
      span: deployedKeys.daysUntil(until),
    }),
    at: (controller, on) => deployedKeys.day(controller, LocalDate.parse(on)),
    read: (item, today) => ({ item, recordId: item.on, endedOn: isPast(item.on, today) }),
  }),
  deploymentAnnounced: kindOf('deploymentAnnounced', 'witness', {
    schema: DeploymentAnnounced,
    all: (controller) => ({ pk: deployedKeys.announcements(controller) }),
    read: (item, today) => ({ item, recordId: item.announcementId, endedOn: isPast(item.to, today) }),
  }),
} as const;
