import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import { MatterKeyItem, type MatterRing } from '../../crypto/matter-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ControllerId, MatterId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { changed, created, outOfIndexes } from '../../table/item.ts';
import { indexKeys, type Key, keyKeys, lookupKeys, matterKeys, SHARDS } from '../../table/keys.ts';
import { batchGet, getItem, query, queryAll } from '../../table/read.ts';
import {
  Handling,
  HandlingContent,
  IntakeMatter,
  MatterLookup,
  type StoredRecord as Stored,
  StoredRecord,
  SupersededRecord,
} from './model.ts';
import { IntakeRecord } from './record.ts';
import { orderOf } from './rules.ts';

/** What is stored of intake matters and how it is found. No rule lives here. */

type Where = Pick<ActContext, 'services' | 'actor'>;
type By = { now: Instant; by: UserId };

const contentPlace = (key: Key) => recordPlace(key, 'content');

export const sealRecord = (
  ring: MatterRing,
  key: Key,
  version: number,
  record: IntakeRecord,
): Promise<Sealed> => ring.seal(contentPlace(key), version, record);

export const openRecord = (ring: MatterRing, item: Stored | SupersededRecord): Promise<IntakeRecord> =>
  ring.open(item.content, contentPlace(item), IntakeRecord);

export const openHandling = (ring: MatterRing, item: Handling): Promise<HandlingContent> =>
  ring.open(item.content, contentPlace(item), HandlingContent);

/** An entry of a matter's handling, written once. */
export async function newHandling(
  ring: MatterRing,
  controller: ControllerId,
  entry: Pick<Handling, 'matterId' | 'handlingId' | 'kind' | 'on' | 'subjectId'> & {
    content: HandlingContent;
  },
  { now, by }: By,
): Promise<Change> {
  const { content, subjectId, ...facts } = entry;
  const key = matterKeys.handling(controller, entry.matterId, entry.handlingId);
  const put: Handling = {
    ...key,
    entity: 'intakeHandling',
    ...created(now, by),
    ...facts,
    ...(subjectId === undefined ? {} : { subjectId }),
    content: await ring.seal(contentPlace(key), 1, content),
  };
  return { put, when: 'absent' };
}

/** The head with its index attributes as its state says: in its unit's queue and its worker's hands, or among what the unit has handled. */
export function indexedMatter(matter: IntakeMatter, controller: ControllerId): IntakeMatter {
  const rest = outOfIndexes(matter);
  const { matterId, unitId, workerId, receivedAt, handledAt, dueMonth } = matter;
  return {
    ...rest,
    ...(workerId === undefined || handledAt !== undefined
      ? {}
      : {
          g1pk: indexKeys.worker(controller, workerId),
          g1sk: indexKeys.workerMatter(receivedAt, matterId),
        }),
    g2pk: indexKeys.unit(controller, unitId),
    g2sk:
      handledAt === undefined
        ? indexKeys.unitMatter(orderOf(matter), receivedAt, matterId)
        : indexKeys.unitHandledMatter(handledAt, matterId),
    ...(dueMonth === undefined
      ? {}
      : {
          g4pk: indexKeys.dueMonth(controller, dueMonth, (matterId.codePointAt(25) ?? 0) % SHARDS),
          g4sk: indexKeys.dueMatter(matterId),
        }),
  };
}

/** The head of a matter moved on. */
export const movedMatter = (controller: ControllerId, before: IntakeMatter, after: IntakeMatter): Change => ({
  put: indexedMatter(after, controller),
  when: { version: before.version },
});

/** The record changed, what it said before kept beside it. */
export async function recordChanges(
  ring: MatterRing,
  controller: ControllerId,
  before: { item: StoredRecord; record: IntakeRecord },
  after: IntakeRecord,
  { now, by }: By,
): Promise<Change[]> {
  const { matterId, version, pk, sk } = before.item;
  const next = changed(before.item, now, by);
  const put: StoredRecord = {
    ...before.item,
    ...next,
    content: await sealRecord(ring, { pk, sk }, next.version, after),
  };
  const key = matterKeys.supersededRecord(controller, matterId, version);
  const former: SupersededRecord = {
    ...key,
    entity: 'supersededIntakeRecord',
    ...created(now, by),
    matterId,
    content: await sealRecord(ring, key, 1, before.record),
  };
  return [
    { put, when: { version } },
    { put: former, when: 'absent' },
  ];
}

