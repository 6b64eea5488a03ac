/** Words as a narrative has them: few that stand everywhere, very many that stand seldom (Zipf), always the same ones. */
const SIZE = 40_000;
/** Different words of one document. */
const OF_A_DOCUMENT = 150;

const ONSETS = ['k', 't', 's', 'p', 'l', 'm', 'n', 'r', 'v', 'h', 'j', ''];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'aa', 'ii', 'uo', 'ie', 'äi', 'oi'];
const ENDS = ['', 'n', 'ssa', 'lle', 'sta', 'a', 'ksi', 'mme', 't', 'nen'];

/** Numbers from 0 to 1 that are the same in every run. */
function steady(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function words(): string[] {
  const next = steady(40_000);
  const one = (of: readonly string[]): string => of[Math.floor(next() * of.length)] ?? '';
  const made = new Set<string>();
  while (made.size < SIZE) {
    const syllables = Array.from({ length: 2 + Math.floor(next() * 4) }, () => one(ONSETS) + one(VOWELS));
    made.add(syllables.join('') + one(ENDS));
  }
  return [...made];
}

/** One document's words after another. */
export function* documentsWords(): Generator<string[], never> {
  const vocabulary = words();
  const next = steady(150);
  const reach: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= SIZE; rank += 1) {
    sum += 1 / rank;
    reach.push(sum);
  }
  for (;;) {
    const drawn = new Set<string>();
    while (drawn.size < OF_A_DOCUMENT) drawn.add(vocabulary[placeOf(reach, next() * sum)] ?? '');
    yield [...drawn].toSorted();
  }
}

/** The first place whose sum reaches so far. */
function placeOf(reach: readonly number[], far: number): number {
  let from = 0;
  let end = reach.length - 1;
  while (from < end) {
    const middle = (from + end) >> 1;
    if ((reach[middle] ?? far) < far) from = middle + 1;
    else end = middle;
  }
  return from;
}
