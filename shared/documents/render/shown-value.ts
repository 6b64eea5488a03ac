import { wallClockMs } from '../../kernel/helsinki-clock.ts';
import { instantOf } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import { type CodeEntry, Coding, deliveredCodeList, type FindCodeList } from '../code-lists.ts';
import type { Field, GroupField } from '../definition.ts';
import { isRecord } from '../visit.ts';
import type { Print, PrintLanguage } from './layout.ts';
import { printWord } from './print-words.ts';
import { shownText } from './shown-text.ts';

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

const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';

/** Decimals behind a comma, thousands parted by a space that does not break a line. */
export function shownNumber(value: number, decimals?: number): string {
  const text = decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  if (!/^\d+(?:\.\d+)?$/.test(text)) return String(value);
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return `${value < 0 ? MINUS : ''}${grouped}${rest === undefined ? '' : `,${rest}`}`;
}

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

const DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const MONTH = /^(?<year>\d{4})-(?<month>\d{2})$/;

/** FHIR's date and dateTime: 2026, 11/2026, 26.11.2026, 26.11.2026 klo 9.15 by the clock of Helsinki. */
export function shownTime(text: string, language: Print['language']): string {
  const day = DAY.exec(text)?.groups;
  if (day !== undefined) return `${Number(day['day'])}.${Number(day['month'])}.${day['year']}`;
  const month = MONTH.exec(text)?.groups;
  if (month !== undefined) return `${Number(month['month'])}/${month['year']}`;
  const epochMs = text.includes('T') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epochMs) ? shownText(text) : shownMoment(epochMs, language);
}

function shownMoment(epochMs: number, language: Print['language']): string {
  const minutes = Math.floor(wallClockMs(epochMs) / 60_000);
  const time = `${Math.floor(minutes / 60) % 24}.${String(minutes % 60).padStart(2, '0')}`;
  const day = shownTime(helsinkiDateOf(instantOf(epochMs)), language);
  return `${day} ${printWord('at', language)}${NO_BREAK_SPACE}${time}`;
}
