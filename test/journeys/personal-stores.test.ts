import { beforeAll, describe, expect, test } from 'vitest';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { Sealed } from '../../shared/crypto/sealed.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { openedItem } from '../../shared/domain/stores/opened.ts';
import { type FoundItem, fileOfClient, matterOfRow, objectOf } from '../../shared/domain/stores/walk.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { childsMatter } from '../support/childs-matter.ts';
import { type Matter, WORD } from '../support/whole-matter.ts';

/** The register of personal-data stores: whatever a file holds is in it, and opens by it. */

const KEUSOTE = ControllerId.parse('KEUSOTE');
let matter: Matter;
const found: FoundItem[] = [];

beforeAll(async () => {
  matter = await childsMatter();
  const where = whereOf(matter);
  for await (const one of fileOfClient(where, matter.clientId)) found.push(one);
});

const whereOf = ({ world: { services } }: Matter) => ({ services, actor: { controller: KEUSOTE } });

/** Where sealed values stand in an item, at any depth. */
function sealedIn(value: unknown, path = ''): string[] {
  if (Sealed.safeParse(value).success) return [path];
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => sealedIn(one, `${path}[]`));
  return Object.entries(value).flatMap(([name, one]) =>
    sealedIn(one, path === '' ? name : `${path}.${name}`),
  );
}

describe('the file of a child whose matter went all the way', () => {
  test('holds things of most kinds, each with what belongs to it', () => {
    const kinds = new Set(found.map(({ item }) => item.entity));
    for (const kind of ['client', 'case', 'caseNote', 'document', 'documentPiece', 'decision', 'attachment'])
      expect(kinds).toContain(kind);
    expect(kinds.size).toBeGreaterThan(15);
    expect(found.flatMap((one) => matterOfRow(one) ?? [])).toHaveLength(1);
    expect(found.flatMap((one) => objectOf(one) ?? []).length).toBeGreaterThan(0);
  });

  test('is opened whole by what the register says of each kind: nothing sealed is left over', async () => {
    const where = whereOf(matter);
    const keys = await loadClientKeys(where.services.tables, KEUSOTE, matter.clientId);
    if (keys === undefined) throw new Error('The child has keys.');
    const ring = keyRing(where.services, KEUSOTE, keys);
    const told: string[] = [];
    for (const { store, item } of found) {
      // Words of the index are no texts: they are made of what stands elsewhere.
      if (item.entity === 'wordSegment') continue;
      const opened = await openedItem(ring, store, item);
      expect([item.entity, sealedIn(opened)]).toEqual([item.entity, []]);
      expect(Object.keys(opened).filter((name) => /^(pk|sk|g\d)/.test(name))).toEqual([]);
      if (sealedIn(item).length > 0) told.push(JSON.stringify(opened));
    }
    expect(told.filter((text) => text.includes(WORD)).length).toBeGreaterThan(5);
  });
});
