import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { BodyId, CaseId, type ClientId, type ControllerId, MatterId } from '../../kernel/id.ts';
import {
  bodyKey,
  checkKeys,
  clientKeys,
  keyKeys,
  logRequestKeys,
  lookupKeys,
  matterKeys,
  type PartitionKey,
  retentionKeys,
  type SortKey,
  subjectRequestKeys,
} from '../../table/keys.ts';
import { type LastKey, type Page, query } from '../../table/read.ts';
import type { PersonalStore } from './model.ts';
import { storeOf } from './register.ts';

/**
 * Goes through all that the register says of one client, whatever it is: for the package of the right of inspection, for
 * disposal and for the proof that nothing was left. It reads what is sealed as it lies.
 */

type Where = { services: Pick<ActContext['services'], 'tables'>; actor: { controller: ControllerId } };

/** Any stored item, before anybody asks what it means. */
export const RawOfClient = z.looseObject({
  pk: z.custom<PartitionKey>((value) => typeof value === 'string'),
  sk: z.custom<SortKey>((value) => typeof value === 'string'),
  entity: z.string(),
  version: z.int(),
});
export type RawOfClient = z.infer<typeof RawOfClient>;

/** `of`: the head of the file that names it, where it is a content held apart. */
export type FoundItem = {
  store: PersonalStore;
  table: 'records' | 'keys';
  item: RawOfClient;
  of?: RawOfClient;
};
/** A sealed object of the bucket; its key is sealed in `item`. */
export type FoundObject = { store: PersonalStore; objectName: string; bytes: number; item: RawOfClient };

/** Whatever lies in a partition, page by page. */
async function* partitionOf(
  { services, actor }: Where,
  table: 'records' | 'keys',
  pk: PartitionKey,
): AsyncGenerator<FoundItem> {
  let after: LastKey | undefined;
  do {
    const page: Page<RawOfClient> = await query(
      services.tables,
      actor.controller,
      { table, pk, ...(after === undefined ? {} : { after }) },
      RawOfClient,
    );
    for (const item of page.items) yield { store: storeOf(item.entity), table, item };
    after = page.lastKey;
  } while (after !== undefined);
}

const NamesBody = z.looseObject({ bodyId: BodyId });

/** The contents that a head of the file names, each before its head: a run that was cut short finds the rest by it. */
async function* bodiesOf(where: Where, { item }: FoundItem): AsyncGenerator<FoundItem> {
  const named = NamesBody.safeParse(item);
  if (!named.success) return;
  const pk = bodyKey(where.actor.controller, named.data.bodyId).pk;
  for await (const found of partitionOf(where, 'records', pk)) yield { ...found, of: item };
}

/** The client's file with the contents held apart. */
export async function* fileOfClient(where: Where, clientId: ClientId): AsyncGenerator<FoundItem> {
  const pk = clientKeys.partition(where.actor.controller, clientId);
  for await (const found of partitionOf(where, 'records', pk)) {
    yield* bodiesOf(where, found);
    yield found;
  }
}

/** One intake matter with its record, its handling and its times. */
export const wholeMatter = (where: Where, matterId: MatterId): AsyncGenerator<FoundItem> =>
  partitionOf(where, 'records', matterKeys.partition(where.actor.controller, matterId));

/** What the client has asked of the log and of the data held, checks that were made of the log, what held back disposal. */
export async function* besidesFileOfClient(where: Where, clientId: ClientId): AsyncGenerator<FoundItem> {
  const { controller } = where.actor;
  yield* partitionOf(where, 'records', logRequestKeys.partition(controller, clientId));
  yield* partitionOf(where, 'records', subjectRequestKeys.partition(controller, clientId));
  yield* partitionOf(where, 'records', checkKeys.partition(controller, clientId));
  yield* partitionOf(where, 'records', retentionKeys.holds(controller, clientId));
}

/** The client's own key and the keys of its cases. */
export const keysOfClient = (where: Where, clientId: ClientId): AsyncGenerator<FoundItem> =>
  partitionOf(where, 'keys', keyKeys.client(where.actor.controller, clientId));

/** The keys of a matter: its own, and those by which clients open it. */
export const keysOfMatter = (where: Where, matterId: MatterId): AsyncGenerator<FoundItem> =>
  partitionOf(where, 'keys', keyKeys.matter(where.actor.controller, matterId));

const Tokens = z.looseObject({ tokenHashes: z.array(z.string()) });

/** Under which tokens of its names the client is found. */
export async function* namesOfClient(where: Where, clientId: ClientId): AsyncGenerator<FoundItem> {
  const { services, actor } = where;
  const pk = lookupKeys.tokensOf(actor.controller, clientId).pk;
  for await (const found of partitionOf(where, 'records', pk)) {
    for (const hash of Tokens.safeParse(found.item).data?.tokenHashes ?? []) {
      const key = lookupKeys.name(actor.controller, hash, clientId);
      const page = await query(
        services.tables,
        actor.controller,
        { table: 'records', pk: key.pk, span: { from: key.sk, to: key.sk } },
        RawOfClient,
      );
      for (const item of page.items) yield { store: storeOf(item.entity), table: 'records', item };
    }
    yield found;
  }
}

const NamesObject = z.looseObject({ objectName: z.string(), bytes: z.int() });
const NamesLong = z.looseObject({ long: z.strictObject({ objectName: z.string(), bytes: z.int() }) });

const NAMING_FILES = ['attachment', 'supersededAttachment', 'redactedFile'];

/** The object that an attachment, a redacted copy of one, or a piece of a content names. */
export function objectOf({ item }: FoundItem): FoundObject | undefined {
  const file = NamesObject.safeParse(item);
  if (file.success && NAMING_FILES.includes(item.entity)) {
    const { objectName, bytes } = file.data;
    return { store: storeOf('sealedFile'), objectName, bytes, item };
  }
  const long = item.entity === 'documentPiece' ? NamesLong.safeParse(item) : undefined;
  return long?.success === true ? { store: storeOf('sealedContent'), ...long.data.long, item } : undefined;
}

const NamesMatter = z.looseObject({ matterId: MatterId });

/** The intake matters of which a row lies in the file. */
export const matterOfRow = ({ item }: FoundItem): MatterId | undefined =>
  item.entity === 'matterOfClient' ? NamesMatter.safeParse(item).data?.matterId : undefined;

const Cased = z.looseObject({ caseId: CaseId });
const Handled = z.looseObject({ handled: z.looseObject({ caseId: CaseId }) });

/** Of which case a thing of the file is, where its item says so itself. */
export const caseOfItem = (item: RawOfClient): CaseId | undefined =>
  Cased.safeParse(item).data?.caseId ?? Handled.safeParse(item).data?.handled.caseId;