/** Keyed hashes of identity codes. */
export async function macsOf(
  { services, actor: { controller } }: Where,
  codes: readonly string[],
): Promise<string[]> {
  if (codes.length === 0) return [];
  const index = await blindIndex(services, controller);
  return codes.map((code) => index.identityCode(code));
}

/** Puts and removes look-up rows so that they match the codes of the record. */
export function codeChanges(
  controller: ControllerId,
  matterId: MatterId,
  of: { before: readonly string[]; after: readonly string[] },
  { now, by }: By,
): Change[] {
  const puts = of.after
    .filter((mac) => !of.before.includes(mac))
    .map((mac): Change => {
      const put: MatterLookup = {
        ...lookupKeys.matter(controller, mac, matterId),
        entity: 'matterLookup',
        ...created(now, by),
        matterId,
      };
      return { put, when: 'absent' };
    });
  const removes = of.before
    .filter((mac) => !of.after.includes(mac))
    .map((mac): Change => ({ remove: lookupKeys.matter(controller, mac, matterId), when: { version: 1 } }));
  return [...puts, ...removes];
}

export const loadMatter = (
  { services, actor: { controller } }: Where,
  matterId: MatterId,
): Promise<IntakeMatter | undefined> =>
  getItem(services.tables, controller, 'records', matterKeys.head(controller, matterId), IntakeMatter);

export const loadMatterKey = (
  { services, actor: { controller } }: Where,
  matterId: MatterId,
): Promise<MatterKeyItem | undefined> =>
  getItem(services.tables, controller, 'keys', keyKeys.matterKey(controller, matterId), MatterKeyItem);

export const loadRecord = (
  { services, actor: { controller } }: Where,
  matterId: MatterId,
): Promise<StoredRecord | undefined> =>
  getItem(services.tables, controller, 'records', matterKeys.record(controller, matterId), StoredRecord);

const Part = z.discriminatedUnion('entity', [Handling, StoredRecord, IntakeMatter]);

export type WholeMatter = { head: IntakeMatter; record: StoredRecord; handlings: Handling[] };

/** All of a matter in one query: the head, what was told, what was done. */
export async function loadWholeMatter(
  { services, actor: { controller } }: Where,
  matterId: MatterId,
): Promise<WholeMatter | undefined> {
  const parts = await queryAll(
    services.tables,
    controller,
    { table: 'records', pk: matterKeys.partition(controller, matterId), span: matterKeys.spans.whole },
    Part,
  );
  const head = parts.find((part) => part.entity === 'intakeMatter');
  const record = parts.find((part) => part.entity === 'intakeRecord');
  if (head === undefined || record === undefined) return undefined;
  return { head, record, handlings: parts.filter((part) => part.entity === 'intakeHandling') };
}

/** What the record said before, the latest first. */
export const loadSupersededRecords = async (
  { services, actor: { controller } }: Where,
  matterId: MatterId,
): Promise<SupersededRecord[]> => {
  const page = await query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: matterKeys.partition(controller, matterId),
      span: matterKeys.spans.supersededRecords,
      descending: true,
      limit: 20,
    },
    SupersededRecord,
  );
  return page.items;
};

/** The matters that name a person with this identity code, the latest received first. */
export async function mattersByCode(where: Where, code: string): Promise<IntakeMatter[]> {
  const { services, actor } = where;
  const { controller } = actor;
  const [mac = ''] = await macsOf(where, [code]);
  const found = await queryAll(
    services.tables,
    controller,
    { table: 'records', pk: lookupKeys.matterPartition(controller, mac), span: lookupKeys.mattersSpan },
    MatterLookup,
  );
  const keys = found.map(({ matterId }) => matterKeys.head(controller, matterId));
  const heads = await batchGet(services.tables, controller, 'records', keys, IntakeMatter);
  return heads.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
}
