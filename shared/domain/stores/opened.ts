import type { KeyRing } from '../../crypto/key-ring.ts';
import { Sealed } from '../../crypto/sealed.ts';
import { Json } from '../../kernel/json.ts';
import type { PersonalStore, SealedPart } from './model.ts';
import type { RawOfClient } from './walk.ts';

/** An item with what was sealed of it opened in its place; keys, indexes and versions left out. */
export type OpenedItem = Readonly<Record<string, unknown>>;

type Opener = Pick<KeyRing, 'open'>;

const NOT_TOLD = new Set(['pk', 'sk', 'schemaVersion', 'version', 'ttl']);
const isIndexed = (name: string): boolean => /^g\d(pk|sk)$/.test(name);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/**
 * Opens whatever its store says is sealed. It is one reader for all kinds, which the package of the right of inspection
 * and the transfer to an archive share.
 */
export async function openedItem(ring: Opener, store: PersonalStore, item: RawOfClient): Promise<OpenedItem> {
  const told = Object.fromEntries(
    Object.entries(item).filter(([name]) => !NOT_TOLD.has(name) && !isIndexed(name)),
  );
  let opened: Record<string, unknown> = told;
  for (const part of store.sealed) {
    opened = await withPart(opened, part.path.split('.'), (sealed) => openOne(ring, item, part, sealed));
  }
  return opened;
}

type Open = (sealed: unknown) => Promise<unknown>;

/** With what lies at the path opened, in each of a list where the path says so; what is not there stays away. */
async function withPart(
  of: Record<string, unknown>,
  [head = '', ...rest]: readonly string[],
  open: Open,
): Promise<Record<string, unknown>> {
  const isList = head.endsWith('[]');
  const name = isList ? head.slice(0, -2) : head;
  const value = of[name];
  if (value === undefined) return of;
  const deep = (one: unknown): Promise<unknown> => {
    if (rest.length === 0) return open(one);
    return isRecord(one) ? withPart(one, rest, open) : Promise.resolve(one);
  };
  return {
    ...of,
    [name]: isList && Array.isArray(value) ? await Promise.all(value.map(deep)) : await deep(value),
  };
}

function openOne(
  ring: Opener,
  item: RawOfClient,
  { attribute, at }: SealedPart,
  value: unknown,
): Promise<Json> {
  const stood = at === undefined ? item.sk : item[at];
  if (typeof stood !== 'string')
    throw new Error('A sealed part stands at a place that its item does not name.');
  return ring.open(Sealed.parse(value), { table: 'records', pk: item.pk, sk: stood, attribute }, Json);
}
