import * as z from 'zod';
import type { Change, StoredItem } from './act.ts';
import type { BlindIndex } from './crypto/blind-index.ts';
import { openJson, type Place, sealJson } from './crypto/seal.ts';
import { idOf, KEEPERS, KEPT_IN, type Thing } from './kept-in.ts';
import type { ControllerId } from './kernel/id.ts';
import { monthOf } from './kernel/local-date.ts';
import { type Fact, StoredFact } from './statistics-fact.ts';
import type { CountedAs } from './table/item.ts';
import { type Key, workKeys } from './table/keys.ts';

/**
 * The thing of the commit that a fact is kept in. Of several of its kind the one that it names, by its own id or by its
 * client’s; a thing in the files of several clients keeps it in the first.
 */
export function keeperOf(changes: readonly Change[], { kind, of, clientId }: Fact): StoredItem {
  const entities: readonly string[] = KEPT_IN[kind];
  const puts = changes.flatMap((change) =>
    'put' in change && entities.includes(change.put.entity) ? [change.put] : [],
  );
  const named = of === undefined ? puts : puts.filter((put) => idOf(put) === of);
  const ofClient = named.filter((put) => 'clientId' in put && put.clientId === clientId);
  const found = of === undefined && ofClient.length > 0 ? ofClient : named;
  const [first, ...others] = found;
  if (first === undefined) throw new Error(`What ${kind} counts is not in its commit.`);
  if (others.some((other) => idOf(other) !== idOf(first))) {
    throw new Error(`${kind} does not say which of several it counts.`);
  }
  return first;
}

/** What a fact is about, where its act does not say: the thing as it is from this act on. */
export const aboutOf = (put: StoredItem, { about }: Fact): string => about ?? `${idOf(put)}@${put.version}`;

export type NamedFact = { fact: StoredFact; about: string };

/** Where the fact stands, or what takes it back. */
export function keyOfFact(
  controller: ControllerId,
  index: BlindIndex,
  { about, fact: { kind, on, undoes } }: NamedFact,
): Key {
  const name = index.factAbout(kind, about);
  return undoes === true
    ? workKeys.undoneFact(controller, monthOf(on), name)
    : workKeys.factAbout(controller, monthOf(on), name);
}

/** Sealed to the thing, wherever it lies. */
const placeOf = (controller: ControllerId, thing: Thing): Place => ({
  table: 'records',
  pk: controller,
  sk: `${thing.entity} ${idOf(thing)}`,
  attribute: 'counted',
  version: 1,
});

const { shape } = StoredFact;
/**
 * As it is sealed: under short names, for it lies with every entry of a file. `about`: without the id of the thing, where
 * it begins with it. `own`: of the client in whose file it is, who needs no hash.
 */
const Kept = z.strictObject({
  a: z.string(),
  own: z.literal(1).optional(),
  k: shape.kind,
  o: shape.on,
  u: shape.unitId,
  t: shape.serviceTasks,
  d: shape.days,
  c: shape.code,
  ps: shape.parts,
  i: shape.inTime,
  p: shape.person,
  g: shape.ageGroup,
  h: shape.homeMunicipality,
  un: shape.undoes,
});
type Kept = z.infer<typeof Kept>;
const SHORT = {
  k: 'kind',
  o: 'on',
  u: 'unitId',
  t: 'serviceTasks',
  d: 'days',
  c: 'code',
  ps: 'parts',
  i: 'inTime',
  p: 'person',
  g: 'ageGroup',
  h: 'homeMunicipality',
  un: 'undoes',
} as const satisfies Record<Exclude<keyof Kept, 'a' | 'own'>, keyof StoredFact>;

const shortened = (fact: StoredFact): object =>
  Object.fromEntries(Object.entries(SHORT).map(([short, name]) => [short, fact[name]]));
const lengthened = (kept: object): object =>
  Object.fromEntries(
    Object.entries(SHORT).flatMap(([short, name]) => {
      const value: unknown = new Map(Object.entries(kept)).get(short);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const ownPerson = (index: BlindIndex, thing: Thing, on: string): string | undefined =>
  'clientId' in thing && typeof thing.clientId === 'string'
    ? index.personOfYear(on.slice(0, 4), thing.clientId)
    : undefined;

type Where = { controller: ControllerId; index: BlindIndex };

export function openKept({ controller, index }: Where, thing: Thing): NamedFact[] {
  const place = placeOf(controller, thing);
  return (thing.countedAs ?? []).map((sealed) => {
    const { a, own, ...rest } = Kept.parse(openJson(index.countedKey, place, sealed));
    const person = own === 1 ? ownPerson(index, thing, rest.o) : rest.p;
    return {
      about: /^[@.]/.test(a) ? `${idOf(thing)}${a}` : a,
      fact: StoredFact.parse({ ...lengthened(rest), ...(person === undefined ? {} : { person }) }),
    };
  });
}

/** What a thing was counted as before the commit that is being made, however often that is tried. */
const before = new WeakMap<Thing, readonly CountedAs[]>();

/** Lays facts with the thing that is about to be written. */
export function keep(
  { controller, index, nonce }: Where & { nonce: () => Uint8Array },
  thing: Thing,
  facts: readonly NamedFact[],
): void {
  const earlier = before.get(thing) ?? thing.countedAs ?? [];
  before.set(thing, earlier);
  const place = placeOf(controller, thing);
  const id = idOf(thing);
  const sealed = facts.map(({ about, fact }) => {
    const rest = about.startsWith(id) ? about.slice(id.length) : '';
    const a = /^[@.]/.test(rest) ? rest : about;
    const isOwn = fact.person !== undefined && fact.person === ownPerson(index, thing, fact.on);
    const { person: _, ...others } = fact;
    const kept = isOwn ? { a, own: 1, ...shortened(others) } : { a, ...shortened(fact) };
    return sealJson(index.countedKey, place, kept, nonce());
  });
  thing.countedAs = [...earlier, ...sealed];
}

/**
 * What a commit takes away of things that were counted, and lays nowhere else: a thing that moves takes it along, for it is
 * written anew from what stood.
 */
export function keptNoLonger(where: Where, changes: readonly Change[]): NamedFact[] {
  const stays = new Set(
    changes.flatMap((change) => ('put' in change ? (change.put.countedAs ?? []) : [])).map(textOf),
  );
  return changes.flatMap((change) => {
    if (!('remove' in change)) return [];
    const { entity, countedAs = [], ...rest } = change.remove;
    if (entity === undefined || !KEEPERS.includes(entity)) return [];
    const goes = countedAs.filter((one) => !stays.has(textOf(one)));
    return openKept(where, { ...rest, entity, countedAs: goes });
  });
}

/** Whether it takes away anything that was counted at all. */
export const takesCounted = (changes: readonly Change[]): boolean =>
  changes.some((change) => 'remove' in change && (change.remove.countedAs ?? []).length > 0);

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
