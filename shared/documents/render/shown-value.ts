import { type CodeEntry, Coding, deliveredCodeList, type FindCodeList } from '../code-lists.ts';
import type { Field, GroupField } from '../definition.ts';
import { isRecord } from '../visit.ts';
import type { PrintLanguage } from './layout.ts';
import { printWord } from './print-words.ts';
import { shownText } from './shown-text.ts';
import { NO_BREAK_SPACE, shownNumber, shownTime } from './shown-time.ts';

export type LeafField = Exclude<Field, GroupField>;

/** The label of a field; Finnish where the definition has no Swedish one. */
export const labelOf = (field: { fi: string; sv?: string | undefined }, language: PrintLanguage): string =>
  shownText(field[language] ?? field.fi);

/**
 * A value of a field as people write it in Finland: 26.11.2026 klo 9.15, 1 234,50 €, Kyllä. What is not of its
 * field's form (a draft may hold such) is shown as it stands and never left out.
 */
export function shownValue(
  field: LeafField,
  value: unknown,
  language: PrintLanguage,
  find: FindCodeList,
): string {
  switch (field.type) {
    case 'text':
      return asText(value);
    case 'boolean':
      return typeof value === 'boolean' ? printWord(value ? 'yes' : 'no', language) : asText(value);
    case 'number':
      return typeof value === 'number' ? shownNumber(value) : asText(value);
    case 'date':
    case 'datetime':
      return typeof value === 'string' ? shownTime(value, language) : asText(value);
    case 'code':
      return shownCode(field.codeList, value, language, find);
    case 'identifier':
      return isRecord(value) ? asText(value['value']) : asText(value);
    case 'quantity':
      return shownQuantity(value);
    default:
      return field satisfies never;
  }
}

const asText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : shownText(typeof value === 'string' ? value : JSON.stringify(value));

/** How money is told in the national documents: its unit is euro, by whichever of these codes. */
const EUROS = /^(?:EUR|€|e|euro|euroa)$/i;

function shownQuantity(value: unknown): string {
  if (!isRecord(value) || typeof value['value'] !== 'number') return asText(value);
  const unit = asText(value['code']);
  if (EUROS.test(unit)) return `${shownNumber(value['value'], 2)}${NO_BREAK_SPACE}€`;
  return unit === '' ? shownNumber(value['value']) : `${shownNumber(value['value'])}${NO_BREAK_SPACE}${unit}`;
}

/**
 * The name of the code as it was recorded; in Swedish that of its list, where the list is known. A name that is no more
 * than the code itself gives way to the list's.
 */
function shownCode(
  codeList: string | undefined,
  value: unknown,
  language: PrintLanguage,
  find: FindCodeList,
): string {
  const coding = Coding.partial().safeParse(value).data;
  if (coding === undefined) return asText(value);
  const entry = codeList === undefined ? undefined : entryOf(codeList, coding, find);
  const recorded = coding.display === coding.code ? undefined : coding.display;
  const translated = language === 'sv' ? entry?.sv : undefined;
  return asText(translated ?? recorded ?? entry?.fi ?? coding.code ?? coding.display);
}

/** By its code, or by its name: a list that an operator has loaded may not have the name that we gave a value before. */
function entryOf(
  list: string,
  coding: { code?: string | undefined; display?: string | undefined },
  find: FindCodeList,
): CodeEntry | undefined {
  const entries = [find(list), deliveredCodeList(list)].flatMap((known) => known?.codes ?? []);
  return (
    entries.find(({ code }) => code !== null && code === coding.code) ??
    entries.find(({ code, fi }) => (code === null || coding.code === undefined) && fi === coding.display)
  );
}
