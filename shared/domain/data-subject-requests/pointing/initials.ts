/** Somebody told of by initials: «A.V.», «A. V:n», «AV:lle», «A. Virtanen», «Virtanen A.». */

type Place = { from: number; to: number };

const DOTTED = /(?<![\p{L}\d.])\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}(?![\p{L}\d])\.?(?::\p{Ll}+)?/gu;
const TOGETHER = /(?<![\p{L}\d.:/-])\p{Lu}{2,3}(?::\p{Ll}+)?(?![\p{L}\d/-])/gu;
const BEFORE_NAME = /(?<![\p{L}\d.])\p{Lu}\.\s?(?:\p{Lu}\.\s?)?(?<name>\p{Lu}\p{Ll}[\p{L}-]*)/gu;
const AFTER_NAME = /(?<![\p{L}-])(?<name>\p{Lu}\p{Ll}[\p{L}-]*)\s\p{Lu}\.(?![\p{L}\d])/gu;

const lettersOf = (text: string): string =>
  text
    .replace(/:\p{Ll}+$/u, '')
    .replaceAll(/[^\p{Lu}]/gu, '')
    .toLocaleLowerCase('fi');

/**
 * @param isOther whether these initials, that of the family name last, are of somebody other than the person.
 * @param isName whether a word is a name of anybody whom the file knows: a sibling's family name is the person's own.
 */
export function* byInitials(
  text: string,
  isOther: (initials: string) => boolean,
  isName: (word: string) => boolean,
): Generator<Place> {
  for (const pattern of [DOTTED, TOGETHER]) {
    for (const { 0: one, index } of text.matchAll(pattern)) {
      if (isOther(lettersOf(one))) yield { from: index, to: index + one.length };
    }
  }
  for (const { 0: one, index, groups } of text.matchAll(BEFORE_NAME)) {
    const name = groups?.['name'] ?? '';
    const initials = lettersOf(one.slice(0, -name.length + 1));
    if (isName(name) && isOther(initials)) yield { from: index, to: index + one.length };
  }
  for (const { 0: one, index, groups } of text.matchAll(AFTER_NAME)) {
    const name = groups?.['name'] ?? '';
    const initials = lettersOf(one.slice(name.length)) + name.charAt(0).toLocaleLowerCase('fi');
    if (isName(name) && isOther(initials)) yield { from: index, to: index + one.length };
  }
}
