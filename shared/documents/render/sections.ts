import type { Field, GroupField } from '../definition.ts';
import type { HeadingLevel, LayoutNode, Row } from './layout.ts';
import { printWord } from './print-words.ts';
import { type HiddenBecause, hasContent, itemsOf, memberOf, type Path, type Reader } from './reader.ts';
import { linesOf } from './said-in-lines.ts';
import { paragraphsOf } from './shown-text.ts';
import { type LeafField, labelOf, shownValue } from './shown-value.ts';
import { tableOf } from './table-of-group.ts';

/** Where fields stand: their place in the content, and the level of headings there. */
export type At = { path: Path; level: HeadingLevel };

/**
 * The fields of a definition with what a content holds of them, in the definition's order. What is empty is left
 * out, or made a line to write on where the reader wants a form.
 */
export function sectionsOf(
  fields: readonly Field[],
  content: unknown,
  at: At,
  reader: Reader,
  isLeftOut: (path: Path) => boolean = () => false,
): LayoutNode[] {
  const nodes: LayoutNode[] = [];
  for (const field of fields) {
    const path = [...at.path, field.key];
    if (isLeftOut(path)) continue;
    const value = memberOf(content, field.key);
    if (!reader.blank && !hasContent(value) && !reader.hidden.below(path)) continue;
    const here: At = { path, level: at.level };
    const because = reader.hidden.at(path);
    if (because !== undefined) addRow(nodes, hiddenRow(field, because, reader));
    else if (field.type !== 'group') addRow(nodes, leafRow(field, value, reader));
    else if (field.repeats === true) addRepeated(nodes, field, itemsOf(value), here, reader, isLeftOut);
    else addGroup(nodes, field, value, here, reader, isLeftOut);
  }
  return nodes;
}

/** Rows that follow each other are one list. */
function addRow(nodes: LayoutNode[], row: Row): void {
  const last = nodes.at(-1);
  if (last?.kind === 'rows') nodes[nodes.length - 1] = { kind: 'rows', rows: [...last.rows, row] };
  else nodes.push({ kind: 'rows', rows: [row] });
}

const hiddenRow = (field: Field, because: HiddenBecause, { language }: Reader): Row => ({
  label: labelOf(field, language),
  paragraphs: [printWord(because, language)],
  look: 'hidden',
});

function leafRow(field: LeafField, value: unknown, { language, find }: Reader): Row {
  const label = labelOf(field, language);
  const paragraphs = itemsOf(value).flatMap((item) => paragraphsOf(shownValue(field, item, language, find)));
  if (paragraphs.length > 0) return { label, paragraphs };
  if (field.type === 'boolean') {
    return { label, paragraphs: [`☐ ${printWord('yes', language)}   ☐ ${printWord('no', language)}`] };
  }
  return { label, paragraphs: [], look: 'blank' };
}

type LeftOut = (path: Path) => boolean;

function addGroup(
  nodes: LayoutNode[],
  group: GroupField,
  value: unknown,
  { path, level }: At,
  reader: Reader,
  isLeftOut: LeftOut,
): void {
  const label = labelOf(group, reader.language);
  const lines = reader.blank ? undefined : linesOf(group, value, path, reader);
  if (lines !== undefined) {
    if (lines.length > 0) addRow(nodes, { label, paragraphs: [lines.join('\n')] });
    return;
  }
  const below = sectionsOf(group.fields, value, { path, level: deeper(level) }, reader, isLeftOut);
  if (below.length > 0) nodes.push(groupOf(label, level, below));
}

/** Few short ones are lines, many alike a table, and long ones stand one after the other with their numbers. */
function addRepeated(
  nodes: LayoutNode[],
  group: GroupField,
  items: readonly unknown[],
  { path, level }: At,
  reader: Reader,
  isLeftOut: LeftOut,
): void {
  const label = labelOf(group, reader.language);
  const lines = reader.blank
    ? [undefined]
    : items.map((item, place) => linesOf(group, item, [...path, String(place)], reader));
  if (lines.length <= FEW && lines.every((said) => said !== undefined)) {
    const paragraphs = lines.map((said) => said.join('\n')).filter((text) => text !== '');
    if (paragraphs.length > 0) addRow(nodes, { label, paragraphs });
    return;
  }
  const only = reader.blank ? undefined : onlyLeafOf(group, items, path, reader);
  if (only !== undefined) {
    addRow(nodes, {
      ...leafRow(only, items.map((item) => memberOf(item, only.key)).filter(hasContent), reader),
      label,
    });
    return;
  }
  const table = tableOf(group, items, path, reader);
  if (table !== undefined) {
    nodes.push(groupOf(label, level, [table]));
    return;
  }
  const all = items.length === 0 ? [undefined] : items;
  for (const [place, item] of all.entries()) {
    const at: At = { path: [...path, String(place)], level: deeper(level) };
    const below = sectionsOf(group.fields, item, at, reader, isLeftOut);
    if (below.length === 0) continue;
    nodes.push(groupOf(all.length === 1 ? label : `${label} ${place + 1}`, level, below));
  }
}

/** The one field that is all there is of any item: its values need no heads of their own. */
function onlyLeafOf(
  group: GroupField,
  items: readonly unknown[],
  path: Path,
  reader: Reader,
): LeafField | undefined {
  const used = group.fields.filter(({ key }) => items.some((item) => hasContent(memberOf(item, key))));
  const [only] = used;
  return used.length !== 1 || only === undefined || only.type === 'group' || reader.hidden.below(path)
    ? undefined
    : only;
}

const groupOf = (label: string, level: HeadingLevel, below: readonly LayoutNode[]): LayoutNode => ({
  kind: 'group',
  nodes: [{ kind: 'heading', level, text: label }, ...below],
});

const FEW = 4;

const DEEPER: Readonly<Record<HeadingLevel, HeadingLevel>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 };
const deeper = (level: HeadingLevel): HeadingLevel => DEEPER[level];
