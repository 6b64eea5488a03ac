import type { Finding } from '../../../kernel/finding.ts';
import type { Json } from '../../../kernel/json.ts';
import { finding } from './finding.ts';

/**
 * Each recipient's copy shows what that recipient may know: a part that is secret from one is taken out of that copy
 * alone, and where a person under a safety ban lives is on nobody else's (621/1999 11 §; 661/2009 37 §).
 */

/** What no copy can be without: what was decided and how to appeal. */
const NEVER_HIDDEN = /\/(ratkaisun_laji|muutoksenhaku|paatoksentekija|paatospaivamaara)(\/|$)/;

type Place = { pointer: string; value: Json };

const isRecord = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function* placesOf(value: Json, pointer = ''): Generator<Place> {
  const members: [string, Json][] = Array.isArray(value)
    ? value.map((one, nth) => [String(nth), one])
    : isRecord(value)
      ? Object.entries(value)
      : [];
  for (const [key, member] of members) {
    const at = `${pointer}/${key}`;
    yield { pointer: at, value: member };
    yield* placesOf(member, at);
  }
}

const isBelow = (pointer: string, above: string): boolean =>
  pointer === above || pointer.startsWith(`${above}/`);

/** Places that are to be hidden and do not stand in the content: a slip by which something would stay in. */
export function unknownPlaces(content: Json, hidden: readonly string[]): string[] {
  const known = new Set([...placesOf(content)].map(({ pointer }) => pointer));
  return hidden.filter((pointer) => !known.has(pointer));
}

/** What is hidden must stand in the document, and what makes it a decision stays. */
export function judgeHidden(content: Json, hidden: readonly string[]): Finding[] {
  const unknown = new Set(unknownPlaces(content, hidden));
  return hidden.flatMap((pointer, nth) => {
    if (unknown.has(pointer)) {
      return [
        finding('hiddenPlaceKnown', 'error', `/body/hidden/${nth}`, '621/1999 11 §', {
          fi: 'Kohtaa ei ole asiakirjassa.',
          sv: 'Stället finns inte i handlingen.',
          en: 'There is no such place in the document.',
        }),
      ];
    }
    if (!NEVER_HIDDEN.test(pointer)) return [];
    return [
      finding('decisionStays', 'error', `/body/hidden/${nth}`, '434/2003 44, 46–47 §', {
        fi: 'Ratkaisua, päättäjää tai muutoksenhakuohjetta ei voi peittää.',
        sv: 'Avgörandet, beslutsfattaren och besvärsanvisningen kan inte döljas.',
        en: 'The result, the decider and the guidance on appeal cannot be hidden.',
      }),
    ];
  });
}

const normal = (text: string): string => text.toLowerCase().replaceAll(/[\s-]+/g, ' ');

/**
 * Words that betray a protected place and still stand in the copy: an address written into the reasons. Such a copy
 * is not sent: the official takes the words out, or hides the place.
 */
export function revealing(
  content: Json,
  hidden: readonly string[],
  protectedWords: readonly string[],
): string[] {
  const words = protectedWords.map(normal).filter((word) => word.length >= 5);
  return [...placesOf(content)]
    .filter(({ value }) => typeof value === 'string' && words.some((word) => normal(value).includes(word)))
    .map(({ pointer }) => pointer)
    .filter((pointer) => !hidden.some((above) => isBelow(pointer, above)));
}

/** The content as its recipient's copy has it. A hidden member is gone; in a list its place stays, empty. */
export function redacted(content: Json, hidden: readonly string[]): Json {
  const isHidden = new Set(hidden);
  const walk = (value: Json, pointer: string): Json => {
    if (Array.isArray(value)) {
      return value.map((one, nth) =>
        isHidden.has(`${pointer}/${nth}`) ? emptyOf(one) : walk(one, `${pointer}/${nth}`),
      );
    }
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isHidden.has(`${pointer}/${key}`))
        .map(([key, member]) => [key, walk(member, `${pointer}/${key}`)]),
    );
  };
  return walk(content, '');
}

const emptyOf = (value: Json): Json => (isRecord(value) ? {} : '');
