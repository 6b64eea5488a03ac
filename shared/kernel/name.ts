/**
 * Names as they are searched. A name is cut into parts; each part leaves a few prefixes, its
 * tokens, which are stored under a keyed MAC and never in clear; a search looks up the tokens of
 * its longest word and judges the names of the hits.
 */

// Letters that Unicode does not take apart. As Finnish alphabetical order has them: æ with ä, ø with ö.
const UNDIVIDED: Readonly<Record<string, string>> = {
  æ: 'ä',
  ø: 'ö',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ı: 'i',
  œ: 'oe',
};

/**
 * The parts of a name or of search words: lower case, cut at spaces, hyphens and other marks,
 * apostrophes dropped (O'Brien is obrien). å, ä and ö are letters of their own; every other
 * diacritic is folded (é is e, š is s, ü is u).
 */
export function nameParts(text: string): string[] {
  return text
    .normalize('NFC')
    .replaceAll('´', "'") // NFKC would make it a space
    .normalize('NFKC')
    .toLocaleLowerCase('fi')
    .normalize('NFD')
    .replace(/(a\u030a|a\u0308|o\u0308)|\p{M}/gu, '$1')
    .normalize('NFC')
    .replace(/['’‘ʼʹ`]/gu, '')
    .replace(/[æøßđðþłħŋŧıœ]/gu, (letter) => UNDIVIDED[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

/**
 * The lengths of tokens. A search word is looked up by the longest of these that it covers (`virta`
 * by `virt`), so a name needs these prefixes and no others: three a part, and any prefix of three
 * letters or more is found. Four is there because a word alone has at least four letters.
 */
const TOKEN_LENGTHS = [3, 4, 6] as const;
const SHORTEST = TOKEN_LENGTHS[0];

const startOf = (part: string, letters: number): string => Array.from(part).slice(0, letters).join('');
const lengthOf = (part: string): number => Array.from(part).length;

/** The stored prefixes of a part; a part of one or two letters is its own. */
function prefixesOf(part: string): string[] {
  const prefixes = TOKEN_LENGTHS.filter((length) => length <= lengthOf(part)).map((length) =>
    startOf(part, length),
  );
  return prefixes.length === 0 ? [part] : prefixes;
}

/** The one token a part has when its bearer has too many parts; no ordinary token begins so. */
const crowdedTokenOf = (part: string): string => `~${startOf(part, SHORTEST)}`;

/**
 * The tokens of a person with these names (current and former together), without repeats, at most
 * `atMost`. When all prefixes of all parts fit (24 hold any eight parts), those; when they don't,
 * one crowded token a part, so that no part is left out for the sake of another. Every search asks
 * for the crowded token too, and so misses neither. Only a person with more than `atMost` parts
 * that begin differently is found by the first ones alone.
 */
export function searchTokensOf(names: readonly string[], atMost = 24): string[] {
  const parts = [...new Set(names.flatMap(nameParts))];
  const tokens = [...new Set(parts.flatMap(prefixesOf))];
  if (tokens.length <= atMost) return tokens;
  return [...new Set(parts.map(crowdedTokenOf))].slice(0, atMost);
}

/**
 * What to ask for. Look up every one of `tokens` (none without words, else two), join the hits, and
 * keep those whose name `matchesName(parts, names)`. The tokens come from the longest word, the
 * first of equals. A word of one or two letters is a token only if no word is longer, and then
 * finds only a name that is so written whole (Bo Ek).
 */
export function queryTokensOf(words: string): { parts: string[]; tokens: string[] } {
  const parts = nameParts(words);
  const [longest] = parts.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (longest === undefined) return { parts, tokens: [] };
  return { parts, tokens: [prefixesOf(longest).at(-1) ?? longest, crowdedTokenOf(longest)] };
}

/** Enough to search with: two words, or one of at least four letters. */
export function isSearchable(words: string): boolean {
  const parts = nameParts(words);
  return parts.length >= 2 || parts.some((part) => lengthOf(part) >= 4);
}

/**
 * True when every searched part begins a name part of its own, in any order. The longest is placed
 * first: whatever a longer one begins its shorter ones begin too, so that no choice shuts another out.
 */
export function matchesName(queryParts: readonly string[], names: readonly string[]): boolean {
  const free = names.flatMap(nameParts);
  return queryParts
    .toSorted((a, b) => b.length - a.length)
    .every((wanted) => {
      const place = free.findIndex((part) => part.startsWith(wanted));
      if (place >= 0) free.splice(place, 1);
      return place >= 0;
    });
}
