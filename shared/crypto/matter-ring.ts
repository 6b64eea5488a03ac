import type * as z from 'zod';
import { ClientId, type ControllerId, KeyId, MatterId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { newId } from '../new-id.ts';
import type { Services } from '../services.ts';
import { changed, created, storedItem } from '../table/item.ts';
import { keyKeys } from '../table/keys.ts';
import type { KeyRing } from './key-ring.ts';
import type { PlaceOfItem } from './place.ts';
import { openJson, sealJson } from './seal.ts';
import { Bytes, type Sealed } from './sealed.ts';

/**
 * The key of an intake matter, which is received before anybody knows whose it is. So it is wrapped by the key
 * service itself, and once more for each client the matter is found to concern. When all of them are clients and the
 * matter has been handled, the first wrapping is taken away: from then on the matter opens with a client's key, and
 * is unreadable when the keys of all its clients have been destroyed (security.md 12; docs/decisions/0051).
 */
export const MatterKeyItem = storedItem('matterKey', {
  matterId: MatterId,
  keyId: KeyId,
  /** Missing once the matter has gone over to its clients. */
  wrapped: Bytes.optional(),
});
export type MatterKeyItem = z.infer<typeof MatterKeyItem>;

export const MatterKeyOfClient = storedItem('matterKeyOfClient', {
  matterId: MatterId,
  clientId: ClientId,
  wrapped: Bytes,
});
export type MatterKeyOfClient = z.infer<typeof MatterKeyOfClient>;

type By = { now: Instant; userId: string };

/** Opens and seals what is held of one matter. Nothing is unwrapped before the first use. */
export type MatterRing = {
  seal(place: PlaceOfItem, version: number, value: unknown): Promise<Sealed>;
  open<T>(sealed: Sealed, place: PlaceOfItem, schema: z.ZodType<T>): Promise<T>;
  /** The plain key, to be wrapped for a client of the matter. */
  plain(): Promise<Uint8Array>;
};

function ringOver(services: Services, matterId: MatterId, unwrapped: () => Promise<Uint8Array>): MatterRing {
  const subject = `matter:${matterId}`;
  let held: Promise<Uint8Array> | undefined;
  const key = (): Promise<Uint8Array> => (held ??= unwrapped());
  return {
    plain: key,
    async seal(place, version, value) {
      const blob = sealJson(await key(), { ...place, version }, value, services.random(12));
      return { subject, at: version, blob };
    },
    async open(sealed, place, schema) {
      if (sealed.subject !== subject) throw new Error('What is sealed under another matter.');
      return schema.parse(openJson(await key(), { ...place, version: sealed.at }, sealed.blob));
    },
  };
}

/** A new matter's key: one call to KMS. The item goes into the transaction that stores the matter. */
export async function newMatterKey(
  services: Services,
  controller: ControllerId,
  matterId: MatterId,
  by: By,
): Promise<{ ring: MatterRing; item: MatterKeyItem }> {
  const keyId = KeyId.parse(newId(services));
  services.opens({ id: keyId });
  const { plain, wrapped } = await services.vault.generate('client', { controller, key: keyId });
  const item: MatterKeyItem = {
    ...keyKeys.matterKey(controller, matterId),
    entity: 'matterKey',
    ...created(by.now, by.userId),
    matterId,
    keyId,
    wrapped,
  };
  return { ring: ringOver(services, matterId, () => Promise.resolve(plain)), item };
}

/** The ring of a matter that a unit handles; undefined when the matter has gone over to its clients. */
export function matterRing(
  services: Services,
  controller: ControllerId,
  { matterId, keyId, wrapped }: MatterKeyItem,
): MatterRing | undefined {
  if (wrapped === undefined) return undefined;
  services.opens({ id: keyId });
  return ringOver(services, matterId, () =>
    services.keyCache.of(keyId, () => services.vault.unwrap('client', wrapped, { controller, key: keyId })),
  );
}

const placeOf = (item: Pick<MatterKeyOfClient, 'pk' | 'sk'>): PlaceOfItem => ({
  table: 'keys',
  pk: item.pk,
  sk: item.sk,
  attribute: 'wrapped',
});

/** The matter's key, wrapped for a client whom it concerns. */
export async function matterKeyFor(
  ring: MatterRing,
  client: KeyRing,
  of: { controller: ControllerId; matterId: MatterId },
  by: By,
): Promise<MatterKeyOfClient> {
  const key = keyKeys.matterKeyOfClient(of.controller, of.matterId, client.clientId);
  return {
    ...key,
    entity: 'matterKeyOfClient',
    ...created(by.now, by.userId),
    matterId: of.matterId,
    clientId: client.clientId,
    wrapped: await client.wrap(placeOf(key), 1, await ring.plain()),
  };
}

/** The ring of a matter as it opens in the file of one of its clients. */
export const matterRingOfClient = (
  services: Services,
  client: KeyRing,
  item: MatterKeyOfClient,
): MatterRing =>
  ringOver(services, item.matterId, () => client.unwrap(placeOf(item), item.version, item.wrapped));

/** The key item of a matter that has gone over to its clients. */
export function handedToClients(item: MatterKeyItem, by: By): MatterKeyItem {
  const { wrapped: _wrapped, ...rest } = item;
  return { ...rest, ...changed(item, by.now, by.userId) };
}
