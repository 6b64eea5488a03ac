import { describe, expect, test } from 'vitest';
import { beginningsOf, passageOf, textsOf, wordsOf } from '../../../shared/domain/words/words.ts';

describe('words of a text', () => {
  test('are what a reader would look for: small letters, each once, in order', () => {
    expect(wordsOf(['Äiti kertoi: äiti ja ISÄ riitelivät.'])).toEqual([
      'isä',
      'ja',
      'kertoi',
      'riitelivät',
      'äiti',
    ]);
  });

  test('keep å, ä and ö, and find é as e', () => {
    expect(wordsOf(['Ångström café Öömi'])).toEqual(['cafe', 'ångström', 'öömi']);
  });

  test('of the same letters written in two ways are one', () => {
    expect(wordsOf(['a\u0308iti'])).toEqual(wordsOf(['\u00e4iti']));
  });

  test('hold numbers and codes, and no single letter', () => {
    expect(wordsOf(['a 2026 240312A9078'])).toEqual(['2026', '240312a9078']);
  });

  test('stand in every text of a content, however deep', () => {
    expect(textsOf({ a: 'yksi', b: [{ c: 'kaksi' }, 3, null], d: true })).toEqual(['yksi', 'kaksi']);
  });
});

describe('a question', () => {
  test('asks its longest words first and no more than eight', () => {
    expect(beginningsOf('a bb ccc dddd')).toEqual(['dddd', 'ccc', 'bb']);
    expect(beginningsOf('aa bb cc dd ee ff gg hh ii jj')).toHaveLength(8);
  });
});

describe('a passage', () => {
  const texts = [
    'Ensin puhuttiin kodista.',
    `${'alku '.repeat(40)}koulussa on ollut poissaoloja ${'loppu '.repeat(40)}`,
  ];

  test('shows where the first of the words stands, with what is around it', () => {
    const passage = passageOf(texts, ['koulu', 'poissa', 'kodi']);
    expect(passage).toMatch(/^….*koulussa on ollut poissaoloja.*…$/);
    expect(passage?.length).toBeLessThan(150);
  });

  test('is none unless every word begins one of the texts’ words', () => {
    expect(passageOf(texts, ['koulu', 'vanhempi'])).toBeUndefined();
    expect(passageOf(texts, ['oulu'])).toBeUndefined();
    expect(passageOf(texts, [])).toBeUndefined();
  });
});
