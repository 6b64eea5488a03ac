import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveredCodeList } from '../../../../shared/documents/code-lists.ts';
import { breakLines } from '../../../../shared/documents/render/pdf/break-lines.ts';
import { paragraphsOf, shownText } from '../../../../shared/documents/render/shown-text.ts';
import { shownNumber, shownTime } from '../../../../shared/documents/render/shown-time.ts';
import { shownValue } from '../../../../shared/documents/render/shown-value.ts';

const NBSP = '\u00A0';

describe('values as people write them', () => {
  test.each([
    ['2026', '2026', '2026'],
    ['2026-11', '11/2026', '11/2026'],
    ['2026-01-05', '5.1.2026', '5.1.2026'],
    ['2026-11-24T09:15:00+02:00', `24.11.2026 klo${NBSP}9.15`, `24.11.2026 kl.${NBSP}9.15`],
    // By the clock of Helsinki, in summer time too, and over midnight.
    ['2026-07-01T21:05:00Z', `2.7.2026 klo${NBSP}0.05`, `2.7.2026 kl.${NBSP}0.05`],
    ['eilen', 'eilen', 'eilen'],
  ])('%s is %s and %s', (value, fi, sv) => {
    expect([shownTime(value, 'fi'), shownTime(value, 'sv')]).toEqual([fi, sv]);
  });

  test.each([
    [0, '0'],
    [1234.5, `1${NBSP}234,5`],
    [-1_000_000, `\u22121${NBSP}000${NBSP}000`],
    [0.1, '0,1'],
    [1e21, '1e+21'],
  ])('the number %s is %s', (value, shown) => {
    expect(shownNumber(value)).toBe(shown);
  });

  const field = { key: 'x', fi: 'X' } as const;
  test.each([
    [{ ...field, type: 'boolean' } as const, true, 'Kyllä', 'Ja'],
    [{ ...field, type: 'boolean' } as const, false, 'Ei', 'Nej'],
    [
      { ...field, type: 'quantity' } as const,
      { value: 1234.5, code: 'EUR' },
      `1${NBSP}234,50${NBSP}€`,
      `1${NBSP}234,50${NBSP}€`,
    ],
    [{ ...field, type: 'quantity' } as const, { value: 3, code: 'h' }, `3${NBSP}h`, `3${NBSP}h`],
    [
      { ...field, type: 'identifier' } as const,
      { system: 'urn:oid:1.2.246.21', value: '010190-900P' },
      '010190-900P',
      '010190-900P',
    ],
    [
      { ...field, type: 'code', codeList: '1.2.246.537.6.1221' } as const,
      { code: '10', display: 'Lastensuojelu' },
      'Lastensuojelu',
      'Barnskydd',
    ],
    // A name that is only the code gives way to the name of the list; one that was recorded stays, until it is translated.
    [
      { ...field, type: 'code', codeList: '1.2.246.537.6.1248' } as const,
      { code: '1', display: '1' },
      'Myönteinen',
      'Bifall',
    ],
    [
      { ...field, type: 'code', codeList: '1.2.246.537.5.40161' } as const,
      { display: 'Sähköinen allekirjoitus' },
      'Sähköinen allekirjoitus',
      'Elektronisk underskrift',
    ],
    // A list that nobody has loaded: as it was recorded.
    [
      { ...field, type: 'code', codeList: '1.2.3' } as const,
      { code: '7', display: 'Muu syy' },
      'Muu syy',
      'Muu syy',
    ],
    // A draft may hold what is not of the field's form: it is shown all the same.
    [{ ...field, type: 'number' } as const, 'monta', 'monta', 'monta'],
    [{ ...field, type: 'text' } as const, { a: 1 }, '{"a":1}', '{"a":1}'],
  ])('%o of %o is %s and %s', (of, value, fi, sv) => {
    expect(shownValue(of, value, 'fi', deliveredCodeList)).toBe(fi);
    expect(shownValue(of, value, 'sv', deliveredCodeList)).toBe(sv);
  });

  test('letters are composed, ends of lines alike, and what cannot be seen is gone', () => {
    expect(shownText('A\u0308a\u0308ni\r\nkaksi\u200B \u202Ekolme\t4')).toBe('Ääni\nkaksi kolme 4');
    expect(paragraphsOf('yksi\nkaksi\n\n\nkolme\n')).toEqual(['yksi\nkaksi', 'kolme']);
  });
});

describe('lines', () => {
  const measure = (text: string): number => text.length;

  test.each([
    ['yksi kaksi kolme', 11, ['yksi kaksi', 'kolme']],
    ['toimeentulotukihakemus', 12, ['toimeentulo-', 'tukihakemus']],
    ['https://esimerkki.example.fi/sivu', 22, ['https://esimerkki.', 'example.fi/sivu']],
    ['1234567890123', 5, ['12345', '67890', '123']],
    ['a\n\nb', 5, ['a', '', 'b']],
    ['', 5, ['']],
  ])('%j in %i', (text, width, lines) => {
    expect(breakLines(text, width, measure)).toEqual(lines);
  });

  test('fit, and lose nothing but the hyphens that part words', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'k', 'ö', ' ', '-', '7', '😀'), maxLength: 200 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 3, max: 40 }), (text, width) => {
        const lines = breakLines(text, width, measure);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.every((line) => line.isWellFormed())).toBe(true);
        const plain = (words: string): string => words.replaceAll(/[-\s]/g, '');
        expect(plain(lines.join(''))).toBe(plain(text));
      }),
    );
  });
});
