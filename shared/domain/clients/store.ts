import type { Change } from '../../act.ts';
import { type BlindIndex, blindIndex } from '../../crypto/blind-index.ts';
import {
  ClientKeyItem,
  type ClientLabel,
  type KeyRing,
  keyRing,
  openLabel,
  relabelled,
} from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { ClientId, ControllerId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { queryTokensOf, searchTokensOf } from '../../kernel/name.ts';
import type { Services } from '../../services.ts';
import { created, outOfIndexes } from '../../table/item.ts';
import { clientKeys, indexKeys, type Key, keyKeys, lookupKeys, SHARDS } from '../../table/keys.ts';
import { batchGet, getItem, queryAll } from '../../table/read.ts';
import type { ClientContext } from './file.ts';
import { IdentityLookup, NameLookup } from './lookup.ts';
import { type BaseData, type BaseDataVersion, ClientHead, SealedBaseData } from './model.ts';
import { rowOfUnit } from './of-unit.ts';
import { birthYearOf, hasSafetyBan } from './rules.ts';

/** What is stored of clients and how it is found. No rule lives here. */

const basePlace = (key: Key) => recordPlace(key, 'base');

export const sealBase = (ring: KeyRing, key: Key, version: number, base: SealedBaseData): Promise<Sealed> =>
  ring.seal(undefined, basePlace(key), version, base);

export const openBase = (ring: KeyRing, item: Key & { base: Sealed }): Promise<SealedBaseData> =>
  ring.open(item.base, basePlace(item), SealedBaseData);

export const ringOf = (context: ClientContext): KeyRing =>
  keyRing(context.services, context.actor.controller, context.file.keys);

/** The superseded base data, with what stood on the head, as a history item sealed at its own place. */
export async function historyItem(
  ring: KeyRing,
  controller: ControllerId,
  head: ClientHead,
  base: SealedBaseData,
  change: { fields: readonly string[]; now: Instant; by: UserId },
): Promise<BaseDataVersion> {
  const key = clientKeys.history(controller, head.clientId, head.version);
  return {
    ...key,
    entity: 'baseDataVersion',
    ...created(change.now, change.by),
    clientId: head.clientId,
    changedFields: [...change.fields],
    ...(head.safetyBan === undefined ? {} : { safetyBan: head.safetyBan }),
    ...(head.diedOn === undefined ? {} : { diedOn: head.diedOn }),
    documentClass: 'clienthood',
    base: await sealBase(ring, key, 1, base),
  };
}

/** The head with its rows in indexes: the own worker's, the uninformed of a unit, its clients, the due month. */
export function indexed(head: ClientHead, controller: ControllerId): ClientHead {
  const rest = outOfIndexes(head);
  const { relationship, state, dueMonth, clientId } = head;
  const active = relationship?.state === 'active' && state !== 'merged' ? relationship : undefined;
  const worker = active?.ownWorkerId;
  return {
    ...rest,
    ...(worker === undefined
      ? {}
      : { g1pk: indexKeys.worker(controller, worker), g1sk: indexKeys.workerClient(clientId) }),
    ...(active === undefined || active.informedOn !== undefined
      ? {}
      : {
          g2pk: indexKeys.unit(controller, active.responsibleUnitId),
          g2sk: indexKeys.unitUninformed(active.startedOn, clientId),
        }),
    ...rowOfUnit(head, controller),
    ...(dueMonth === undefined
      ? {}
      : {
          g4pk: indexKeys.dueMonth(controller, dueMonth, (clientId.codePointAt(25) ?? 0) % SHARDS),
          g4sk: indexKeys.dueClienthood(clientId),
        }),
  };
}

/** What lists may show; the municipality is left out under a safety ban (661/2009 § 36). */
export function labelOf(data: BaseData, isBanned: boolean): ClientLabel {
  const birthYear = birthYearOf(data);
  return {
    family: data.name.family,
    given: data.name.given,
    former: data.formerNames.map((name) => `${name.given} ${name.family}`),
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(isBanned || data.homeMunicipality === undefined ? {} : { municipality: data.homeMunicipality }),
  };
}

/**
 * The change of the keys item where the stored label is not what it should be now. After a ban that ended by
 * itself the label lacks the municipality until the next change of base data: too little, never too much.
 */
export async function labelChanges(
  { services, actor, file, now, today }: ClientContext,
  head: ClientHead,
  data: BaseData,
): Promise<Change[]> {
  const label = labelOf(data, hasSafetyBan(head, today));
  const { client } = file.keys;
  const stored = await openLabel(services, actor.controller, client);
  if (canonicalJson(stored) === canonicalJson(label)) return [];
  const put = await relabelled(services, actor.controller, client, label, { now, userId: actor.userId });
  return [{ table: 'keys', put, when: { version: client.version } }];
}

const namesOf = (data: BaseData): string[] =>
  [data.name, ...data.formerNames].map((name) => `${name.given} ${name.family}`);

/** Keyed hashes of the name tokens: what the ClientNamed event carries. */
export async function tokenHashesOf(
  services: Services,
  controller: ControllerId,
  data: BaseData,
): Promise<string[]> {
  const index = await blindIndex(services, controller);
  return [...new Set(searchTokensOf(namesOf(data)).map((token) => index.nameToken(token)))];
}

export type Code = { personalIdentityCode: string } | { temporaryId: string };

/** Every code a client can be found by: the present and the former identity codes, the temporary id. */
export const codesOf = (data: BaseData): Code[] => [
  ...[data.personalIdentityCode, ...data.formerIdentityCodes]
    .filter((code) => code !== undefined)
    .map((personalIdentityCode) => ({ personalIdentityCode })),
  ...(data.temporaryId === undefined ? [] : [{ temporaryId: data.temporaryId }]),
];

const macOf = (index: BlindIndex, code: Code): string =>
  'temporaryId' in code ? index.temporaryId(code.temporaryId) : index.identityCode(code.personalIdentityCode);

export async function lookupMacs(
  services: Services,
  controller: ControllerId,
  data: BaseData,
): Promise<string[]> {
  const index = await blindIndex(services, controller);
  return [...new Set(codesOf(data).map((code) => macOf(index, code)))];
}

/** Puts and removes look-up items so that they match the codes after a change. One code, one client. */
export async function lookupChanges(
  services: Services,
  controller: ControllerId,
  clientId: ClientId,
  change: { before?: BaseData; after: BaseData; now: Instant; by: UserId },
  otherwise: Change['otherwise'],
): Promise<Change[]> {
  const [before, after] = await Promise.all([
    change.before === undefined
      ? Promise.resolve<string[]>([])
      : lookupMacs(services, controller, change.before),
    lookupMacs(services, controller, change.after),
  ]);
  const puts = after
    .filter((mac) => !before.includes(mac))
    .map((mac): Change => {
      const put = {
        ...lookupKeys.identity(controller, mac),
        entity: 'identityLookup' as const,
        ...created(change.now, change.by),
        clientId,
      };
      return { put, when: 'absent', ...(otherwise === undefined ? {} : { otherwise }) };
    });
  const removes = before
    .filter((mac) => !after.includes(mac))
    .map((mac): Change => ({ remove: lookupKeys.identity(controller, mac), when: { version: 1 } }));
  return [...puts, ...removes];
}

/** Who has this identity code or temporary id. Two round trips at most when the controller's key is cold. */
export async function findByCode(
  services: Services,
  controller: ControllerId,
  code: Code,
): Promise<ClientId | undefined> {
  const key = await placeOfCode(services, controller, code);
  const found = await getItem(services.tables, controller, 'records', key, IdentityLookup);
  return found?.clientId;
}

/** Where a client of this code is named, as a commit asks it: there is none. */
export const placeOfCode = async (services: Services, controller: ControllerId, code: Code): Promise<Key> =>
  lookupKeys.identity(controller, macOf(await blindIndex(services, controller), code));

/** Whose names may match the words: candidates to be confirmed by their labels. */
export async function findByName(
  services: Services,
  controller: ControllerId,
  words: string,
): Promise<{ parts: string[]; candidates: ClientId[] }> {
  const index = await blindIndex(services, controller);
  const { parts, tokens } = queryTokensOf(words);
  const hashes = [...new Set(tokens.map((token) => index.nameToken(token)))];
  const found = await Promise.all(
    hashes.map((hash) =>
      queryAll(
        services.tables,
        controller,
        { table: 'records', pk: lookupKeys.namePartition(controller, hash) },
        NameLookup,
      ),
    ),
  );
  return { parts, candidates: [...new Set(found.flat().map((item) => item.clientId))] };
}

export const loadHeads = (
  services: Services,
  controller: ControllerId,
  clientIds: readonly ClientId[],
): Promise<ClientHead[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    clientIds.map((clientId) => clientKeys.head(controller, clientId)),
    ClientHead,
  );

/** Labels lie with the keys. Eventual: a page of 25 costs half a unit a row. */
export const loadKeyItems = (
  services: Services,
  controller: ControllerId,
  clientIds: readonly ClientId[],
): Promise<ClientKeyItem[]> =>
  batchGet(
    services.tables,
    controller,
    'keys',
    clientIds.map((clientId) => keyKeys.clientKey(controller, clientId)),
    ClientKeyItem,
    { strong: false },
  );
