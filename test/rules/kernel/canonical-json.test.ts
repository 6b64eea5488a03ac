import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';

/** The same value with the keys of every object in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  );
};

// JSON itself has no negative zero: it is written as 0.
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

describe('the canonical form, by which two contents are the same', () => {
  it('has its keys in order and nothing between', () => {
    expect(canonicalJson({ b: [1, 'ä', null], a: { d: true, c: 1.5 } })).toBe(
      '{"a":{"c":1.5,"d":true},"b":[1,"ä",null]}',
    );
  });

  it('is the same whatever the order of keys, and reads back as the same content', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
        return canonicalJson(turned(value)) === canonicalJson(value);
      }),
    );
  });

  it('changes with the order of a list and with any value', () => {
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });

  it('leaves out what a store leaves out, and refuses what JSON cannot say', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, undefined, [undefined], { a: () => 1 }, 10n]) {
      expect(() => canonicalJson(wrong)).toThrow(TypeError);
    }
  });
});
