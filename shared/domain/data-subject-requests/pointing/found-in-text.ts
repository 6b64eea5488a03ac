import { byInitials } from './initials.ts';
import type { KnownPeople } from './known-people.ts';
import { isMisspeltFrom, mayBeMisspelt } from './misspelt.ts';
import { isBentFrom, stemsOf } from './name-stems.ts';
import { CODE, codeOf, digitsOf, EMAIL, emailOf, nameOfStreet, PHONE, plain, STREET } from './patterns.ts';

/** What of others stands in a text: where, and what kind of thing it is. */
export type Because = 'name' | 'identityCode' | 'phone' | 'email' | 'address';
type Found = { from: number; to: number; because: Because };
export type FindOthers = (text: string) => Found[];

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu;

/** Words that stand in names and are of nobody. */
const PARTICLES = new Set([
  'von',
  'af',
  'de',
  'da',
  'di',
  'van',
  'der',
  'den',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ja',
]);
/** A name this short is looked for with its capital alone. */
const SHORT = 3;
const wordsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const parts = name.split(/[-’']/u);
    return parts.length > 1 ? [name, ...parts] : [name];
  });

type Stem = { stem: string; isShort: boolean; mayBeMisspelt: boolean };
type Stems = ReadonlyMap<string, Stem[]>;

/** Names by their first two letters. The person's own are left out: a sibling's family name is the person's own too. */
function namesBy(names: readonly string[], own: readonly string[]): Stems {
  const known = new Set(wordsOf(own).map(plain));
  const by = new Map<string, Stem[]>();
  for (const name of new Set(wordsOf(names).map(plain))) {
    if (name.length < 2 || known.has(name) || PARTICLES.has(name)) continue;
    for (const stem of stemsOf(name)) {
      const at = stem.slice(0, 2);
      const one = { stem, isShort: name.length <= SHORT, mayBeMisspelt: mayBeMisspelt(name, stem) };
      by.set(at, [...(by.get(at) ?? []), one]);
    }
  }
  return by;
}

/** Those that may be misspelt, by their first letter, which is not sought wrong. */
function longBy(names: Stems): ReadonlyMap<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { stem, mayBeMisspelt: isLong } of [...names.values()].flat()) {
    const at = stem.charAt(0);
    if (isLong) by.set(at, [...(by.get(at) ?? []), stem]);
  }
  return by;
}

const small = (word: string): string => word.toLocaleLowerCase('fi');
const isCapital = (word: string): boolean => word.charAt(0) !== small(word.charAt(0));

/** A name in its place, bent; with the mark that parts a foreign name, or two like vowels, from its ending left out. */
const isIn = (by: Stems, word: string): boolean =>
  [small(word), small(word).replaceAll(/[’']/gu, '')].some((one) =>
    (by.get(one.slice(0, 2)) ?? []).some(
      ({ stem, isShort }) => (isCapital(word) || !isShort) && isBentFrom(one, stem),
    ),
  );

/**
 * A finder of what tells of others than the person: names of those whom the file knows, bent as Finnish bends them, with one
 * letter wrong and by their initials, and identity codes, numbers and addresses that are not the person's own, whosever
 * they are.
 */
export function finderOf({ own, others }: KnownPeople): FindOthers {
  const names = namesBy(others.names, own.names);
  const ownNames = namesBy(own.names, []);
  const long = longBy(names);
  const streets = namesBy(others.streets.map(nameOfStreet), own.streets.map(nameOfStreet));
  const ownStreets = own.streets.map(nameOfStreet).flatMap(stemsOf);
  const isOwnStreet = (text: string): boolean =>
    ownStreets.some((stem) => isBentFrom(nameOfStreet(text), stem));
  const [codes, phones, emails, initials] = [
    new Set(own.codes.map(codeOf)),
    new Set(own.phones.map(digitsOf)),
    new Set(own.emails.map(emailOf)),
    new Set(own.initials),
  ];
  const knownPhones = new Set(others.phones.map(digitsOf));
  const knownEmails = new Set(others.emails.map(emailOf));
  const knownInitials = new Set(others.initials.filter((one) => !initials.has(one)));

  const isMisspelt = (word: string): boolean =>
    isCapital(word) &&
    !isIn(ownNames, word) &&
    (long.get(small(word.charAt(0))) ?? []).some((stem) => isMisspeltFrom(small(word), stem));

  function* byPattern(text: string): Generator<Found> {
    const codesIn = [...text.matchAll(CODE)].map(({ 0: { length }, index }) => ({
      from: index,
      to: index + length,
    }));
    for (const [pattern, because, isOf] of [
      [CODE, 'identityCode', (one: string) => !codes.has(codeOf(one))],
      [
        EMAIL,
        'email',
        (one: string) => !emails.has(emailOf(one)) && isSaid(text, one, knownEmails.has(emailOf(one))),
      ],
      [
        PHONE,
        'phone',
        (one: string) => !phones.has(digitsOf(one)) && isSaid(text, one, knownPhones.has(digitsOf(one))),
      ],
      [STREET, 'address', (one: string) => !isOwnStreet(one) && isSaid(text, one, false)],
    ] as const) {
      for (const { 0: one, index } of text.matchAll(pattern)) {
        // The first half of a code that is written with spaces is no number of a telephone.
        const isOfCode = because === 'phone' && codesIn.some((code) => index < code.to && index >= code.from);
        if (isOf(one) && !isOfCode) yield { from: index, to: index + one.length, because };
      }
    }
  }
  function* byName(text: string): Generator<Found> {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (isIn(names, word)) yield { from: index, to: index + word.length, because: 'name' };
      else if (isIn(streets, word)) yield { from: index, to: index + word.length, because: 'address' };
      else if (word.includes('-')) {
        let at = index;
        for (const part of word.split('-')) {
          if (isIn(names, part)) yield { from: at, to: at + part.length, because: 'name' };
          at += part.length + 1;
        }
      } else if (isMisspelt(word)) yield { from: index, to: index + word.length, because: 'name' };
    }
    const isName = (word: string): boolean => isIn(names, word) || isIn(ownNames, word);
    for (const place of byInitials(text, (one) => knownInitials.has(one), isName)) {
      yield { ...place, because: 'name' };
    }
  }
  return (text) => joined(text, [...byPattern(text), ...byName(text)]);
}

/**
 * Whether something is told in words: what fills a field of its own, such as the number of an office on a form, is not,
 * unless it is known to be another's.
 */
const isSaid = (text: string, one: string, isKnown: boolean): boolean =>
  isKnown || text.trim() !== one.trim();

/** In their order; what overlaps or stands side by side, such as a given name and a family name, is one. */
function joined(text: string, found: readonly Found[]): Found[] {
  const all: Found[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1);
    const meets =
      last !== undefined &&
      (one.from < last.to || (one.because === last.because && /^\s$/u.test(text.slice(last.to, one.from))));
    if (!meets) all.push({ ...one });
    else if (one.to > last.to) last.to = one.to;
  }
  return all;
}
