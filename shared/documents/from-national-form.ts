import * as z from 'zod';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { Instant, instantOf } from '../kernel/instant.ts';
import { CHANNELS, Coding, keyOfCoding, SERVICE_TASKS, SOCIAL_SERVICES } from './code-lists.ts';
import {
  authorOf,
  clientOf,
  type DocumentBase,
  type EntryNote,
  NationalAuthor,
  NationalClient,
  nationalAuthor,
  unitOf,
} from './entry-note.ts';
import type { SlotName } from './entry-slots.ts';
import { ENTRY_TYPES, entryTypeOfRoot } from './entry-types.ts';
import { removeAt, valueAt } from './path.ts';
import { slotsOf } from './to-national-form.ts';
import { isRecord } from './visit.ts';

const asList = (value: unknown): unknown => (Array.isArray(value) ? value : [value]);
const Codings = z.preprocess(asList, z.array(Coding).min(1));
const Clients = z.preprocess(asList, z.array(NationalClient).min(1));
const Authors = z.preprocess(asList, z.array(NationalAuthor).min(1));

/** Moments of any offset become our UTC form; days, months and years stay as they are. */
function timeOf(text: string): string {
  if (!text.includes('T') || Instant.safeParse(text).success) return text;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? text : instantOf(epochMs);
}

/**
 * A national entry as a case note: the way back from `toNationalForm`, for imports and for showing.
 * What the note has no word for (a code that is not in our lists, a field of one kind of entry) stays in
 * `details` as it was, so that nothing is lost. Undefined when the content is none of the fourteen.
 */
export function fromNationalForm(content: unknown): { note: EntryNote; base: DocumentBase } | undefined {
  const [root, ...others] = isRecord(content) ? Object.keys(content) : [];
  const entryType = root === undefined || others.length > 0 ? undefined : entryTypeOfRoot(root);
  const below = isRecord(content) && root !== undefined ? structuredClone(content[root]) : undefined;
  if (entryType === undefined || !isRecord(below)) return undefined;
  const type = ENTRY_TYPES[entryType];
  const slots = slotsOf(type, below);

  /** Takes the value out of the rest when it says something that we have a word for. */
  const take = <Found, Word>(
    path: string | undefined,
    schema: z.ZodType<Found>,
    wordOf: (found: Found) => Word | undefined,
  ) => {
    const found = path === undefined ? undefined : schema.safeParse(valueAt(below, path));
    const word = found?.success ? wordOf(found.data) : undefined;
    if (word !== undefined && path !== undefined) removeAt(below, path);
    return word;
  };
  const takeText = (name: SlotName): string | undefined =>
    take(slots[name]?.path, z.string(), (text) => text);
  const takeKeys = (name: SlotName, list: string, most: number): string[] | undefined =>
    take(slots[name]?.path, Codings, (codings) => {
      const keys = codings.map((coding) => keyOfCoding(list, coding)).filter((key) => key !== undefined);
      return keys.length === codings.length && keys.length <= most ? keys : undefined;
    });

  const serviceTask = takeKeys('serviceTask', SERVICE_TASKS, 1)?.[0];
  const socialServices = takeKeys('socialServices', SOCIAL_SERVICES, Number.POSITIVE_INFINITY);
  const channel = takeKeys('channel', CHANNELS, 1)?.[0];
  const eventFrom = takeText('eventFrom');
  const eventTo = takeText('eventTo');
  const participants = takeText('participants')?.split('\n');
  const place = takeText('place');
  const text = takeText('text');
  const agreed = takeText('agreed');

  const clients = take('asiakas', Clients, (people) => people.map(clientOf)) ?? [];
  const authors = take('laatija', Authors, (people) => people.map(authorOf)) ?? [];
  const date = take('paivamaara', z.string(), (day) => day);
  const unit = take(type.unitAt, Coding, unitOf);
  const author = authors[0];
  take(type.ownPersonAt, NationalAuthor, (person) =>
    author !== undefined && canonicalJson(person) === canonicalJson(nationalAuthor(author))
      ? person
      : undefined,
  );

  return {
    note: {
      entryType,
      ...(serviceTask !== undefined && { serviceTask }),
      ...(socialServices !== undefined && { socialServices }),
      ...(eventFrom !== undefined && { eventFrom: timeOf(eventFrom) }),
      ...(eventTo !== undefined && { eventTo: timeOf(eventTo) }),
      ...(participants !== undefined && { participants }),
      ...(channel !== undefined && { channel }),
      ...(place !== undefined && { place }),
      ...(text !== undefined && { text }),
      ...(agreed !== undefined && { agreed }),
      ...(Object.keys(below).length > 0 && { details: below }),
    },
    base: {
      clients,
      authors,
      ...(unit !== undefined && { unit }),
      ...(date !== undefined && { date }),
    },
  };
}
