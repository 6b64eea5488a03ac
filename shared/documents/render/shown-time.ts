import { wallClockMs } from '../../kernel/helsinki-clock.ts';
import { instantOf } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Print } from './layout.ts';
import { printWord } from './print-words.ts';
import { shownText } from './shown-text.ts';

export const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';

/** Decimals behind a comma, thousands parted by a space that does not break a line. */
export function shownNumber(value: number, decimals?: number): string {
  const text = decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  if (!/^\d+(?:\.\d+)?$/.test(text)) return String(value);
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE);
  return `${value < 0 ? MINUS : ''}${grouped}${rest === undefined ? '' : `,${rest}`}`;
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
