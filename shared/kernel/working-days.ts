import { addDays, dateOf, dayOfWeek, type LocalDate } from './local-date.ts';

/**
 * Working days (arkipäivä) of statutory times. What the rules rest on:
 * - Laki säädettyjen määräaikain laskemisesta (150/1930) 2 §: the day from which the time runs is
 *   not counted. 5 §: when the last day is a holiday, Independence Day, 1 May, Christmas or
 *   Midsummer Eve or a Saturday, the act may be done on the first working day after it.
 * - Holidays (pyhäpäivä) are Sundays and the feasts of the Church Act: Christmas and the day after,
 *   New Year, Epiphany, Good Friday, Easter, Easter Monday, Ascension, Pentecost, Midsummer Day
 *   (the Saturday after 19 June) and All Saints' Day (the Saturday after 30 October). Read in
 *   1054/1993 4:3; that the Church Act of 2023 (652/2023) repeats the list is unverified.
 * - THL's guide to child protection times: Saturdays and public holidays are not working days. It
 *   says nothing of the two eves. They are not holidays, so an eve inside the time is counted here,
 *   and only a last day is moved past it: of the two readings the one with the earlier day.
 *   That social assistance and the other seven-day times are counted alike is unverified.
 * Right from 1992, when Epiphany and Ascension had returned from Saturdays to their own days.
 */
const SATURDAY = 6;

/** Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const place = epact + toSunday - 7 * shift + 114;
  return fixed(year, Math.floor(place / 31), (place % 31) + 1);
}

function fixed(year: number, month: number, day: number): LocalDate {
  const date = dateOf(year, month, day);
  if (date === undefined) throw new RangeError(`no day ${year}-${month}-${day}`);
  return date;
}

const saturdayFrom = (date: LocalDate): LocalDate => addDays(date, (SATURDAY - dayOfWeek(date) + 7) % 7);

/** The days of a year that are holidays or free by law, and the two eves of 150/1930 5 §. */
type YearDays = { holidays: ReadonlySet<LocalDate>; eves: ReadonlySet<LocalDate> };

function daysOf(year: number): YearDays {
  const easter = easterOf(year);
  const midsummer = saturdayFrom(fixed(year, 6, 20));
  return {
    holidays: new Set([
      fixed(year, 1, 1), // uudenvuodenpäivä
      fixed(year, 1, 6), // loppiainen
      addDays(easter, -2), // pitkäperjantai
      easter,
      addDays(easter, 1), // toinen pääsiäispäivä
      fixed(year, 5, 1), // vapunpäivä
      addDays(easter, 39), // helatorstai
      addDays(easter, 49), // helluntai
      midsummer, // juhannuspäivä
      saturdayFrom(fixed(year, 10, 31)), // pyhäinpäivä
      fixed(year, 12, 6), // itsenäisyyspäivä, laki 388/1937
      fixed(year, 12, 25), // joulupäivä
      fixed(year, 12, 26), // toinen joulupäivä
    ]),
    eves: new Set([addDays(midsummer, -1), fixed(year, 12, 24)]), // juhannusaatto, jouluaatto
  };
}

const known = new Map<string, YearDays>();

function yearDays(date: LocalDate): YearDays {
  const year = date.slice(0, 4);
  const days = known.get(year) ?? daysOf(Number(year));
  known.set(year, days);
  return days;
}

/** A feast of the Church Act, 1 May or Independence Day, whatever weekday it falls on. */
export const isPublicHoliday = (date: LocalDate): boolean => yearDays(date).holidays.has(date);

/** Midsummer Eve or Christmas Eve: counted, but not a day on which a time ends (150/1930 5 §). */
const isEve = (date: LocalDate): boolean => yearDays(date).eves.has(date);

const isCounted = (date: LocalDate): boolean => dayOfWeek(date) < SATURDAY && !isPublicHoliday(date);

/** A day on which an act can be due: Monday to Friday, no holiday, neither eve. */
export const isWorkingDay = (date: LocalDate): boolean => isCounted(date) && !isEve(date);

/** The day itself when a time can end on it, else the first working day after it (150/1930 5 §). */
export function workingDayFrom(date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The first working day after this day, as in "the same or the next working day". */
export const nextWorkingDay = (date: LocalDate): LocalDate => workingDayFrom(addDays(date, 1));

/**
 * The last day of a time of `count` working days (a whole number, zero or more) that runs from
 * `arrival`, which is not counted: with 7, the day by which an assessment must have been started
 * (417/2007 26 §) or social assistance decided (1412/1997 14 a §).
 */
export function addWorkingDays(arrival: LocalDate, count: number): LocalDate {
  let day = arrival;
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    if (isCounted(day)) counted += 1;
  }
  return workingDayFrom(day);
}
