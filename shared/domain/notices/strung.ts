import type { Sentence } from '../../kernel/finding.ts';
import { w } from './words.ts';

/** Several things as one reads them in a sentence. */

/** How the last of several is tied to those before it. */
export const AND = w(' ja ', ' och ', ' and ');
export const OR = w(' tai ', ' eller ', ' or ');

/** Several as one reads them: commas, and before the last the word of the language. */
const strung = (parts: readonly string[], between: Sentence, language: keyof Sentence): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${between[language]}${parts.at(-1)}`;

/** A title as it stands inside a sentence; what begins with an abbreviation stays as it is. */
export const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? `${title.charAt(0).toLocaleLowerCase('fi')}${title.slice(1)}` : title;

/** Coded values in one language, strung as one reads them. */
export const strungOf = <K extends string>(
  words: Readonly<Record<K, Sentence>>,
  values: readonly K[],
  between: Sentence,
  language: keyof Sentence,
): string =>
  strung(
    values.map((value) => words[value][language]),
    between,
    language,
  );

/** A list of coded values in one language. */
export const listOf = <K extends string>(
  words: Readonly<Record<K, Sentence>>,
  values: readonly K[],
  language: keyof Sentence,
): string => values.map((value) => words[value][language]).join(', ');
