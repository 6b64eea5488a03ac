import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';
import {
  birthDateOf,
  checkCharacterOf,
  isArtificial,
  makePersonalIdentityCode,
  PersonalIdentityCode,
} from '../../../shared/kernel/personal-identity-code.ts';
import { TemporaryId } from '../../../shared/kernel/temporary-id.ts';

const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const signsOf = (year: number): string => (year < 1900 ? '+' : year < 2000 ? '-YXWVU' : 'ABCDEF');

const made = fc
  .record({
    birthDate: fc
      .integer({ min: 0, max: 365 * 240 })
      .map((days) => addDays(LocalDate.parse('1850-01-01'), days)),
    individualNumber: fc.integer({ min: 2, max: 999 }),
    place: fc.nat(5),
  })
  .map(({ birthDate, individualNumber, place }) => {
    const signs = signsOf(Number(birthDate.slice(0, 4)));
    const sign = signs.charAt(place % signs.length);
    return {
      birthDate,
      individualNumber,
      code: makePersonalIdentityCode({ birthDate, individualNumber, sign }),
    };
  });

describe('a personal identity code', () => {
  // The first six are computed from the rule of 128/2010 2 §; the last is a widely published sample.
  it.each([
    ['010190-900P', '1990-01-01', true],
    ['010190Y901R', '1990-01-01', true],
    ['150315A9022', '2015-03-15', true],
    ['150315B9033', '2015-03-15', true],
    ['290204A905J', '2004-02-29', true],
    ['311299+904C', '1899-12-31', true],
    ['131052-308T', '1952-10-13', false],
  ])('%s is taken: born %s, invented: %s', (text, birthDate, artificial) => {
    const code = PersonalIdentityCode.parse(text);
    expect(birthDateOf(code)).toBe(birthDate);
    expect(isArtificial(code)).toBe(artificial);
  });

  it('has one spelling, however it was typed', () => {
    expect(PersonalIdentityCode.parse('  010190y901r ')).toBe('010190Y901R');
  });

  it('takes each sign of the century that came into use in 2023', () => {
    for (const sign of '-YXWVU')
      expect(birthDateOf(PersonalIdentityCode.parse(`010190${sign}900P`))).toBe('1990-01-01');
    for (const sign of 'ABCDEF')
      expect(birthDateOf(PersonalIdentityCode.parse(`150315${sign}9022`))).toBe('2015-03-15');
  });

  it.each([
    ['010190-900R', 'its check character is wrong'],
    ['290205A905J', 'its date of birth does not exist'],
    ['310490-900P', 'its date of birth does not exist'],
    ['010190G900P', 'six digits'],
    ['010190-900G', 'six digits'],
    ['010190900P', 'six digits'],
    ['010190-900P0', 'six digits'],
    ['', 'six digits'],
  ])('%j is refused with the reason, and the reason does not repeat the code', (text, reason) => {
    const { error } = PersonalIdentityCode.safeParse(text);
    expect(error?.issues[0]?.message).toContain(reason);
    if (text !== '') expect(JSON.stringify(error?.issues)).not.toContain(text);
  });

  it('is taken when made, and gives its date of birth back', () => {
    fc.assert(
      fc.property(made, ({ birthDate, individualNumber, code }) => {
        expect(PersonalIdentityCode.safeParse(code).data).toBe(code);
        expect(birthDateOf(code)).toBe(birthDate);
        expect(isArtificial(code)).toBe(individualNumber >= 900);
      }),
    );
  });

  it('is refused when any one digit or its check character is changed', () => {
    fc.assert(
      fc.property(
        made,
        fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9, 10),
        fc.nat(29),
        ({ code }, place, pick) => {
          const others = (place === 10 ? CHECKS : '0123456789')
            .split('')
            .filter((other) => other !== code.charAt(place));
          const changed = code.slice(0, place) + others[pick % others.length] + code.slice(place + 1);
          expect(PersonalIdentityCode.safeParse(changed).success).toBe(false);
        },
      ),
    );
  });

  it('is another person when only the sign differs', () => {
    expect(PersonalIdentityCode.parse('150315B9022')).not.toBe(PersonalIdentityCode.parse('150315A9022'));
  });

  it('is not made with a sign of another century', () => {
    const birthDate = LocalDate.parse('1990-01-01');
    expect(() => makePersonalIdentityCode({ birthDate, individualNumber: 900, sign: 'A' })).toThrow(
      RangeError,
    );
    expect(makePersonalIdentityCode({ birthDate, individualNumber: 900 })).toBe('010190-900P');
    expect(checkCharacterOf('010190900')).toBe('P');
  });
});

describe('a temporary identification code', () => {
  it.each([' tilap-2026-0001 ', '1.2.246.10.1234567', '010190-900P', 'A'])('takes %j', (text) => {
    expect(TemporaryId.parse(text)).toBe(text.trim().toUpperCase());
  });

  it.each(['', '   ', 'ÄITI-1', 'A B', `A${'1'.repeat(64)}`])('refuses %j', (text) => {
    expect(TemporaryId.safeParse(text).success).toBe(false);
  });

  it("refuses a real person's identity code, which belongs in its own field", () => {
    expect(TemporaryId.safeParse('131052-308t').success).toBe(false);
  });
});
