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

/** The longest first, so that a passage within another leaves nothing of it. */
export const without = (passages: readonly string[]) => {
  const sorted = passages.toSorted((a, b) => b.length - a.length);
  return (text: string): string =>
    sorted.reduce((rest, passage) => rest.replaceAll(passage, TAKEN_OUT), text);
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

/** An entry without the passages that its writer marked as others' (254/2015 § 20), and without whom they tell of. */
export function withoutMarked(content: Content): Content {
  const change = without(content.thirdPersons.map(({ passage }) => passage));
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

/** A content without whoever notified: the person's own copy never tells it, unless somebody has seen that it may. */
export function withoutNotifier(value: Json): { value: Json; found: boolean } {
  if (Array.isArray(value)) {
    const all = value.map(withoutNotifier);
    return { value: all.map((one) => one.value), found: all.some((one) => one.found) };
  }
  if (typeof value !== 'object' || value === null) return { value, found: false };
  let found = false;
  const kept: Record<string, Json> = {};
  for (const [name, one] of Object.entries(value)) {
    if (NOTIFIER.test(name)) {
      found = true;
      continue;
    }
    const inner = withoutNotifier(one);
    found ||= inner.found;
    kept[name] = inner.value;
  }
  return { value: kept, found };
}
