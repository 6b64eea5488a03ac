import * as z from 'zod';
import { definitionOf } from '../../documents/catalogue.ts';
import { deliveredCodeList, type FindCodeList } from '../../documents/code-lists.ts';
import type { Definition } from '../../documents/definition.ts';
import { EntryTypeKey } from '../../documents/entry-type.ts';
import { ENTRY_TYPES } from '../../documents/entry-types.ts';
import type { LayoutNode, Print, PrintLanguage, Row } from '../../documents/render/layout.ts';
import { type PrintWord, printWord } from '../../documents/render/print-words.ts';
import { hiddenPlaces } from '../../documents/render/reader.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { sectionsOf } from '../../documents/render/sections.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import { labelOf } from '../../documents/render/shown-value.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';

import { type RowsNode, rowsIn } from '../data-subject-requests/package/rows-of.ts';
import type { DisclosedCopy } from './copy.ts';
import type { DisclosureItem } from './disclosure.ts';
import { COPY_WORDS, PURPOSE_WORDS } from './print-words.ts';
import { provisionOn } from './provisions.ts';

export type CopyPrinted = {
  item: DisclosureItem;
  copy: DisclosedCopy;
  /** Who is given it, by name. */
  recipient: string;
  authority: string;
  /** The definitions of the documents in it, by their OIDs. */
  definitions: ReadonlyMap<string, { definition: Definition; find: FindCodeList }>;
};

/**
 * The copy on paper, made of what is kept, with the authority’s name and the definitions as they are: it does not tell
 * who prints it, nor when. Its time is that of the sending; one that has not been sent says so on every page.
 */
export async function printOfCopy(facts: CopyPrinted, language: PrintLanguage): Promise<Print> {
  const rowsNode = await rowsIn(language);
  const { item, copy, recipient, authority } = facts;
  const { prepared, sent } = item;
  if (prepared === undefined) throw new Error('A copy was prepared.');
  const word = (name: keyof typeof COPY_WORDS): string => COPY_WORDS[name][language];
  const row = (name: keyof typeof COPY_WORDS, text: string): Row => ({
    label: word(name),
    paragraphs: paragraphsOf(text),
  });
  const at = sent?.at ?? prepared.at;
  return {
    language,
    title: word('title'),
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(language),
      state: sent === undefined ? word('notSent') : '',
      identifier: `${word('disclosure')} ${item.disclosureId}`,
      printed: shownTime(at, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: word('title') },
      {
        kind: 'rows',
        rows: [
          row('recipient', recipient),
          row('client', `${copy.client.given} ${copy.client.family}`),
          row('purpose', PURPOSE_WORDS[item.purpose][language]),
          row('ground', groundOf(prepared, language)),
          row('on', shownTime(sent?.on ?? prepared.at, language)),
        ],
      },
      { kind: 'paragraphs', paragraphs: [word('minimised'), word('bound')] },
      ...baseDataOf(copy, rowsNode, language),
      ...copy.documents.map((document) => documentOf(document, { ...facts, rowsNode }, language)),
      ...copy.notes.map((note) => entryOf(note, language)),
    ],
  };
}

function groundOf(
  { ground, provision, at }: NonNullable<DisclosureItem['prepared']>,
  language: PrintLanguage,
): string {
  if (ground.kind !== 'provision') return COPY_WORDS[ground.kind][language];
  const title = provisionOn(ground.key, helsinkiDateOf(at))?.title[language];
  return [title, provision].filter((part) => part !== undefined).join('\n');
}

function baseDataOf({ baseData }: DisclosedCopy, rowsNode: RowsNode, language: PrintLanguage): LayoutNode[] {
  const nodes = rowsNode(baseData);
  const heading: LayoutNode = { kind: 'heading', level: 2, text: COPY_WORDS.baseData[language] };
  return nodes.length === 0 ? [] : [{ kind: 'group', nodes: [heading, ...nodes] }];
}

function documentOf(
  { definition: oid, name, documentAt, content }: DisclosedCopy['documents'][number],
  { definitions, rowsNode }: CopyPrinted & { rowsNode: RowsNode },
  language: PrintLanguage,
): LayoutNode {
  const defined = definitions.get(oid);
  const title = defined === undefined ? shownText(name) : labelOf(defined.definition, language);
  return {
    kind: 'group',
    nodes: [
      { kind: 'heading', level: 2, text: `${title} ${shownTime(documentAt, language)}` },
      ...(defined === undefined ? rowsNode(content) : fieldsOf(defined, content, language)),
    ],
  };
}

const fieldsOf = (
  { definition, find }: { definition: Definition; find: FindCodeList },
  content: Readonly<Record<string, unknown>>,
  language: PrintLanguage,
): LayoutNode[] =>
  sectionsOf(
    definition.fields,
    content[definition.key],
    { path: [definition.key], level: 3 },
    { language, find, hidden: hiddenPlaces([], definition.key), blank: false },
  );

/** What an entry says, where it was not left out. */
const EntryWords = z.object({
  text: z.string().optional(),
  agreed: z.string().optional(),
  place: z.string().optional(),
  participants: z.array(z.string()).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

function entryOf(
  { entryType, eventAt, content }: DisclosedCopy['notes'][number],
  language: PrintLanguage,
): LayoutNode {
  const said = EntryWords.parse(content);
  const type = ENTRY_TYPES[EntryTypeKey.parse(entryType)];
  const definition = definitionOf(type.typeOid, type.version);
  const rows = (
    [
      ['text', said.text],
      ['agreed', said.agreed],
      ['place', said.place],
      ['participants', said.participants?.join('\n')],
    ] satisfies [PrintWord, string | undefined][]
  )
    .map(([label, text]) => ({ label: printWord(label, language), paragraphs: paragraphsOf(text ?? '') }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const reader = { language, find: deliveredCodeList, hidden: hiddenPlaces([], ''), blank: false };
  return {
    kind: 'group',
    nodes: [
      { kind: 'heading', level: 2, text: `${type[language]} ${shownTime(eventAt, language)}` },
      { kind: 'rows', rows },
      ...(definition === undefined
        ? []
        : sectionsOf(definition.fields, said.details, { path: [], level: 3 }, reader)),
    ],
  };
}
