import { definitionOf } from '../../documents/catalogue.ts';
import {
  CHANNELS,
  codeOf,
  deliveredCodeList,
  SERVICE_TASKS,
  SOCIAL_SERVICES,
} from '../../documents/code-lists.ts';
import { ENTRY_TYPES } from '../../documents/entry-types.ts';
import type { LayoutNode, Print, PrintLanguage, Row } from '../../documents/render/layout.ts';
import { type PrintWord, printWord } from '../../documents/render/print-words.ts';
import { hiddenPlaces } from '../../documents/render/reader.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { sectionsOf } from '../../documents/render/sections.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { NATIONAL_CHANNELS } from '../case-notes/national-form.ts';
import type { NoteView } from '../case-notes/view.ts';

/** Whose narrative it is and who prints it. */
export type NotesPrinted = {
  client: { name: string; code: string };
  authority: string;
  language: PrintLanguage;
  printedAt: Instant;
};

/** One entry as a print of its own. */
export const printOfNote = (note: NoteView, facts: NotesPrinted): Print => {
  const { language } = facts;
  const title = typeName(note, language);
  const identifier = `${printWord('entry', language)} ${note.noteId}, ${printWord('version', language).toLowerCase()} ${note.correction + 1}`;
  return printOf(title, identifier, facts, noteNodes(note, language, 2));
};

/** A period of the narrative, in the order in which things happened. */
export function printOfNarrative(
  notes: readonly NoteView[],
  { from, to }: { from: LocalDate; to: LocalDate },
  facts: NotesPrinted,
): Print {
  const { language } = facts;
  const period = `${shownTime(from, language)}–${shownTime(to, language)}`;
  const nodes = notes.map(
    (note): LayoutNode => ({
      kind: 'group',
      nodes: [
        {
          kind: 'heading',
          level: 2,
          text: `${shownTime(note.eventAt, language)} ${typeName(note, language)}`,
        },
        ...noteNodes(note, language, 3),
      ],
    }),
  );
  const empty: LayoutNode = { kind: 'paragraphs', paragraphs: [printWord('noEntries', language)] };
  const title = `${printWord('narrative', language)} ${period}`;
  return printOf(title, title, facts, nodes.length === 0 ? [empty] : nodes);
}

function printOf(
  title: string,
  identifier: string,
  { client, authority, language, printedAt }: NotesPrinted,
  nodes: readonly LayoutNode[],
): Print {
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(language),
      state: '',
      identifier,
      printed: `${printWord('printed', language)} ${shownTime(printedAt, language)}`,
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'rows',
        rows: [
          { label: printWord('client', language), paragraphs: [shownText(`${client.name}\n${client.code}`)] },
        ],
      },
      ...nodes,
    ],
  };
}

const typeName = ({ entryType }: NoteView, language: PrintLanguage): string =>
  ENTRY_TYPES[entryType][language];

/** Facts, marks and texts of an entry; of a removed or moved one its mark alone. */
function noteNodes(note: NoteView, language: PrintLanguage, level: 2 | 3): LayoutNode[] {
  return [
    { kind: 'facts', rows: factsOf(note, language) },
    ...marksOf(note, language),
    ...(note.content === undefined ? [] : textsOf(note.content, note, language, level)),
  ];
}

const nameOf = (list: string, key: string, language: PrintLanguage): string => {
  const entry = codeOf(list, key);
  return entry?.[language] ?? entry?.fi ?? key;
};

function factsOf(note: NoteView, language: PrintLanguage): Row[] {
  const until = note.eventUntil === undefined ? '' : `–${shownTime(note.eventUntil, language)}`;
  const channel = note.content?.channel;
  const facts: [PrintWord, string][] = [
    ['event', `${shownTime(note.eventAt, language)}${until}`],
    ['written', shownTime(note.writtenAt, language)],
    ['author', `${note.author.name}, ${note.author.post}`],
    ['serviceTask', note.serviceTasks.map((task) => nameOf(SERVICE_TASKS, task, language)).join(', ')],
    ['socialService', note.socialServices.map((one) => nameOf(SOCIAL_SERVICES, one, language)).join(', ')],
    ['specialCategories', note.specialCategories?.ground ?? ''],
    ['channel', channel === undefined ? '' : nameOf(CHANNELS, NATIONAL_CHANNELS[channel], language)],
  ];
  return facts
    .filter(([, text]) => text !== '')
    .map(([word, text]) => ({ label: printWord(word, language), paragraphs: [shownText(text)] }));
}

type Doer = NonNullable<NoteView['removedBy']>;

function marksOf(note: NoteView, language: PrintLanguage): LayoutNode[] {
  const mark = (title: PrintWord, text: PrintWord, doer?: Doer): LayoutNode => ({
    kind: 'notice',
    title: printWord(title, language),
    paragraphs: [
      printWord(text, language),
      ...(doer === undefined
        ? []
        : [shownText(`${shownTime(doer.at, language)}, ${doer.name}, ${doer.post}`)]),
    ],
  });
  return [
    ...(note.state === 'removed' ? [mark('removed', 'removedText', note.removedBy)] : []),
    ...(note.state === 'moved' ? [mark('moved', 'movedText', note.movedBy)] : []),
    ...(note.movedFrom === undefined ? [] : [mark('moved', 'movedHereText', note.movedBy)]),
    ...(note.state === 'corrected' ? [mark('corrected', 'correctedText', note.correctedBy)] : []),
  ];
}

function textsOf(
  content: NonNullable<NoteView['content']>,
  { entryType }: NoteView,
  language: PrintLanguage,
  level: 2 | 3,
): LayoutNode[] {
  const rows: Row[] = (
    [
      ['text', content.text],
      ['agreed', content.agreed ?? ''],
      ['place', content.place ?? ''],
      ['participants', content.participants.join('\n')],
    ] satisfies [PrintWord, string][]
  )
    .map(([word, text]) => ({ label: printWord(word, language), paragraphs: paragraphsOf(text) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const { typeOid, version } = ENTRY_TYPES[entryType];
  const definition = definitionOf(typeOid, version);
  const details =
    definition === undefined
      ? []
      : sectionsOf(
          definition.fields,
          content.details,
          { path: [], level },
          { language, find: deliveredCodeList, hidden: hiddenPlaces([], definition.key), blank: false },
        );
  return [{ kind: 'rows', rows }, ...details];
}
