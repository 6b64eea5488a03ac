import * as z from 'zod';
import { CaseId, ClientId, type ControllerId, KeyId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { newId } from '../new-id.ts';
import type { Services } from '../services.ts';
import { changed, created, storedItem } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { keyKeys } from '../table/keys.ts';
import { controllerKey } from './controller-keys.ts';
import type { PlaceOfItem } from './place.ts';
import { openBytes, openJson, type Place, sealBytes, sealJson } from './seal.ts';
import { Bytes, type Sealed } from './sealed.ts';

/**
 * A client's keys. The client's data key is wrapped by KMS; under it lies one key for each case, wrapped
 * once for every client of the case. The item also holds the client's label (name, birth year,
 * municipality) sealed by the controller's list key, so that a list of 50 costs no KMS call a row.
 * Destroying these items makes what they sealed unreadable, in every copy (docs/decisions/0004).
 */
export const ClientKeyItem = storedItem('clientKey', {
  clientId: ClientId,
  keyId: KeyId,
  wrapped: Bytes,
  label: Bytes,
});
export const CaseKeyItem = storedItem('caseKey', { clientId: ClientId, caseId: CaseId, wrapped: Bytes });
export type ClientKeyItem = z.infer<typeof ClientKeyItem>;
export type CaseKeyItem = z.infer<typeof CaseKeyItem>;
export type ClientKeyItems = { client: ClientKeyItem; cases: readonly CaseKeyItem[] };

/** What a list may show of a client. The municipality is left out under a safety ban (661/2009 § 36). */
export const ClientLabel = z.strictObject({
  family: z.string(),
  given: z.string(),
  /** Former names, so that a search by one is confirmed without opening the file. */
  former: z.array(z.string()),
  birthYear: z.int().optional(),
  municipality: z.string().optional(),
});
export type ClientLabel = z.infer<typeof ClientLabel>;

/** Opens and seals for one client. Nothing is unwrapped before the first use. */
export type KeyRing = {
  clientId: ClientId;
  /** Under the case when one is named, else under the client. */
  seal(caseId: CaseId | undefined, place: PlaceOfItem, version: number, value: unknown): Promise<Sealed>;
  open<T>(sealed: Sealed, place: PlaceOfItem, schema: z.ZodType<T>): Promise<T>;
  /** The same for what is no JSON. */
  sealBytes(
    caseId: CaseId | undefined,
    place: PlaceOfItem,
    version: number,
    bytes: Uint8Array,
  ): Promise<Sealed>;
  openBytes(sealed: Sealed, place: PlaceOfItem): Promise<Uint8Array>;
  /** The client's data key is needed anyhow: begin unwrapping it now. */
  warm(): Promise<void>;
  /** A case's plain key, for a further client of the same case. */
  caseKey(caseId: CaseId): Promise<Uint8Array>;
  /** Takes a case into the ring and gives the item to store: a new key, or another client's for a shared case. */
  addCase(caseId: CaseId, by: { now: Instant; userId: string }, plain?: Uint8Array): Promise<CaseKeyItem>;
  /** Wraps and unwraps, under the client's own key, a key that is not of a case. */
  wrap(place: PlaceOfItem, version: number, plain: Uint8Array): Promise<Uint8Array>;
  unwrap(place: PlaceOfItem, version: number, wrapped: Uint8Array): Promise<Uint8Array>;
};

const place = (key: Key, attribute: string, version = 1): Place => ({
  table: 'keys',
  ...key,
  attribute,
  version,
});

const subjectOf = (caseId: CaseId | undefined): string =>
  caseId === undefined ? 'client' : `case:${caseId}`;

export function keyRing(
  services: Services,
  controller: ControllerId,
  items: ClientKeyItems,
  /** Known when the client was made a moment ago. */
  plainClientKey?: Uint8Array,
): KeyRing {
  const { clientId, keyId, wrapped } = items.client;
  services.opens({ id: keyId, client: clientId });
  /** Plain keys of cases: added to the ring, or unwrapped once for all that a page shows of the case. */
  const plainOf = new Map<string, Promise<Uint8Array>>();

  const clientKey = (): Promise<Uint8Array> =>
    plainClientKey !== undefined
      ? Promise.resolve(plainClientKey)
      : services.keyCache.of(keyId, () =>
          services.vault.unwrap('client', wrapped, { controller, key: keyId }),
        );

  function caseKey(caseId: string): Promise<Uint8Array> {
    const known = plainOf.get(caseId) ?? unwrapCaseKey(caseId);
    plainOf.set(caseId, known);
    return known;
  }

  async function unwrapCaseKey(caseId: string): Promise<Uint8Array> {
    const item = items.cases.find((candidate) => candidate.caseId === caseId);
    if (item === undefined) throw new Error('A case of the client has no key.');
    const key = keyKeys.caseKey(controller, clientId, item.caseId);
    return openBytes(await clientKey(), place(key, 'wrapped'), item.wrapped);
  }

  const keyOf = (subject: string): Promise<Uint8Array> =>
    subject === 'client' ? clientKey() : caseKey(subject.slice('case:'.length));

  return {
    clientId,
    async seal(caseId, where, version, value) {
      const subject = subjectOf(caseId);
      const blob = sealJson(await keyOf(subject), { ...where, version }, value, services.random(12));
      return { subject, at: version, blob };
    },
    async open(sealed, where, schema) {
      const key = await keyOf(sealed.subject);
      return schema.parse(openJson(key, { ...where, version: sealed.at }, sealed.blob));
    },
    async sealBytes(caseId, where, version, bytes) {
      const subject = subjectOf(caseId);
      const blob = sealBytes(await keyOf(subject), { ...where, version }, bytes, services.random(12));
      return { subject, at: version, blob };
    },
    async openBytes(sealed, where) {
      return openBytes(await keyOf(sealed.subject), { ...where, version: sealed.at }, sealed.blob);
    },
    async warm() {
      await clientKey();
    },
    caseKey,
    async wrap(where, version, plain) {
      return sealBytes(await clientKey(), { ...where, version }, plain, services.random(12));
    },
    async unwrap(where, version, wrapped_) {
      return openBytes(await clientKey(), { ...where, version }, wrapped_);
    },
    async addCase(caseId, by, plain = services.random(32)) {
      plainOf.set(caseId, Promise.resolve(plain));
      const key = keyKeys.caseKey(controller, clientId, caseId);
      return {
        ...key,
        entity: 'caseKey',
        ...created(by.now, by.userId),
        clientId,
        caseId,
        wrapped: sealBytes(await clientKey(), place(key, 'wrapped'), plain, services.random(12)),
      };
    },
  };
}

/** The keys of a new client: one call to KMS. The item goes into the transaction that creates the client. */
export async function newClientKeys(
  services: Services,
  controller: ControllerId,
  clientId: ClientId,
  label: ClientLabel,
  by: { now: Instant; userId: string },
): Promise<{ ring: KeyRing; item: ClientKeyItem }> {
  const keyId = KeyId.parse(newId(services));
  services.opens({ id: keyId, client: clientId });
  const [dataKey, listKey] = await Promise.all([
    services.vault.generate('client', { controller, key: keyId }),
    controllerKey(services, controller, 'list'),
  ]);
  const key = keyKeys.clientKey(controller, clientId);
  const item: ClientKeyItem = {
    ...key,
    entity: 'clientKey',
    ...created(by.now, by.userId),
    clientId,
    keyId,
    wrapped: dataKey.wrapped,
    label: sealJson(listKey, place(key, 'label'), label, services.random(12)),
  };
  return { ring: keyRing(services, controller, { client: item, cases: [] }, dataKey.plain), item };
}

/** The same keys under a new label. */
export async function relabelled(
  services: Services,
  controller: ControllerId,
  item: ClientKeyItem,
  label: ClientLabel,
  by: { now: Instant; userId: string },
): Promise<ClientKeyItem> {
  const listKey = await controllerKey(services, controller, 'list');
  const next = { ...item, ...changed(item, by.now, by.userId) };
  const key = keyKeys.clientKey(controller, item.clientId);
  return { ...next, label: sealJson(listKey, place(key, 'label', next.version), label, services.random(12)) };
}

/** No call to KMS once the controller's list key is in memory. */
export async function openLabel(
  services: Services,
  controller: ControllerId,
  item: ClientKeyItem,
): Promise<ClientLabel> {
  const listKey = await controllerKey(services, controller, 'list');
  const key = keyKeys.clientKey(controller, item.clientId);
  return ClientLabel.parse(openJson(listKey, place(key, 'label', item.version), item.label));
}
