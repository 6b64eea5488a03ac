import { LocalDate } from '../kernel/local-date.ts';

/**
 * FHIR's date (a year, a month or a day) and dateTime (also a moment with its offset), with days that
 * exist: the pattern of the national schemas lets 2026-02-30 and 2026-04-00 pass.
 */
const YEAR = /^\d{4}$/;
const YEAR_AND_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const MOMENT =
  /^(?<day>[^T]+)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

const isDay = (text: string): boolean => !text.startsWith('0000') && LocalDate.safeParse(text).success;

export const isFhirDate = (text: string): boolean =>
  ((YEAR.test(text) || YEAR_AND_MONTH.test(text)) && !text.startsWith('0000')) || isDay(text);

export function isFhirDateTime(text: string): boolean {
  const day = MOMENT.exec(text)?.groups?.day;
  return day === undefined ? isFhirDate(text) : isDay(day);
}

/** The same for a JSON Schema, which can't say which months have thirty days. */
const DAY_PATTERN = '(?!0000)\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01])';
const TIME_PATTERN =
  'T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))';
export const FHIR_DATE_PATTERN = `^${DAY_PATTERN})?)?$`;
export const FHIR_DATETIME_PATTERN = `^${DAY_PATTERN}(?:${TIME_PATTERN})?)?)?$`;
