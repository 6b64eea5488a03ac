import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf } from '../../../shared/domain/data-subject-requests/pointing/found-in-text.ts';
import { GatheredMarks } from '../../../shared/domain/data-subject-requests/pointing/known-people.ts';

/** Names of every type of Finnish noun, made up and bent by the tables of a grammar: each form of each is pointed out. */

type Name = { given?: string; family?: string };
const findOf = (others: Name, own: Name = {}) => {
  const [known, asks] = [new GatheredMarks(), new GatheredMarks()];
  known.add(others);
  asks.add(own);
  return finderOf({ own: asks.all(), others: known.all() });
};
const found = (text: string, others: Name, own?: Name): string[] =>
  findOf(others, own)(text).map(({ from, to }) => text.slice(from, to));
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('fi') + word.slice(1);

const syllable = fc
  .tuple(fc.constantFrom('l', 'm', 'r', 's', 'h', 'v', 'j'), fc.constantFrom('a', 'o', 'u'))
  .map((parts) => parts.join(''));
const syllables = (least: number) =>
  fc.array(syllable, { minLength: least, maxLength: 3 }).map((parts) => parts.join(''));
/** Astevaihtelu: consonants before an open syllable, and before a closed one. */
const grades = fc.constantFrom(
  ...'kk:k pp:p tt:t mp:mm nk:ng nt:nn lt:ll rt:rr ht:hd p:v t:d k: lk:l rk:r hk:h st:st sk:sk ks:ks'
    .split(' ')
    .map((pair) => pair.split(':')),
);

type Bent = { name: string; forms: string[] };
const bent = (name: string, forms: readonly string[]): Bent => ({ name, forms: [name, ...forms] });
const on = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + ending);

/** Pekka, Pekan, Pekkaa; Matti, Matin; Lahti, Lahden. */
const inVowel = fc
  .tuple(syllables(1), grades, fc.constantFrom('a', 'o', 'u', 'i'))
  .map(([begins, [strong = '', weak = ''], vowel]) => {
    const [open, closed] = [`${begins}${strong}${vowel}`, `${begins}${weak}${vowel}`];
    return bent(open, [...on(open, `a ${vowel}n na`), ...on(closed, 'n ssa sta lla lta lle ksi t')]);
  });
const inI = fc.tuple(syllables(1), grades).map(([begins, [strong = '', weak = '']]) => {
  const [open, closed] = [`${begins}${strong}e`, `${begins}${weak}e`];
  return bent(`${begins}${strong}i`, [...on(open, 'a en na'), ...on(closed, 'n ssa sta lla lta lle ksi t')]);
});
/** Rinne, Rinteen; Lumme, Lumpeen. The first form is the closed one. */
const opened = grades.filter(([strong, weak]) => weak !== '' && !/^[lrh]k$/.test(strong ?? ''));
const inE = fc
  .tuple(syllables(1), opened)
  .map(([begins, [strong = '', weak = '']]) =>
    bent(`${begins}${weak}e`, [
      ...on(`${begins}${weak}e`, 'tta'),
      ...on(`${begins}${strong}ee`, 'n ssa sta seen lla lta lle na ksi t'),
    ]),
  );
/** Kangas, Kankaan; Ratas, Rattaan. */
const inAs = fc
  .tuple(syllables(1), opened)
  .map(([begins, [strong = '', weak = '']]) =>
    bent(`${begins}${weak}as`, [
      ...on(`${begins}${weak}as`, 'ta'),
      ...on(`${begins}${strong}aa`, 'n ssa sta seen lla lta lle na ksi t'),
    ]),
  );
/** Virtanen, Virtasen, Virtasten. */
const inNen = syllables(2).map((begins) =>
  bent(
    `${begins}nen`,
    on(`${begins}s`, 'en ta essa esta een ella elta elle ena eksi et ten ia issa illa ille'),
  ),
);
/** Markus, Markuksen; Hannes. */
const inUs = fc
  .tuple(syllables(1), fc.constantFrom('nu', 'nne', 'ni'))
  .map(([begins, ends]) =>
    bent(`${begins}${ends}s`, [
      ...on(`${begins}${ends}s`, 'ta'),
      ...on(`${begins}${ends}ks`, 'en essa esta een ella elta elle ena eksi et'),
    ]),
  );
