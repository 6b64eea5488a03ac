import type { Field, GroupField } from '../definition.ts';
import { printWord } from './print-words.ts';
import { hasContent, itemsOf, memberOf, type Path, type Reader } from './reader.ts';
import { labelOf, shownValue } from './shown-value.ts';

/** Groups that people say in a few lines and not as a form: a person, an address, a period. */
const SAID_IN_LINES = new Set([
  'sukunimi',
  'organisaation_nimi',
  'lahiosoite',
  'puhelinnumero',
  'alkamispaiva',
  'alkamishetki',
]);
/** What needs no label beside a name. */
const PLAIN = new Set(['tehtavanimike', 'palveluyksikko', 'organisaatio', 'organisaation_nimi', 'nimi']);
/** Parts of one line, in the order in which they are said. */
const COMPOUNDS: readonly { keys: readonly string[]; say: (parts: readonly string[]) => string }[] = [
  { keys: ['etunimet', 'sukunimi'], say: (parts) => given(parts).join(' ') },
  {
    keys: ['lahiosoite', 'postinumero', 'postitoimipaikka'],
    say: ([street = '', code = '', office = '']) =>
      given([street, given([code, office]).join(' ')]).join(', '),
  },
  { keys: ['alkamispaiva', 'paattymispaiva'], say: ([from = '', to = '']) => `${from}–${to}` },
  { keys: ['alkamishetki', 'paattymishetki'], say: ([from = '', to = '']) => `${from}–${to}` },
];
const given = (parts: readonly string[]): string[] => parts.filter((part) => part !== '');

/** Longer than this it is a text, and a group with more lines is a form. */
const LINE = 120;
const LINES = 8;

/** The lines of a group; undefined where it is a form with headings of its own. */
export function linesOf(group: GroupField, value: unknown, path: Path, reader: Reader): string[] | undefined {
  if (!group.fields.some(({ key }) => SAID_IN_LINES.has(key))) return undefined;
  const lines: string[] = [];
  const said = new Set<string>();
  for (const field of group.fields) {
    if (said.has(field.key)) continue;
    const below = [...path, field.key];
    const member = memberOf(value, field.key);
    const because = reader.hidden.at(below);
    if (because !== undefined) {
      lines.push(`${labelOf(field, reader.language)}: ${printWord(because, reader.language)}`);
      continue;
    }
    const compound = COMPOUNDS.find(({ keys }) => keys.includes(field.key));
    if (compound !== undefined) {
      const shown = compound.keys.filter((key) => reader.hidden.at([...path, key]) === undefined);
      for (const key of shown) said.add(key);
      const parts = compound.keys.map((key) =>
        shown.includes(key) ? leafIn(group, value, key, reader) : '',
      );
      if (parts.some((part) => part !== '')) lines.push(compound.say(parts));
      continue;
    }
    if (!hasContent(member) && !reader.hidden.below(below)) continue;
    const more =
      field.type === 'group' ? groupLines(field, member, below, reader) : leafLines(field, member, reader);
    if (more === undefined) return undefined;
    lines.push(...more);
  }
  const isShort = lines.length <= LINES && lines.every((line) => line.length <= LINE && !line.includes('\n'));
  return isShort ? lines : undefined;
}

function leafIn(group: GroupField, value: unknown, key: string, { language, find }: Reader): string {
  const field = group.fields.find((candidate) => candidate.key === key);
  const member = memberOf(value, key);
  if (field === undefined || field.type === 'group' || !hasContent(member)) return '';
  return shownValue(field, member, language, find);
}

function leafLines(field: Exclude<Field, GroupField>, value: unknown, { language, find }: Reader): string[] {
  const label = PLAIN.has(field.key) ? '' : `${labelOf(field, language)}: `;
  return given(itemsOf(value).map((item) => shownValue(field, item, language, find))).map(
    (text) => `${label}${text}`,
  );
}

/** Contact data are said without a heading of theirs, an address in one line behind its label. */
function groupLines(group: GroupField, value: unknown, path: Path, reader: Reader): string[] | undefined {
  const lines: string[] = [];
  const items = group.repeats === true ? itemsOf(value) : [value];
  for (const [place, item] of items.entries()) {
    const more = linesOf(group, item, group.repeats === true ? [...path, String(place)] : path, reader);
    if (more === undefined) return undefined;
    if (more.length === 0) continue;
    lines.push(
      ...(group.key === 'yhteystiedot' ? more : [`${labelOf(group, reader.language)}: ${more.join(', ')}`]),
    );
  }
  return lines;
}
