import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSearchable,
  matchesName,
  nameParts,
  queryTokensOf,
  searchTokensOf,
} from '../../../shared/kernel/name.ts';

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäöéüšÅÄÖÉ'.split(''));
const partOf = (minLength: number) =>
  fc.array(letters, { minLength, maxLength: 12 }).map((chosen) => chosen.join(''));
const namesOf = (maxParts: number) =>
  fc
    .array(fc.array(partOf(1), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
    .map((names) => names.map((parts) => parts.join(' ')))
    .filter((names) => new Set(names.flatMap(nameParts)).size <= maxParts);

const isFound = (words: string, names: string[], atMost?: number): boolean => {
  const stored = searchTokensOf(names, atMost);
  const { parts, tokens } = queryTokensOf(words);
  return tokens.some((token) => stored.includes(token)) && matchesName(parts, names);
};

describe('the parts of a name', () => {
  it.each([
    ['Anna-Liisa  Korhonen', ['anna', 'liisa', 'korhonen']],
    ['Åke Öhman-Äijälä', ['åke', 'öhman', 'äijälä']],
    ['A\u030Ake O\u0308hman', ['åke', 'öhman']],
    ['René Müller', ['rene', 'muller']],
    ['Šárka Žižková', ['sarka', 'zizkova']],
    ["Sinéad O'Brien", ['sinead', 'obrien']],
    ['D’Angelo', ['dangelo']],
    ['O´Brien \u0374', ['obrien']],
    ['Søren Æbelø', ['sören', 'äbelö']],
    ['Łukasz Strauß', ['lukasz', 'strauss']],
    ['IŞIL', ['isil']],
    ['von Wright, G. H.', ['von', 'wright', 'g', 'h']],
    ['ﬁnn', ['finn']],
    ['Наташа', ['наташа']],
    [' - ', []],
  ])('%j are %j', (text, parts) => {
    expect(nameParts(text)).toEqual(parts);
  });

  it('å, ä and ö are letters of their own', () => {
    expect(nameParts('Hakan')).not.toEqual(nameParts('Håkan'));
    expect(nameParts('Vainio')).not.toEqual(nameParts('Väinio'));
  });

  it('are the same however the letters are composed, and when cut again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const parts = nameParts(text);
        expect(nameParts(text.normalize('NFD'))).toEqual(nameParts(text.normalize('NFC')));
        expect(nameParts(parts.join(' '))).toEqual(parts);
      }),
    );
  });
});

describe('search by name', () => {
  it('stores three prefixes of a part, and a short part whole', () => {
    expect(searchTokensOf(['Bo Virtanen'])).toEqual(['bo', 'vir', 'virt', 'virtan']);
    expect(searchTokensOf(['Li Ek', 'Li Wu'])).toEqual(['li', 'ek', 'wu']);
    expect(searchTokensOf([])).toEqual([]);
  });

  it('asks by the longest word: its longest stored prefix, and the token of people with many names', () => {
    expect(queryTokensOf('Anna Virta')).toEqual({ parts: ['anna', 'virta'], tokens: ['virt', '~vir'] });
    expect(queryTokensOf('virtanen').tokens).toEqual(['virtan', '~vir']);
    expect(queryTokensOf('bo ek').tokens).toEqual(['bo', '~bo']);
    expect(queryTokensOf(' - ')).toEqual({ parts: [], tokens: [] });
  });

  it.each([
    ['virt', true],
    ['vir', false],
    ['bo ek', true],
    ['Öhm', false],
    ['', false],
    ["o'b", false],
  ])('%j is enough to search with: %s', (words, enough) => {
    expect(isSearchable(words)).toBe(enough);
  });

  it('finds a client by any beginning of three letters or more of any part of any name', () => {
    fc.assert(
      fc.property(namesOf(8), fc.nat(), fc.integer({ min: 3, max: 12 }), (names, pick, letterCount) => {
        const long = names.flatMap(nameParts).filter((part) => part.length >= 3);
        const part = long[pick % Math.max(1, long.length)];
        fc.pre(part !== undefined);
        expect(isFound((part ?? '').slice(0, letterCount), names)).toBe(true);
      }),
    );
  });

  it('finds a client by two parts in either order, one of them perhaps a letter or two', () => {
    fc.assert(
      fc.property(partOf(3), partOf(3), fc.nat(10), fc.nat(11), (first, last, a, b) => {
        const words = [first.slice(0, 3 + a), last.slice(0, 1 + b)];
        expect(isFound(words.join(' '), [`${first} ${last}`])).toBe(true);
        expect(isFound(words.toReversed().join(' '), [`${first} ${last}`])).toBe(true);
      }),
    );
  });

  it('misses no part of a client with two dozen names, and keeps to the limit', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(partOf(3), { minLength: 9, maxLength: 24, selector: (part) => nameParts(part)[0] }),
        fc.nat(),
        fc.integer({ min: 3, max: 12 }),
        (names, pick, letterCount) => {
          const part = nameParts(names[pick % names.length] ?? '')[0] ?? '';
          expect(isFound(part.slice(0, letterCount), names)).toBe(true);
          expect(searchTokensOf(names).length).toBeLessThanOrEqual(24);
        },
      ),
    );
  });

  it.each([
    [['virt', 'an'], ['Anna Virtanen'], true],
    [['an', 'an'], ['Anna Virtanen'], false],
    [['an', 'anna'], ['Anna Annala'], true],
    [['mari', 'marik'], ['Marika Maria'], true],
    [['marik', 'marik'], ['Marika Maria'], false],
    [['korh'], ['Anna Virtanen', 'Anna Korhonen'], true],
    [['tanen'], ['Anna Virtanen'], false],
    [['hak'], ['Håkan Ek'], false],
  ])('%j matches %j: %s', (parts, names, matches) => {
    expect(matchesName(parts, names)).toBe(matches);
    expect(matchesName(parts.toReversed(), names)).toBe(matches);
  });
});
