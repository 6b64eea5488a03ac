/** What a text says, as a reader would look for it: whole words in small letters, å, ä and ö kept. */

const LONGEST = 40;
const SHORTEST = 2;
/** A question of more words than this asks no more than its first ones. */
const MOST_ASKED = 8;

const NOT_A_WORD = /[^\p{L}\p{N}]+/u;
/** Letters of the alphabet that is told by bytes, and å, ä and ö. */
const KEPT = /[ -~åäö]/u;

/** é is found as e: but å, ä and ö are letters of their own. */
const plain = (letter: string): string =>
  KEPT.test(letter) ? letter : letter.normalize('NFD').replaceAll(/\p{M}/gu, '');

const inSmallLetters = (text: string): string =>
  Array.from(text.normalize('NFKC').toLocaleLowerCase('fi').normalize('NFC'), plain).join('');

const split = (text: string): string[] =>
  inSmallLetters(text)
    .split(NOT_A_WORD)
    .filter((word) => word.length >= SHORTEST)
    .map((word) => word.slice(0, LONGEST));

/** Every word of the texts once, in order. */
export const wordsOf = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(split))].toSorted();

/** Beginnings of words: Finnish bends the ends, so that `koulu` finds `koulussa`. Longer ones say more and come first. */
export const beginningsOf = (question: string): string[] =>
  [...new Set(split(question))].toSorted((a, b) => b.length - a.length).slice(0, MOST_ASKED);

/** Every text that stands somewhere in a content. */
export function textsOf(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  if (typeof content !== 'object' || content === null) return [];
  return Object.values(content).flatMap(textsOf);
}

const AROUND = 60;

/**
 * The place of a text where the first of the beginnings stands, with what is around it.
 * @returns undefined unless each of the beginnings stands somewhere in the texts.
 */
export function passageOf(texts: readonly string[], beginnings: readonly string[]): string | undefined {
  const words = wordsOf(texts);
  const stands = (beginning: string): boolean => words.some((word) => word.startsWith(beginning));
  const [first] = beginnings;
  if (first === undefined || !beginnings.every(stands)) return undefined;
  for (const text of texts) {
    const at = placeOf(text, first);
    if (at === undefined) continue;
    const from = Math.max(0, at - AROUND);
    const until = at + first.length + AROUND;
    const passage = text.slice(from, until).replaceAll(/\s+/gu, ' ').trim();
    return `${from > 0 ? '…' : ''}${passage}${until < text.length ? '…' : ''}`;
  }
  return undefined;
}

function placeOf(text: string, beginning: string): number | undefined {
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (inSmallLetters(word).startsWith(beginning)) return index;
  }
  return undefined;
}
