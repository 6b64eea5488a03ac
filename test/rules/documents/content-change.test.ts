import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, changesBetween } from '../../../shared/domain/documents/content-change.ts';
import { DocumentContent } from '../../../shared/domain/documents/model.ts';

const someContent = fc
  .dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.jsonValue({ maxDepth: 3 }),
    { maxKeys: 5 },
  )
  .map((value) => DocumentContent.parse(JSON.parse(JSON.stringify(value))));

describe('what becoming final changed in a content', () => {
  test('makes of any content the other one, and leaves the first as it was', () => {
    fc.assert(
      fc.property(someContent, someContent, (before, after) => {
        const kept = JSON.stringify(before);
        expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
        expect(JSON.stringify(before)).toBe(kept);
      }),
    );
  });

  test('names no more than what was filled in', () => {
    const before = { yhteenveto: { asiakas: [{ yhteystiedot: { puhelinnumero: '1' } }], teksti: 'a' } };
    const after = {
      yhteenveto: {
        asiakas: [{ yhteystiedot: { puhelinnumero: '1' }, sukunimi: 'Mallila' }],
        teksti: 'a',
        paivamaara: '2026-11-24',
      },
    };
    expect(changesBetween(before, after)).toEqual([
      { at: ['yhteenveto', 'asiakas', 0, 'sukunimi'], value: 'Mallila' },
      { at: ['yhteenveto', 'paivamaara'], value: '2026-11-24' },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });
});
