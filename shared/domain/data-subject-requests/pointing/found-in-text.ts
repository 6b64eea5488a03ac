import type { KnownPeople } from './known-people.ts';
import { isBentFrom, stemsOf } from './name-stems.ts';

/** What of others stands in a text: where, and what kind of thing it is. */
export type Because = 'name' | 'identityCode' | 'phone' | 'email' | 'address';
type Found = { from: number; to: number; because: Because };
export type FindOthers = (text: string) => Found[];

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu;
const CODE = /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/giu;
const PHONE = /(?<![\p{L}\d./:-])(?:\+\d{1,3}|0)(?:[\s()-]{0,2}\d){5,12}(?!-?[\d\p{L}])/gu;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/giu;
/** A street by its last part, bent, with its number. */
const STREET =
  /\p{Lu}[\p{L}-]*(?:katu|kadu|tie|teide|kuja|polku|polu|raitt?i|väylä|rinte|rinne|ranta|ranna|kaari|kaare|tori|aukio|gata|väg|gränd|stig|allé)\p{Ll}*(?:\s+\d+)/gu;

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
/** Digits by which two ways of writing a number are the same: without the country and the first zero. */
const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^(?:00)?358|^0/, '');
const plain = (text: string): string => text.toLocaleLowerCase('fi').replaceAll(/\s+/gu, ' ').trim();
/** The name of a street, without its number. */
const nameOfStreet = (street: string): string => plain(street.replace(/\d.*$/u, ''));

const wordsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const parts = name.split(/[-’']/u);
    return parts.length > 1 ? [name, ...parts] : [name];
  });

type Stem = { stem: string; isShort: boolean };

/** Names by their first two letters. The person's own are left out: a sibling's family name is the person's own too. */
function namesBy(names: readonly string[], own: readonly string[]): Map<string, Stem[]> {
  const known = new Set(wordsOf(own).map(plain));
  const by = new Map<string, Stem[]>();
  for (const name of new Set(wordsOf(names).map(plain))) {
    if (name.length < 2 || known.has(name) || PARTICLES.has(name)) continue;
    for (const stem of stemsOf(name)) {
      const at = stem.slice(0, 2);
      by.set(at, [...(by.get(at) ?? []), { stem, isShort: name.length <= SHORT }]);
    }
  }
  return by;
}

/**
 * A finder of what tells of others than the person: names of those whom the file knows, bent as Finnish bends them, and
 * identity codes, numbers and addresses that are not the person's own, whosever they are.
 */
export function finderOf({ own, others }: KnownPeople): FindOthers {
  const names = namesBy(others.names, own.names);
  const streets = namesBy(others.streets.map(nameOfStreet), own.streets.map(nameOfStreet));
  const ownStreets = own.streets.map(nameOfStreet).flatMap(stemsOf);
  const isOwnStreet = (text: string): boolean =>
    ownStreets.some((stem) => isBentFrom(nameOfStreet(text), stem));
  const [codes, phones, emails] = [
    new Set(own.codes.map(plain)),
    new Set(own.phones.map(digitsOf)),
    new Set(own.emails.map(plain)),
  ];
  const knownPhones = new Set(others.phones.map(digitsOf));
  const knownEmails = new Set(others.emails.map(plain));

  const isIn = (by: Map<string, Stem[]>, word: string): boolean => {
    const small = word.toLocaleLowerCase('fi');
    const isCapital = word.charAt(0) !== small.charAt(0);
    return (by.get(small.slice(0, 2)) ?? []).some(
      ({ stem, isShort }) => (isCapital || !isShort) && isBentFrom(small, stem),
    );
  };
  function* byPattern(text: string): Generator<Found> {
    for (const [pattern, because, isOf] of [
      [CODE, 'identityCode', (one: string) => !codes.has(plain(one))],
      [
        EMAIL,
        'email',
        (one: string) => !emails.has(plain(one)) && isSaid(text, one, knownEmails.has(plain(one))),
      ],
      [
        PHONE,
        'phone',
        (one: string) => !phones.has(digitsOf(one)) && isSaid(text, one, knownPhones.has(digitsOf(one))),
      ],
      [STREET, 'address', (one: string) => !isOwnStreet(one) && isSaid(text, one, false)],
    ] as const) {
      for (const { 0: one, index } of text.matchAll(pattern)) {
        if (isOf(one)) yield { from: index, to: index + one.length, because };
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
      }
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
