import type { Json } from '../../../kernel/json.ts';
import type { NoteView } from '../../case-notes/view.ts';

/** What stands where something was taken out. */
const TAKEN_OUT = '[…]';

/** Every text of a value changed by `change`; names of members stay. */
export function textsChanged(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => textsChanged(one, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, textsChanged(one, change)]));
  }
  return value;
}

/** Everywhere that a passage stands in a text. */
function placesOf(text: string, passage: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (passage === '') return found;
  for (let from = text.indexOf(passage); from >= 0; from = text.indexOf(passage, from + 1)) {
    found.push({ from, to: from + passage.length });
  }
  return found;
}

/** A text without the passages. Those that overlap are taken out as one: of neither is anything left. */
export const without =
  (passages: readonly string[]) =>
  (text: string): string => {
    const places = passages
      .flatMap((passage) => placesOf(text, passage))
      .toSorted((a, b) => a.from - b.from || a.to - b.to);
    let kept = '';
    let at = 0;
    for (const { from, to } of places) {
      if (from >= at) kept += text.slice(at, from) + TAKEN_OUT;
      at = Math.max(at, to);
    }
    return kept + text.slice(at);
  };

export const holds = (value: Json, passage: string): boolean => {
  let found = false;
  textsChanged(value, (text) => {
    found ||= text.includes(passage);
    return text;
  });
  return found;
};

type Content = NonNullable<NoteView['content']>;

/**
 * An entry without the passages that its writer marked as others' (254/2015 § 20), and without whom they tell of.
 * @param ofVersions what its other versions mark.
 */
export function withoutMarked(content: Content, ofVersions: readonly string[]): Content {
  const change = without([...content.thirdPersons.map(({ passage }) => passage), ...ofVersions]);
  const { agreed, place } = content;
  return {
    ...content,
    text: change(content.text),
    ...(agreed === undefined ? {} : { agreed: change(agreed) }),
    ...(place === undefined ? {} : { place: change(place) }),
    participants: content.participants.map(change),
    details: Object.fromEntries(
      Object.entries(content.details).map(([name, one]) => [name, textsChanged(one, change)]),
    ),
    thirdPersons: [],
  };
}

/** Groups of the national definitions that say who notified. */
const NOTIFIER = /^ilmoittaja/;

/** What tells where somebody lives or may be met (661/2009 § 36). The contact address is freely usable. */
const OF_DWELLING = new Set([
  'homeMunicipality',
  'temporaryMunicipality',
  'municipality',
  'addresses',
  'address',
  'phones',
  'phone',
  'emails',
  'email',
  'workplace',
  'organisation',
  'sameHousehold',
  'place',
]);

type Without = { value: Json; found: boolean };

/** A content without whoever notified: the person's own copy never tells it, unless somebody has seen that it may. */
export const withoutNotifier = (value: Json): Without => withoutMembers(value, (name) => NOTIFIER.test(name));

/** What is no document, without where anybody in it lives. */
export const withoutDwelling = (value: Json): Without =>
  withoutMembers(value, (name) => OF_DWELLING.has(name));

function withoutMembers(value: Json, isOut: (name: string) => boolean): Without {
  if (Array.isArray(value)) {
    const all = value.map((one) => withoutMembers(one, isOut));
    return { value: all.map((one) => one.value), found: all.some((one) => one.found) };
  }
  if (typeof value !== 'object' || value === null) return { value, found: false };
  let found = false;
  const kept: Record<string, Json> = {};
  for (const [name, one] of Object.entries(value)) {
    if (isOut(name)) {
      found = true;
      continue;
    }
    const inner = withoutMembers(one, isOut);
    found ||= inner.found;
    kept[name] = inner.value;
  }
  return { value: kept, found };
}
