import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { blindIndex } from '../../../shared/crypto/blind-index.ts';
import { controllerKey } from '../../../shared/crypto/controller-keys.ts';
import { keyRing, newClientKeys, openLabel } from '../../../shared/crypto/key-ring.ts';
import { SealBroken } from '../../../shared/crypto/seal.ts';
import { CaseId, ClientId } from '../../../shared/kernel/id.ts';
import { newId } from '../../../shared/new-id.ts';
import { testWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});

const by = () => ({ now: world.clock.now(), userId: 'test' });
const LABEL = { family: 'Esimerkki', given: 'Aino', former: [], birthYear: 1980 };
const where = { table: 'records', pk: 'p', sk: 's', attribute: 'base' };
const anId = () => ClientId.parse(newId(world.services));
const newKeys = () => newClientKeys(world.services, world.controller, anId(), LABEL, by());

describe('a key ring', () => {
  test("opens what it sealed, under the client's key and under a case's", async () => {
    const { ring, item } = await newKeys();
    const caseId = CaseId.parse(newId(world.services));
    const caseItem = await ring.addCase(caseId, by());
    const again = keyRing(world.services, world.controller, { client: item, cases: [caseItem] });
    for (const under of [undefined, caseId]) {
      const sealed = await ring.seal(under, where, 3, { text: 'salaista' });
      expect(sealed).toMatchObject({ subject: under === undefined ? 'client' : `case:${under}`, at: 3 });
      expect(await again.open(sealed, where, z.object({ text: z.string() }))).toEqual({ text: 'salaista' });
    }
  });

  test("opens nothing of another client's, nor of another case's", async () => {
    const [one, other] = [await newKeys(), await newKeys()];
    const sealed = await one.ring.seal(undefined, where, 1, 'salaista');
    await expect(other.ring.open(sealed, where, z.string())).rejects.toThrow(SealBroken);
    const caseId = CaseId.parse(newId(world.services));
    await one.ring.addCase(caseId, by());
    await other.ring.addCase(caseId, by());
    const inCase = await one.ring.seal(caseId, where, 1, 'salaista');
    await expect(other.ring.open(inCase, where, z.string())).rejects.toThrow(SealBroken);
    await expect(one.ring.open({ ...inCase, subject: 'client' }, where, z.string())).rejects.toThrow(
      SealBroken,
    );
  });

  test('opens a shared case for each of its clients, and for nobody once the key items are gone', async () => {
    const [one, other] = [await newKeys(), await newKeys()];
    const caseId = CaseId.parse(newId(world.services));
    await one.ring.addCase(caseId, by());
    const shared = await other.ring.addCase(caseId, by(), await one.ring.caseKey(caseId));
    const sealed = await one.ring.seal(caseId, where, 1, 'yhteinen');
    const rings = { client: other.item, cases: [shared] };
    const second = keyRing(world.services, world.controller, rings);
    expect(await second.open(sealed, where, z.string())).toBe('yhteinen');
    const without = keyRing(world.services, world.controller, { client: other.item, cases: [] });
    await expect(without.open(sealed, where, z.string())).rejects.toThrow('no key');
  });

  test("is wrapped for one controller: another's context does not open it", async () => {
    const { item } = await newKeys();
    world.services.keyCache.forget(item.keyId);
    const stolen = keyRing(world.services, world.otherController, { client: item, cases: [] });
    await expect(stolen.warm()).rejects.toThrow();
  });

  test('has a label that opens at its own item only', async () => {
    const [one, other] = [await newKeys(), await newKeys()];
    expect(await openLabel(world.services, world.controller, one.item)).toEqual(LABEL);
    const moved = { ...other.item, label: one.item.label };
    await expect(openLabel(world.services, world.controller, moved)).rejects.toThrow(SealBroken);
  });
});

describe('the blind index', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 });

  test('gives the same for the same, and other for other kinds of the same words', async () => {
    const index = await blindIndex(world.services, world.controller);
    fc.assert(
      fc.property(text, (word) => {
        const kinds = [index.identityCode(word), index.temporaryId(word)];
        expect(kinds).toEqual([index.identityCode(word), index.temporaryId(word)]);
        expect(new Set(kinds).size).toBe(2);
        expect(kinds.some((mac) => mac.startsWith(index.nameToken(word)))).toBe(false);
      }),
      { numRuns: 300, seed: 42 },
    );
  });

  test('gives other for another controller', async () => {
    const own = await blindIndex(world.services, world.controller);
    const other = await blindIndex(world.services, world.otherController);
    fc.assert(
      fc.property(text, (word) => {
        expect(own.identityCode(word)).not.toBe(other.identityCode(word));
      }),
    );
  });

  test('gives the same for one word however its letters are composed', async () => {
    const index = await blindIndex(world.services, world.controller);
    expect(index.nameToken('hämäläinen'.normalize('NFD'))).toBe(
      index.nameToken('hämäläinen'.normalize('NFC')),
    );
  });

  test('cannot be made to look like another kind by a word that holds the mark between', async () => {
    const index = await blindIndex(world.services, world.controller);
    expect(index.identityCode('a')).not.toBe(index.temporaryId('identityCode\0a'));
    expect(index.noteClass('a', 'b\0c')).not.toBe(index.noteClass('a\0b', 'd'));
  });

  test('keeps names vague: 16 bits, so that names collide', async () => {
    const index = await blindIndex(world.services, world.controller);
    expect(index.nameToken('aino')).toMatch(/^[0-9a-f]{4}$/);
    expect(index.identityCode('010190-900P')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('rests on a key that is not the one of lists', async () => {
    const { services, controller } = world;
    const keys = await Promise.all([
      controllerKey(services, controller, 'lookup'),
      controllerKey(services, controller, 'list'),
    ]);
    expect(Buffer.from(keys[0]).equals(keys[1])).toBe(false);
  });
});
