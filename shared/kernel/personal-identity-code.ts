import * as z from 'zod';
import { dateOf, type LocalDate } from './local-date.ts';

/**
 * Henkilötunnus: DDMMYY, a sign of the century, an individual number of three digits, a check
 * character. Source: valtioneuvoston asetus väestötietojärjestelmästä (128/2010) 2 §, as amended by
 * 690/2022 (new signs from 1.1.2023).
 *
 * Two codes that differ only in the sign may be two people: always compare the whole code. The
 * check character does not cover the sign. Nobody's sex is inferred from a code, and an error
 * never repeats what was written.
 */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [1800, '+'],
  [1900, '-YXWVU'],
  [2000, 'ABCDEF'],
]);

const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const FORM = /^\d{6}[-+YXWVUABCDEF]\d{3}[0-9A-FHJ-NPR-Y]$/;

/** The check character of nine digits, DDMMYY and the individual number. */
export const checkCharacterOf = (nineDigits: string): string =>
  CHECK_CHARACTERS.charAt(Number(nineDigits) % CHECK_CHARACTERS.length);

function birthDateIn(code: string): LocalDate | undefined {
  const [century] = [...SIGNS].find(([, signs]) => signs.includes(code.charAt(6))) ?? [];
  if (century === undefined) return undefined;
  return dateOf(century + Number(code.slice(4, 6)), Number(code.slice(2, 4)), Number(code.slice(0, 2)));
}

/** Trims and upper-cases before it judges, so that one code has one spelling. */
export const PersonalIdentityCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(FORM, {
    error: 'six digits, a sign of the century, three digits and a check character',
    abort: true,
  })
  .refine((code) => birthDateIn(code) !== undefined, 'its date of birth does not exist')
  .refine(
    (code) => checkCharacterOf(code.slice(0, 6) + code.slice(7, 10)) === code.charAt(10),
    'its check character is wrong',
  )
  .brand<'PersonalIdentityCode'>()
  .meta({ id: 'PersonalIdentityCode', examples: ['010190-900P'] });
export type PersonalIdentityCode = z.infer<typeof PersonalIdentityCode>;

export function birthDateOf(code: PersonalIdentityCode): LocalDate {
  const birthDate = birthDateIn(code);
  if (birthDate === undefined) throw new RangeError('a personal identity code without a date of birth');
  return birthDate;
}

/** Individual numbers 900 to 999 are never given to a real person (dvv.fi): tests and invented people. */
export const isArtificial = (code: PersonalIdentityCode): boolean => code.charAt(7) === '9';

/**
 * A whole code for an invented person. `individualNumber` is 2 to 999, for seeds 900 to 999; without
 * `sign` the oldest sign of the century. Throws a RangeError for a sign of another century.
 */
export function makePersonalIdentityCode(wanted: {
  birthDate: LocalDate;
  individualNumber: number;
  sign?: string;
}): PersonalIdentityCode {
  const [year, month, day] = wanted.birthDate.split('-');
  const century = Math.floor(Number(year) / 100) * 100;
  const signs = SIGNS.get(century) ?? '';
  const sign = wanted.sign ?? signs.charAt(0);
  if (sign.length !== 1 || !signs.includes(sign)) throw new RangeError(`no sign ${sign} for the ${century}s`);
  const front = `${day}${month}${year?.slice(2)}`;
  const individual = String(wanted.individualNumber).padStart(3, '0');
  return PersonalIdentityCode.parse(`${front}${sign}${individual}${checkCharacterOf(front + individual)}`);
}
