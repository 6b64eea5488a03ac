import type { ActContext, Change } from '../../act.ts';
import { type ControllerRing, controllerRing } from '../../crypto/controller-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed, created } from '../../table/item.ts';
import { type Key, partyKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { PartyContent, PartyItem, PartyVersion } from './model.ts';

/** What is stored of parties: one small partition a controller, its names sealed. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const place = (key: Key) => recordPlace(key, 'content');

const ringOf = ({ services, actor }: Where): ControllerRing => controllerRing(services, actor.controller);

export const sealParty = (where: Where, key: Key, version: number, content: PartyContent) =>
  ringOf(where).seal(place(key), version, content);

export const openParty = (where: Where, item: PartyItem | PartyVersion): Promise<PartyContent> =>
  ringOf(where).open(item.content, place(item), PartyContent);

/** @throws Refusal `request.notFound`. */
export async function loadParty({ services, actor }: Where, partyId: PartyId): Promise<PartyItem> {
  const key = partyKeys.party(actor.controller, partyId);
  const item = await getItem(services.tables, actor.controller, 'records', key, PartyItem);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/**
 * Every party of the controller: a county has some hundreds. Their names are sealed, so a search opens them; that
 * costs no KMS call, for they lie under one key.
 */
export const loadParties = ({ services, actor }: Where): Promise<PartyItem[]> =>
  queryAll(
    services.tables,
    actor.controller,
    { table: 'records', pk: partyKeys.partition(actor.controller), span: partyKeys.spans.parties },
    PartyItem,
  );

/** Earlier versions of one party, the latest first. */
export const loadPartyHistory = (
  { services, actor }: Where,
  partyId: PartyId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<PartyVersion>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: partyKeys.historyPartition(actor.controller, partyId),
      span: partyKeys.spans.history,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    PartyVersion,
  );

/** The next version in the item's place, and what stood there as history. */
export async function partyChanges(
  where: ActContext,
  item: PartyItem,
  before: PartyContent,
  after: { content: PartyContent; from: LocalDate; to?: LocalDate | undefined },
  changedFields: readonly string[],
): Promise<Change[]> {
  const { now, actor } = where;
  const head = changed(item, now, actor.userId);
  const { pk, sk, entity, partyId, kind, from, to, version } = item;
  const historyKey = partyKeys.history(actor.controller, partyId, version);
  const [content, superseded] = await Promise.all([
    sealParty(where, item, head.version, after.content),
    sealParty(where, historyKey, 1, before),
  ]);
  const put: PartyItem = {
    pk,
    sk,
    entity,
    ...head,
    partyId,
    kind,
    from: after.from,
    ...(after.to === undefined ? {} : { to: after.to }),
    content,
  };
  const history: PartyVersion = {
    ...historyKey,
    entity: 'partyVersion',
    ...created(now, actor.userId),
    partyId,
    kind,
    from,
    ...(to === undefined ? {} : { to }),
    changedFields: [...changedFields],
    content: superseded,
  };
  return [
    { put, when: { version } },
    { put: history, when: 'absent' },
  ];
}
