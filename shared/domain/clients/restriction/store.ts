import * as z from 'zod';
import { grantsOn } from '../../../access/actor.ts';
import { PowersItem } from '../../../access/powers.ts';
import type { ActContext } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { recordPlace } from '../../../crypto/place.ts';
import type { ClientId, UserId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { created } from '../../../table/item.ts';
import { clientKeys, type Key, userKeys } from '../../../table/keys.ts';
import { batchGet, type LastKey, type Page, query } from '../../../table/read.ts';
import { type ClientHead, RestrictionChange } from '../model.ts';
import { CLIENT_REFUSALS } from '../refusals.ts';
import { loadHeads } from '../store.ts';
import type { NamedReaders } from './rules.ts';

/** What is stored of a file's restriction: who may read stands on the head, how it came to that lies here. */

const place = (key: Key) => recordPlace(key, 'reason');

export async function restrictionItem(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  ring: KeyRing,
  { clientId, version, restriction }: Pick<ClientHead, 'clientId' | 'version' | 'restriction'>,
  reason: string,
): Promise<RestrictionChange> {
  const key = clientKeys.restriction(actor.controller, clientId, version);
  return {
    ...key,
    entity: 'restrictionChange',
    ...created(now, actor.userId),
    clientId,
    ...(restriction === undefined ? {} : { readers: restriction.readers }),
    reason: await ring.seal(undefined, place(key), 1, reason),
  };
}

export const openReason = (ring: KeyRing, item: RestrictionChange): Promise<string> =>
  ring.open(item.reason, place(item), z.string());

type Where = Pick<ActContext, 'services' | 'actor'>;

/** How a file came to be restricted, the latest change first. */
export const loadRestrictionChanges = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<RestrictionChange>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.restrictions,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    RestrictionChange,
  );

/** Who of the named readers works here today, and who of them can name others. */
export async function loadReaders(
  { services, actor: { controller }, today }: Pick<ActContext, 'services' | 'actor' | 'today'>,
  readers: readonly UserId[],
): Promise<NamedReaders> {
  const items = await batchGet(
    services.tables,
    controller,
    'records',
    readers.map((userId) => userKeys.powers(controller, userId)),
    PowersItem,
  );
  const active = items.map(({ powers }) => powers).filter(({ status }) => status === 'active');
  const managing = active.filter((powers) =>
    grantsOn(powers, today).some(({ specialRights }) => specialRights.includes('manageRestrictedFiles')),
  );
  return {
    readers,
    known: new Set(active.map(({ userId }) => userId)),
    managing: new Set(managing.map(({ userId }) => userId)),
  };
}

/** Leaves room in a commit for the head, its history and the line. */
const MOST_MERGED = 20;

/**
 * Every file that was merged into this one, directly or through another.
 * @throws Refusal `client.mergedTooOften` when they do not fit in one commit.
 */
export async function loadMerged({ services, actor }: Where, head: ClientHead): Promise<ClientHead[]> {
  const found: ClientHead[] = [];
  let waiting = head.mergedFrom;
  while (waiting.length > 0) {
    const heads = await loadHeads(services, actor.controller, waiting);
    found.push(...heads);
    if (found.length > MOST_MERGED) throw new Refusal(CLIENT_REFUSALS.mergedTooOften);
    waiting = heads.flatMap(({ mergedFrom }) => mergedFrom);
  }
  return found;
}
