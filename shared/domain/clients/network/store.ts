import type { Change } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { type ClientLabel, openLabel } from '../../../crypto/key-ring.ts';
import { recordPlace } from '../../../crypto/place.ts';
import type { ClientId, ControllerId, RelationId, UserId } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Services } from '../../../services.ts';
import { changed, created } from '../../../table/item.ts';
import { clientKeys, type Key } from '../../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../../table/read.ts';
import type { ClientHead } from '../model.ts';
import { loadHeads, loadKeyItems } from '../store.ts';
import { RelationItem, RelationVersion, SealedRelation } from './model.ts';

/** What is stored of a client's family and network. */

type Where = { services: Services; actor: { controller: ControllerId } };
type Mover = { now: Instant; by: UserId };

const place = (key: Key) => recordPlace(key, 'content');

export const openRelation = (ring: KeyRing, item: RelationItem | RelationVersion): Promise<SealedRelation> =>
  ring.open(item.content, place(item), SealedRelation);

export async function newRelation(
  ring: KeyRing,
  controller: ControllerId,
  of: { clientId: ClientId; relationId: RelationId; relatedClientId?: ClientId },
  relation: SealedRelation,
  { now, by }: Mover,
): Promise<Change> {
  const key = clientKeys.relation(controller, of.clientId, of.relationId);
  const put: RelationItem = {
    ...key,
    entity: 'relation',
    ...created(now, by),
    ...of,
    documentClass: 'clienthood',
    content: await ring.seal(undefined, place(key), 1, relation),
  };
  return { put, when: 'absent' };
}

/** The next version in the item's place, and what stood there as history. */
export async function changedRelation(
  ring: KeyRing,
  controller: ControllerId,
  item: RelationItem,
  before: SealedRelation,
  after: SealedRelation,
  { now, by }: Mover,
): Promise<Change[]> {
  const { clientId, relationId, relatedClientId, version } = item;
  const head = changed(item, now, by);
  const historyKey = clientKeys.supersededRelation(controller, clientId, relationId, version);
  const [content, superseded] = await Promise.all([
    ring.seal(undefined, place(item), head.version, after),
    ring.seal(undefined, place(historyKey), 1, before),
  ]);
  const put: RelationItem = { ...item, ...head, content };
  const history: RelationVersion = {
    ...historyKey,
    entity: 'relationVersion',
    ...created(now, by),
    clientId,
    relationId,
    ...(relatedClientId === undefined ? {} : { relatedClientId }),
    documentClass: 'clienthood',
    content: superseded,
  };
  return [
    { put, when: { version } },
    { put: history, when: 'absent' },
  ];
}

export const loadRelation = (
  { services, actor }: Where,
  clientId: ClientId,
  relationId: RelationId,
): Promise<RelationItem | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    clientKeys.relation(actor.controller, clientId, relationId),
    RelationItem,
  );

type Paging = { limit: number; after?: LastKey | undefined };

const pageAt = ({ limit, after }: Paging): { limit: number; after?: LastKey } => ({
  limit,
  ...(after === undefined ? {} : { after }),
});

/** A page of a client's relations, those that have ended too. */
export const loadNetwork = (
  { services, actor }: Where,
  clientId: ClientId,
  paging: Paging,
): Promise<Page<RelationItem>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(actor.controller, clientId),
      span: clientKeys.spans.relations,
      ...pageAt(paging),
    },
    RelationItem,
  );

/** Every relation of a client: a family and its helpers, some dozens at most. */
export const loadWholeNetwork = ({ services, actor }: Where, clientId: ClientId): Promise<RelationItem[]> =>
  queryAll(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(actor.controller, clientId),
      span: clientKeys.spans.relations,
    },
    RelationItem,
  );

/** Earlier versions of one relation, the latest first. */
export const loadRelationHistory = (
  { services, actor }: Where,
  clientId: ClientId,
  relationId: RelationId,
  paging: Paging,
): Promise<Page<RelationVersion>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(actor.controller, clientId),
      span: clientKeys.spans.supersededRelations(relationId),
      descending: true,
      ...pageAt(paging),
    },
    RelationVersion,
  );

/** Which of the files of a person has a relation of this id: undefined where none has. */
export async function fileNaming(
  where: Where,
  files: readonly ClientId[],
  relationId: RelationId | undefined,
): Promise<ClientId | undefined> {
  if (relationId === undefined) return undefined;
  const found = await Promise.all(files.map((clientId) => loadRelation(where, clientId, relationId)));
  return files.find((_, nth) => found[nth] !== undefined);
}

/** A linked client as the family view may know of it: the head that answers for it today, and its label. */
export type LinkedClient = { head: ClientHead; label: ClientLabel };

const MOST_HOPS = 10;

/**
 * The heads that answer for clients today: of one that was merged, the one that remains. Under the ids that were asked.
 */
export async function loadAnswering(
  { services, actor }: Where,
  clientIds: readonly ClientId[],
): Promise<Map<ClientId, ClientHead>> {
  const heads = new Map<ClientId, ClientHead>();
  let waiting = [...new Set(clientIds)];
  for (let hop = 0; waiting.length > 0 && hop < MOST_HOPS; hop += 1) {
    const loaded = await loadHeads(services, actor.controller, waiting);
    for (const head of loaded) heads.set(head.clientId, head);
    waiting = loaded.flatMap(({ mergedInto }) =>
      mergedInto === undefined || heads.has(mergedInto) ? [] : [mergedInto],
    );
  }
  const answering = new Map<ClientId, ClientHead>();
  for (const clientId of clientIds) {
    let head = heads.get(clientId);
    while (head?.mergedInto !== undefined) head = heads.get(head.mergedInto);
    if (head !== undefined) answering.set(clientId, head);
  }
  return answering;
}

/**
 * The clients behind links. One that was merged is answered by the one that remains; ids are those of the links.
 */
export async function loadLinked(
  where: Where,
  clientIds: readonly ClientId[],
): Promise<Map<ClientId, LinkedClient>> {
  if (clientIds.length === 0) return new Map();
  const { services, actor } = where;
  const answering = await loadAnswering(where, clientIds);
  const items = await loadKeyItems(
    services,
    actor.controller,
    [...answering.values()].map((head) => head.clientId),
  );
  const labels = new Map(
    await Promise.all(
      items.map(async (item) => [item.clientId, await openLabel(services, actor.controller, item)] as const),
    ),
  );
  const linked = new Map<ClientId, LinkedClient>();
  for (const [clientId, head] of answering) {
    const label = labels.get(head.clientId);
    if (label !== undefined) linked.set(clientId, { head, label });
  }
  return linked;
}
