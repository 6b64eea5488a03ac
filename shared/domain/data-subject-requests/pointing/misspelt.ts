import { isEnding } from './name-stems.ts';

/** Names in which one letter is wrong: only of names so long that hardly another word is so near. */

const SHORTEST = 5;

export const mayBeMisspelt = (name: string, stem: string): boolean =>
  name.length >= SHORTEST && stem.length >= SHORTEST;

/** Whether two words differ by one letter that is another, missing or too many, or by two that changed places. */
function differsByOne(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [left, right] = [one.slice(at), other.slice(at)];
  if (left === '' && right === '') return false;
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (isSwapped && left.length > 1)
  );
}

/**
 * Whether a word, in small letters, is a bent name of this stem with one letter wrong inside: a first or last letter that is
 * another makes another name or another ending (Laine, Laina).
 */
export const isMisspeltFrom = (word: string, stem: string): boolean =>
  word[0] === stem[0] &&
  [stem.length - 1, stem.length, stem.length + 1].some((length) => {
    const begins = word.slice(0, length);
    return (
      begins.length === length &&
      begins.at(-1) === stem.at(-1) &&
      isEnding(word.slice(length)) &&
      differsByOne(begins, stem)
    );
  });
