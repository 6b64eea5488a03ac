import type { Instant } from '../../kernel/instant.ts';
import {
  codeOf,
  deliveredCodeList,
  type FindCodeList,
  SERVICE_TASKS,
  SOCIAL_SERVICES,
} from '../code-lists.ts';
import type { Definition } from '../definition.ts';
import type { LayoutNode, Print, PrintLanguage, Row } from './layout.ts';
import { type Lifted, partsOf } from './lifted.ts';
import { type PrintWord, printWord } from './print-words.ts';
import { type Hidden, hiddenPlaces, type Reader } from './reader.ts';
import { secrecyOf } from './secrecy-of-print.ts';
import { sectionsOf } from './sections.ts';
import { shownText } from './shown-text.ts';
import { shownTime } from './shown-time.ts';
import { labelOf } from './shown-value.ts';
import { signersOf } from './signatures.ts';

type Doer = { name: string; post: string; at: string };

/** What of a document's head a print shows. */
export type PrintedHead = {
  documentId: string;
  /** How many times it has been corrected: the print says one more, the version. */
  correction: number;
  /** `form`: none yet. */
  state: 'form' | 'draft' | 'final' | 'corrected' | 'superseded' | 'invalidated' | 'removed';
  documentAt?: string | undefined;
  finalAt?: string | undefined;
  author: { name: string; post: string };
  organiser: { name: string };
  producer?: { name: string } | undefined;
  unit?: string | undefined;
  caseId?: string | undefined;
  serviceTasks: readonly string[];
  socialServices: readonly string[];
  /** On what ground it is processed as special-category data. */
  specialGround?: string | undefined;
  correctedBy?: Doer | undefined;
  invalidatedBy?: Doer | undefined;
  removedBy?: Doer | undefined;
  /** Of a superseded version: which version took its place, and who wrote that. */
  replacedBy?: (Doer & { version: number }) | undefined;
};

export type PrintedDocument = {
  definition: Definition;
  /** In THL's form under the root key; left out of a removed document. */
  content: Readonly<Record<string, unknown>> | undefined;
  /** What this reader is not shown, whether it was taken out of the content or not. */
  hidden: readonly Hidden[];
  head: PrintedHead;
};

export type PrintOptions = {
  language: PrintLanguage;
  printedAt: Instant;
  /** A form to be filled in by hand. */
  blank?: boolean;
  /** An operator's own lists; the delivered ones otherwise. */
  find?: FindCodeList;
  /** Pages that belong to the document beside its content, such as how it was served. */
  appendices?: readonly LayoutNode[];
};

/** One document, ready to be drawn. */
export function printOfDocument(document: PrintedDocument, options: PrintOptions): Print {
  const { definition, hidden, head } = document;
  const { language } = options;
  const title = labelOf(definition, language);
  const reader: Reader = {
    language,
    find: options.find ?? deliveredCodeList,
    hidden: hiddenPlaces(hidden, definition.key),
    blank: options.blank ?? false,
  };
  return {
    language,
    title,
    running: runningOf(head, options),
    nodes: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'facts', rows: factsOf(head, reader) },
      ...noticesOf(head, hidden, language),
      ...(head.state === 'removed' ? [] : bodyOf(document, reader)),
      ...(options.appendices ?? []),
    ],
  };
}

const runningOf = (head: PrintedHead, { language, printedAt }: PrintOptions): Print['running'] => ({
  authority: shownText(head.organiser.name),
  unit: shownText(head.unit ?? head.producer?.name ?? ''),
  secrecy: secrecyOf(language),
  state: STATE_WORDS[head.state] === undefined ? '' : printWord(STATE_WORDS[head.state] ?? 'draft', language),
  identifier: identifierOf(head, language),
  printed: `${printWord('printed', language)} ${shownTime(printedAt, language)}`,
});

const identifierOf = ({ state, documentId, correction }: PrintedHead, language: PrintLanguage): string =>
  state === 'form'
    ? documentId
    : `${printWord('document', language)} ${documentId}, ${printWord('version', language).toLowerCase()} ${correction + 1}`;

/** States in which a page must not be taken for a document in force. */
const STATE_WORDS: Readonly<Partial<Record<PrintedHead['state'], PrintWord>>> = {
  draft: 'draft',
  superseded: 'superseded',
  invalidated: 'invalidated',
  removed: 'removed',
};

