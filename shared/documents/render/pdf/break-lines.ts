/** How wide a text is, in points. */
export type Measure = (text: string) => number;

/**
 * Breaks a paragraph into lines that fit. A word longer than a line is parted behind a sign within it, or with a
 * hyphen where a Finnish syllable begins (a consonant before a vowel, which Swedish words bear too), or anywhere.
 */
export function breakLines(paragraph: string, width: number, measure: Measure): string[] {
  const space = measure(' ');
  return paragraph.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    let used = 0;
    for (const word of line.split(' ')) {
      for (const [place, part] of partsThatFit(word, width, measure).entries()) {
        const wide = measure(part);
        const isFirst = current === '' || place > 0;
        if (!isFirst && used + space + wide <= width) {
          current = `${current} ${part}`;
          used += space + wide;
          continue;
        }
        if (current !== '') lines.push(current);
        current = part;
        used = wide;
      }
    }
    return [...lines, current];
  });
}

function partsThatFit(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = word;
  while (rest.length > 1 && measure(rest) > width) {
    const part = firstPart(rest, width, measure);
    parts.push(part.text);
    rest = rest.slice(part.taken);
  }
  return [...parts, rest];
}

/** Characters of an overlong word that one line is searched for at most. */
const LOOKED_AT = 400;
const AFTER_SIGN = /[-/–_@.=&?,;:]/;
const VOWEL = /[aeiouyåäöéü]/i;
const LETTER = /\p{L}/u;

function firstPart(word: string, width: number, measure: Measure): { text: string; taken: number } {
  let hard = 1;
  let atSign = 0;
  let atSyllable = 0;
  for (let taken = 1; taken < Math.min(word.length, LOOKED_AT); taken += 1) {
    // Never between the halves of one character.
    if (/[\uDC00-\uDFFF]/.test(word.charAt(taken))) continue;
    const part = word.slice(0, taken);
    if (measure(part) > width) break;
    hard = taken;
    if (AFTER_SIGN.test(word.charAt(taken - 1))) atSign = taken;
    if (beginsSyllable(word, taken) && measure(`${part}-`) <= width) atSyllable = taken;
  }
  if (atSign > 0 && atSign >= atSyllable - 12) return { text: word.slice(0, atSign), taken: atSign };
  if (atSyllable > 0) return { text: `${word.slice(0, atSyllable)}-`, taken: atSyllable };
  const isHalf = /[\uD800-\uDBFF]/.test(word.charAt(hard - 1));
  const taken = isHalf ? hard + 1 : hard;
  return { text: word.slice(0, taken), taken };
}

const beginsSyllable = (word: string, place: number): boolean =>
  place >= 2 &&
  place <= word.length - 2 &&
  LETTER.test(word.charAt(place - 1)) &&
  LETTER.test(word.charAt(place - 2)) &&
  LETTER.test(word.charAt(place)) &&
  !VOWEL.test(word.charAt(place)) &&
  VOWEL.test(word.charAt(place + 1));
