/**
 * Names as they stand in Finnish sentences: bent by case, with the consonants that change and the endings that come after.
 * It points a reader to a place and decides nothing, so it rather finds too much than too little.
 */

const VOWEL = /[aeiouyäöå]$/u;

/** Consonants before the last vowel as they are in a closed syllable: Pekka, Pekan; Lahti, Lahden; Mäki, Mäen. */
const WEAK: readonly (readonly [RegExp, string])[] = [
  [/kk$/, 'k'],
  [/pp$/, 'p'],
  [/tt$/, 't'],
  [/mp$/, 'mm'],
  [/nk$/, 'ng'],
  [/nt$/, 'nn'],
  [/lt$/, 'll'],
  [/rt$/, 'rr'],
  [/ht$/, 'hd'],
  [/lk$/, 'l'],
  [/rk$/, 'r'],
  [/(?<![sht])k$/, ''],
  [/(?<!s)p$/, 'v'],
  [/(?<!s)t$/, 'd'],
];

function weakened(base: string): string | undefined {
  const found = WEAK.find(([ending]) => ending.test(base));
  return found === undefined ? undefined : base.replace(found[0], found[1]);
}

/** With what a name may begin when it is bent: Virtanen and Virtas-, Matti and Mati-, Niemi and Nieme-, Hannes and Hannekse-. */
export function stemsOf(name: string): string[] {
  const whole = name.toLocaleLowerCase('fi');
  const stems = new Set([whole]);
  if (whole.endsWith('nen')) stems.add(`${whole.slice(0, -3)}s`);
  else if (/[aäeiouyö]s$/u.test(whole)) {
    stems.add(`${whole.slice(0, -1)}ks`);
    stems.add(`${whole.slice(0, -1)}${whole.at(-2) ?? ''}`);
  } else if (VOWEL.test(whole)) {
    const [base, last] = [whole.slice(0, -1), whole.at(-1) ?? ''];
    const weak = weakened(base);
    for (const one of weak === undefined ? [base] : [base, weak]) {
      stems.add(`${one}${last}`);
      if (last === 'i') stems.add(`${one}e`);
    }
    if (whole.endsWith('rki')) stems.add(`${whole.slice(0, -2)}je`);
    if (whole.endsWith('si')) stems.add(`${whole.slice(0, -2)}de`);
  }
  return [...stems].filter((stem) => stem.length > 1);
}

const CASE =
  'n|t|s|a|ä|ta|tä|ss[aä]|st[aä]|h?[aeiouyäö]n|ll[aä]|lt[aä]|lle|n[aä]|ksi|kse|tt[aä]|j[aä]|jen|ien|iden|in|si|den|ne';
const ENDING = new RegExp(
  `^[ie]{0,2}(?:${CASE})?(?:ni|si|ns[aä]|mme|nne|[aä]n|en)?(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)*$`,
  'u',
);

/** Whether a word of a text, in small letters, is a name that has this stem. */
export const isBentFrom = (word: string, stem: string): boolean =>
  word.startsWith(stem) && ENDING.test(word.slice(stem.length));
