import type { FindCodeList } from '../../../documents/code-lists.ts';
import type { Definition } from '../../../documents/definition.ts';
import type { LayoutNode, Print, PrintLanguage } from '../../../documents/render/layout.ts';
import { hiddenPlaces } from '../../../documents/render/reader.ts';
import { secrecyOf } from '../../../documents/render/secrecy-of-print.ts';
import { sectionsOf } from '../../../documents/render/sections.ts';
import { shownText } from '../../../documents/render/shown-text.ts';
import { shownTime } from '../../../documents/render/shown-time.ts';
import { isRecord } from '../../../documents/visit.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Json } from '../../../kernel/json.ts';
import { GROUNDS } from '../grounds.ts';
import type { GivenItem } from './reviewed.ts';
import { type RowsNode, rowsIn } from './rows-of.ts';
import { nameOfFile } from './segments.ts';
import { PAGE_WORDS, PART_WORDS, THING_WORDS } from './words.ts';

export type Defined = { definition: Definition; find: FindCodeList };

export type PartPrinted = {
  requestId: string;
  part: number;
  parts: number;
  items: readonly GivenItem[];
  asOf: Instant;
  releasedAt: Instant;
  authority: string;
  /** The definitions of the documents in it, by their OIDs. */
  definitions: ReadonlyMap<string, Defined>;
};

/** A part of a package as a page: by the parts of the register, each thing under a heading of its own. */
export async function printOfPart(facts: PartPrinted, language: PrintLanguage): Promise<Print> {
  const rowsNode = await rowsIn(language);
  const { items, part, parts, asOf, releasedAt, requestId, authority } = facts;
  const title = `${PAGE_WORDS.title[language]} (${part + 1}/${parts})`;
  const nodes: LayoutNode[] = [];
  let group: string | undefined;
  for (const item of items) {
    if (item.part !== group) {
      group = item.part;
      nodes.push({ kind: 'heading', level: 2, text: PART_WORDS[item.part][language] });
    }
    nodes.push({ kind: 'group', nodes: nodesOf(item, { ...facts, rowsNode }, language) });
  }
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(language),
      state: '',
      identifier: `${PAGE_WORDS.request[language]} ${requestId}`,
      printed: shownTime(releasedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'rows',
        rows: [{ label: PAGE_WORDS.asOf[language], paragraphs: [shownTime(asOf, language)] }],
      },
      { kind: 'paragraphs', paragraphs: [PAGE_WORDS.explained[language]] },
      ...nodes,
    ],
  };
}

function nodesOf(
  item: GivenItem,
  { rowsNode, ...facts }: PartPrinted & { rowsNode: RowsNode },
  language: PrintLanguage,
): LayoutNode[] {
  const thing = THING_WORDS[item.kind] ?? PART_WORDS[item.part];
  const heading: LayoutNode = {
    kind: 'heading',
    level: 3,
    text: `${thing[language]} ${shownTime(item.at, language)}`,
  };
  if (item.refused !== undefined) {
    const paragraphs = item.refused.map(
      ({ ground, provision }) => `${GROUNDS[ground].words[language]} (${provision})`,
    );
    return [heading, { kind: 'notice', title: PAGE_WORDS.refused[language], paragraphs }];
  }
  const told = item.told ?? {};
  const defined = facts.definitions.get(oidOf(told) ?? '');
  if (defined === undefined || !isRecord(told)) {
    return [heading, ...rowsNode(told), ...fileNode(item, facts.part, language)];
  }
  const { content, definitionOid: _oid, ...head } = told;
  const { definition, find } = defined;
  const body = isRecord(content) ? content[definition.key] : undefined;
  const reader = { language, find, hidden: hiddenPlaces([], definition.key), blank: false };
  return [
    heading,
    ...rowsNode(head),
    ...sectionsOf(definition.fields, body, { path: [definition.key], level: 4 }, reader),
  ];
}

/** Under what name the file of an item comes with the package, and its checksum; why it does not, or not whole. */
function fileNode(
  { file, fileRefused, fileRedacted, place }: GivenItem,
  part: number,
  language: PrintLanguage,
): LayoutNode[] {
  const notice = (
    title: string,
    { ground, provision }: NonNullable<GivenItem['fileRefused']>,
  ): LayoutNode => ({
    kind: 'notice',
    title,
    paragraphs: [`${GROUNDS[ground].words[language]} (${provision})`],
  });
  if (fileRefused !== undefined) return [notice(PAGE_WORDS.fileRefused[language], fileRefused)];
  if (file === undefined) return [];
  const name = nameOfFile(part, place, file.mediaType);
  return [
    ...(fileRedacted === undefined ? [] : [notice(PAGE_WORDS.fileRedacted[language], fileRedacted)]),
    {
      kind: 'rows',
      rows: [
        { label: PAGE_WORDS.file[language], paragraphs: [name] },
        { label: PAGE_WORDS.checksum[language], paragraphs: [file.sha256] },
      ],
    },
  ];
}

/** Which definitions a print of these items needs. */
export const definitionsIn = (items: readonly GivenItem[]): string[] => [
  ...new Set(items.flatMap(({ told }) => oidOf(told) ?? [])),
];

const oidOf = (told: Json | undefined): string | undefined =>
  isRecord(told) && typeof told['definitionOid'] === 'string' ? told['definitionOid'] : undefined;