function factsOf(head: PrintedHead, { language, find }: Reader): Row[] {
  const names = (list: string, keys: readonly string[]): string =>
    keys.map((key) => codeOf(list, key, find)?.[language] ?? codeOf(list, key, find)?.fi ?? key).join(', ');
  const day = (moment: string | undefined): string =>
    moment === undefined ? '' : shownTime(moment, language);
  const facts: [PrintWord, string][] = [
    ['drawnUp', day(head.documentAt)],
    ['confirmed', day(head.finalAt)],
    ['author', [head.author.name, head.author.post].filter((part) => part !== '').join(', ')],
    ['producer', head.producer?.name ?? ''],
    ['serviceTask', names(SERVICE_TASKS, head.serviceTasks)],
    ['socialService', names(SOCIAL_SERVICES, head.socialServices)],
    ['caseId', head.caseId ?? ''],
    ['specialCategories', head.specialGround ?? ''],
  ];
  return facts
    .map(([word, text]) => ({ label: printWord(word, language), paragraphs: [shownText(text)] }))
    .filter(({ paragraphs: [text] }) => text !== '');
}

function noticesOf(head: PrintedHead, hidden: readonly Hidden[], language: PrintLanguage): LayoutNode[] {
  const notice = (title: PrintWord, text: PrintWord, ...more: readonly string[]): LayoutNode => ({
    kind: 'notice',
    title: printWord(title, language),
    paragraphs: [printWord(text, language), ...more],
  });
  const by = (doer: Doer | undefined): string[] =>
    doer === undefined ? [] : [shownText(`${shownTime(doer.at, language)}, ${doer.name}, ${doer.post}`)];
  return [
    ...(head.state === 'draft' ? [notice('draft', 'draftText')] : []),
    ...(head.state === 'superseded'
      ? [notice('superseded', 'supersededText', ...versionsOf(head, language), ...by(head.replacedBy))]
      : []),
    ...(head.state === 'invalidated'
      ? [notice('invalidated', 'invalidatedText', ...by(head.invalidatedBy))]
      : []),
    ...(head.state === 'removed' ? [notice('removed', 'removedText', ...by(head.removedBy))] : []),
    ...(head.correctedBy === undefined || head.state === 'removed'
      ? []
      : [notice('corrected', 'correctedText', ...by(head.correctedBy))]),
    ...[...new Set(hidden.map(({ because }) => because))].map((because) =>
      notice('hiddenTitle', because === 'safetyBan' ? 'safetyBanText' : 'secretText'),
    ),
  ];
}

/** Versio 1, korvannut versio 2. */
function versionsOf({ correction, replacedBy }: PrintedHead, language: PrintLanguage): string[] {
  if (replacedBy === undefined) return [];
  const version = printWord('version', language);
  const replaced = printWord('replacedBy', language);
  return [`${version} ${correction + 1}, ${replaced} ${replacedBy.version}`];
}

function bodyOf({ definition, content, head }: PrintedDocument, reader: Reader): LayoutNode[] {
  const { language } = reader;
  const root = content?.[definition.key];
  const parts = partsOf(definition, root);
  const lifted = (fields: readonly Lifted[], word: PrintWord): LayoutNode[] => {
    const below = fields.flatMap(({ field, path, value }) =>
      field.type === 'group' && field.repeats !== true
        ? sectionsOf(field.fields, value, { path, level: 3 }, reader)
        : sectionsOf([field], { [field.key]: value }, { path: path.slice(0, -1), level: 3 }, reader),
    );
    return below.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: printWord(word, language) }, ...below];
  };
  const signers = signersOf(definition, parts.signatures, root, head.author, reader);
  const appeal = lifted(parts.appeal, 'appeal');
  return [
    ...sectionsOf(definition.fields, root, { path: [], level: 2 }, reader, parts.isLifted),
    ...(signers.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: printWord('signature', language) } as const,
          { kind: 'signatures', signers } as const,
        ]),
    ...lifted(parts.serviceOfNotice, 'serviceOfNotice'),
    ...(appeal.length === 0 ? [] : [{ kind: 'newPage' } as const, ...appeal]),
  ];
}