/** Lindberg, Lindbergin. */
const inConsonant = fc
  .tuple(syllables(1), fc.constantFrom('nd', 'mberg', 'm', 'd', 'ck'))
  .map(([begins, ends]) =>
    bent(begins + ends, on(begins + ends, 'in ia issa ista iin illa ilta ille ina iksi s')),
  );

const types = { inVowel, inI, inE, inAs, inNen, inUs, inConsonant };

describe('a name is found in each of its cases, with what is hung on it', () => {
  test.each(Object.entries(types))('%s', (_type, names) => {
    fc.assert(
      fc.property(names, fc.constantFrom('', 'kin', 'kaan', 'ko', 'han'), ({ name, forms }, hung) => {
        fc.pre(name.length > 3);
        for (const form of forms) {
          const word = capital(form) + hung;
          expect(found(`Eilen ${word} soitti.`, { given: capital(name) }), `${name}: ${word}`).toEqual([
            word,
          ]);
          // The person's own name points out nobody.
          expect(found(`Eilen ${word} soitti.`, { given: capital(name) }, { given: capital(name) })).toEqual(
            [],
          );
        }
      }),
    );
  });
});

const LETTERS = fc.constantFrom(...Array.from('aeioupktlmnrs'));
/** One letter wrong inside the word: another, one missing, one too many, or two that changed places. */
const misspelt = (word: string, at: number, how: number, letter: string): string => {
  const rest = word.slice(at + 1);
  const here = word.charAt(at);
  if (how === 0) return word.slice(0, at) + letter + rest;
  if (how === 1) return word.slice(0, at) + rest;
  if (how === 2) return word.slice(0, at) + letter + here + rest;
  return word.slice(0, at) + rest.charAt(0) + here + rest.slice(1);
};

test('a name of five letters or more is found with one letter wrong inside, and is then not somebody else’s', () => {
  fc.assert(
    fc.property(inNen, fc.nat(), fc.nat(3), LETTERS, ({ name, forms }, where, how, letter) => {
      for (const form of forms) {
        const word = capital(misspelt(form, 1 + (where % (name.length - 5)), how, letter));
        expect(found(`Eilen ${word} soitti.`, { family: capital(name) }), `${name}: ${word}`).toEqual([word]);
        if (form !== name || word === capital(name)) continue;
        // Whoever is really called so is somebody else.
        expect(found(`Eilen ${word} soitti.`, { family: capital(name) }, { family: word })).toEqual([]);
      }
    }),
  );
});

describe('initials of somebody whom the file knows', () => {
  const aino = { given: 'Aino Maria', family: 'Virtanen' };
  const vaino = { given: 'Väinö', family: 'Virtanen' };
  test.each([
    'V.V.',
    'V. V.',
    'V.V:n',
    'V. V.:lle',
    'VV:n',
    'VV',
    'V. Virtanen',
    'V.Virtasen',
    'Virtanen V.',
  ])('are found as %s, also where the family name is the person’s own', (written) => {
    expect(found(`Eilen ${written} soitti.`, vaino, aino)).toEqual([written]);
  });

  test.each(['A.V.', 'A.M.V.', 'M. Virtanen', 'A. Virtanen', 'Virtanen A.', 'AV:n', 'Virtanen'])(
    'are not the person’s own: %s',
    (written) => expect(found(`Eilen ${written} soitti.`, vaino, aino)).toEqual([]),
  );

  test.each(['VV-raportti', 'WV.', 'v.v.', 'AVV', 'K. Virtanen', 'V. Koulu', '1.V.V.2026'])(
    'are not those of nobody: %s',
    (written) => expect(found(`Eilen ${written} soitti.`, vaino, aino)).toEqual([]),
  );

  test('are those of each given name with the family name, and of all of them', () => {
    const known = new GatheredMarks();
    known.add(aino);
    known.add({ given: 'Elli Satunen' });
    known.add({ given: 'Yksin' });
    expect(known.all().initials).toEqual(['av', 'mv', 'amv', 'es']);
  });
});
