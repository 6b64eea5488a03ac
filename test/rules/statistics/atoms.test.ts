import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newAtoms } from '../../../shared/domain/statistics/publications/atoms.ts';

const THINGS = 30;
const sums = fc.array(fc.array(fc.nat(THINGS - 1), { maxLength: 2 * THINGS }), { maxLength: 12 });

test('what a sum adds up is held by atoms: two things are one where every sum holds both or neither, and no sum loses or gains any', () => {
  fc.assert(
    fc.property(sums, (members) => {
      const atoms = newAtoms(THINGS);
      const noted = members.map((own) => atoms.add(own));
      const held = noted.map((one) => atoms.of(one));
      const things = Array.from({ length: THINGS }, (_, thing) => thing);
      for (const [nth, own] of members.entries()) {
        const found = things.filter((thing) => held[nth]?.has(atoms.at(thing)) === true);
        expect(found).toEqual([...new Set(own)].toSorted((a, b) => a - b));
      }
      const nameOf = (thing: number): string => members.map((own) => Number(own.includes(thing))).join('');
      expect(new Set(things.map((thing) => atoms.at(thing))).size).toBe(new Set(things.map(nameOf)).size);
    }),
    { numRuns: 500 },
  );
});
