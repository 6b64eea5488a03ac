import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  openBytes,
  openJson,
  type Place,
  SealBroken,
  sealBytes,
  sealJson,
} from '../../../shared/crypto/seal.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const nonce = fc.uint8Array({ minLength: 12, maxLength: 12 });
const content = fc.uint8Array({ maxLength: 300 });
const place: fc.Arbitrary<Place> = fc.record({
  table: fc.string(),
  pk: fc.string(),
  sk: fc.string(),
  attribute: fc.string(),
  version: fc.nat(),
});
const all = fc.record({ key, nonce, content, place });

describe('a seal', () => {
  test('opens with its key at its place, and costs 29 bytes', () => {
    fc.assert(
      fc.property(all, ({ key: own, nonce: once, content: plain, place: where }) => {
        const blob = sealBytes(own, where, plain, once);
        expect(blob.length).toBe(plain.length + 29);
        expect(Buffer.from(openBytes(own, where, blob)).equals(plain)).toBe(true);
      }),
    );
  });

  test('of any JSON gives the same JSON back', () => {
    fc.assert(
      fc.property(all, fc.jsonValue(), ({ key: own, nonce: once, place: where }, value) => {
        const opened = openJson(own, where, sealJson(own, where, value, once));
        expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
      }),
    );
  });

  test('is broken by any changed bit, cut or added byte', () => {
    fc.assert(
      fc.property(all, fc.nat(), fc.integer({ min: 0, max: 7 }), (one, at, bit) => {
        const blob = Buffer.from(sealBytes(one.key, one.place, one.content, one.nonce));
        const changed = Buffer.from(blob);
        const index = at % blob.length;
        changed[index] = (changed[index] ?? 0) ^ (1 << bit);
        const spoiled = [
          changed,
          blob.subarray(0, index),
          blob.subarray(1),
          Buffer.concat([blob, Buffer.of(0)]),
        ];
        for (const bytes of spoiled) expect(() => openBytes(one.key, one.place, bytes)).toThrow(SealBroken);
      }),
    );
  });

  test('is broken by another key', () => {
    fc.assert(
      fc.property(all, key, (one, other) => {
        fc.pre(!Buffer.from(other).equals(one.key));
        const blob = sealBytes(one.key, one.place, one.content, one.nonce);
        expect(() => openBytes(other, one.place, blob)).toThrow(SealBroken);
      }),
    );
  });

  test('is broken at any other table, partition, row, attribute or version', () => {
    fc.assert(
      fc.property(all, place, (one, other) => {
        const blob = sealBytes(one.key, one.place, one.content, one.nonce);
        for (const part of ['table', 'pk', 'sk', 'attribute', 'version'] as const) {
          if (one.place[part] === other[part]) continue;
          const moved: Place = { ...one.place, [part]: other[part] };
          expect(() => openBytes(one.key, moved, blob)).toThrow(SealBroken);
        }
      }),
    );
  });

  test('is broken where a part of the place has slipped into the next', () => {
    const where: Place = { table: 'records', pk: 'ab', sk: 'c', attribute: 'd', version: 1 };
    const blob = sealBytes(new Uint8Array(32), where, Buffer.from('text'), new Uint8Array(12));
    for (const moved of [
      { ...where, pk: 'a', sk: 'bc' },
      { ...where, pk: 'ab","c', sk: '' },
      { ...where, sk: 'cd', attribute: '' },
      { ...where, attribute: 'd1', version: 0 },
    ]) {
      expect(() => openBytes(new Uint8Array(32), moved, blob)).toThrow(SealBroken);
    }
  });

  test('says nothing of what it holds but its length', () => {
    fc.assert(
      fc.property(all, fc.string({ minLength: 8 }), ({ key: own, nonce: once, place: where }, text) => {
        const blob = Buffer.from(sealJson(own, where, { text }, once));
        expect(blob.includes(Buffer.from(text))).toBe(false);
      }),
    );
  });

  test('has the layout of AES-256-GCM with the place as additional data, so that another program can open it', () => {
    // Origin: computed by this test's own call of the Web Crypto API, which shares no code with ours.
    return fc.assert(
      fc.asyncProperty(all, async ({ key: own, nonce: once, content: plain, place: where }) => {
        const blob = Buffer.from(sealBytes(own, where, plain, once));
        const imported = await crypto.subtle.importKey('raw', Buffer.from(own), 'AES-GCM', false, [
          'decrypt',
        ]);
        const additionalData = Buffer.from(
          JSON.stringify([where.table, where.pk, where.sk, where.attribute, where.version]),
        );
        const opened = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: blob.subarray(1, 13), additionalData },
          imported,
          blob.subarray(13),
        );
        expect(createHash('sha256').update(Buffer.from(opened)).digest('hex')).toBe(
          createHash('sha256').update(plain).digest('hex'),
        );
      }),
    );
  });
});
