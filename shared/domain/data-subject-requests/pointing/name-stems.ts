/**
 * Names as they stand in Finnish sentences: bent by case, with the consonants that change and the endings that come after.
 * It points a reader to a place and decides nothing, so it rather finds too much than too little.
 */

const VOWEL = /[aeiouyäöå]$/u;

type Changes = readonly (readonly [RegExp, string])[];

/** Consonants before the last vowel as they are in a closed syllable: Pekka, Pekan; Lahti, Lahden; Mäki, Mäen. */
const WEAK: Changes = [
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
  [/hk$/, 'h'],
  [/(?<![sht])k$/, ''],
  [/(?<!s)p$/, 'v'],
  [/(?<!s)t$/, 'd'],
];

/** The same the other way, in names whose first form is the closed one: Rinne, Rinteen; Kangas, Kankaan; Manner, Mantereen. */
const STRONG: Changes = [
  [/nn$/, 'nt'],
  [/mm$/, 'mp'],
  [/ll$/, 'lt'],
  [/rr$/, 'rt'],
  [/ng$/, 'nk'],
  [/hd$/, 'ht'],
  [/(?<=[aeiouyäö])v$/, 'p'],
  [/(?<=[aeiouyäö])d$/, 't'],
  [/(?<=[aeiouyäölnr])([kpt])$/, '$1$1'],
];

const changedBy = (changes: Changes, base: string): string[] => {
  const found = changes.find(([ending]) => ending.test(base));
  return found === undefined ? [base] : [base, base.replace(found[0], found[1])];
};

/** Names in -si that were once in -ti: Kansi, Kannen, Kantta; Varsi, Varren; Susi, Suden. */
const IN_SI: Changes = [
  [/nsi$/, 'nn'],
  [/lsi$/, 'll'],
  [/rsi$/, 'rr'],
  [/(?<=[aeiouyäö])si$/, 'd'],
];

/** Plurals: Nivaloiden, Pekkoja; Mäkelöiden; Kuuselien. */
const pluralsOf = (base: string, last: string): string[] => {
  if (last === 'a') return [`${base}oi`, `${base}oj`, ...(base.length > 4 ? [`${base}i`] : [])];
  if (last === 'ä') return [`${base}öi`, `${base}öj`, ...(base.length > 4 ? [`${base}i`] : [])];
  return last === 'i' ? [`${base}ej`] : [`${base}${last}j`];
};

function* vowelStems(whole: string): Generator<string> {
  const [base, last] = [whole.slice(0, -1), whole.at(-1) ?? ''];
  for (const one of changedBy(WEAK, base)) {
    yield `${one}${last}`;
    if (last === 'i') yield `${one}e`;
    yield* pluralsOf(one, last);
  }
  if (last === 'e') for (const one of changedBy(STRONG, base)) yield `${one}e`;
  // Suku, Suvun.
  if (/uku$|yky$/.test(whole)) yield `${whole.slice(0, -2)}v${last}`;
  // Kurki, Kurjen; Jälki, Jäljen.
  if (/[rlh]k[ie]$/.test(whole)) yield `${whole.slice(0, -2)}je`;
  // Saari, Saarta; Niemi, Nientä.
  if (/[aeiouyäö][lnr]i$/.test(whole)) yield `${base}t`;
  if (whole.endsWith('mi')) yield `${whole.slice(0, -2)}nt`;
  const ofSi = IN_SI.find(([ending]) => ending.test(whole));
  if (ofSi !== undefined) {
    const before = whole.slice(0, -2);
    yield* [`${whole.replace(ofSi[0], ofSi[1])}e`, `${before}te`, `${before}t`];
  }
}

/** With what a name may begin when it is bent: Virtanen and Virtas-, Matti and Mati-, Niemi and Nieme-, Hannes and Hannekse-. */
export function stemsOf(name: string): string[] {
  const whole = name.toLocaleLowerCase('fi');
  const stems = new Set([whole]);
  if (whole.endsWith('nen')) stems.add(`${whole.slice(0, -3)}s`);
  else if (/[aäeiouyö]s$/u.test(whole)) {
    stems.add(`${whole.slice(0, -1)}ks`);
    const vowel = whole.at(-2) ?? '';
    for (const one of changedBy(STRONG, whole.slice(0, -2))) stems.add(`${one}${vowel}${vowel}`);
  } else if (/[aeä][lr]$/u.test(whole)) {
    for (const one of changedBy(STRONG, whole.slice(0, -2))) stems.add(`${one}${whole.slice(-2)}`);
  } else if (VOWEL.test(whole)) for (const stem of vowelStems(whole)) stems.add(stem);
  return [...stems].filter((stem) => stem.length > 1);
}

const CASE =
  'n|t|s|a|ä|ta|tä|ss[aä]|st[aä]|h?[aeiouyäö]n|ll[aä]|lt[aä]|lle|n[aä]|ksi|kse|seen|siin|tt[aä]|j[aä]|jen|ien|iden|itten|ten|in|si|den|ne';
const ENDING = new RegExp(
  `^[ie]{0,2}(?:${CASE})?(?:ni|si|ns[aä]|mme|nne|[aä]n|en)?(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)*$`,
  'u',
);

/** Whether what comes after a stem is an ending. */
export const isEnding = (rest: string): boolean => ENDING.test(rest);

/** Whether a word of a text, in small letters, is a name that has this stem. */
export const isBentFrom = (word: string, stem: string): boolean =>
  word.startsWith(stem) && isEnding(word.slice(stem.length));
