import * as z from 'zod';
import { StoredFact } from '../../../statistics-fact.ts';
import { packedParts, unpackedParts } from '../../../table/packed.ts';
import { type Cube, cellsOf, growingCube } from './cube.ts';
import { inOrder, type Lists, nameOf } from './lists.ts';

const Whole = z.int().nonnegative();

/** Persons as steps from the one before: small numbers, which pack well. */
const PackedCube = z.strictObject({
  month: z.string(),
  persons: z.array(z.string()),
  cells: z.array(
    z.strictObject({
      of: StoredFact.omit({ on: true, days: true, person: true, undoes: true }),
      times: Whole,
      days: Whole,
      unknown: Whole,
      steps: z.array(Whole),
    }),
  ),
});

/** A cube in the fewest bytes, cut into parts that each fit an item: the same whatever its lists hold besides. */
export function packedCube(cube: Cube): Uint8Array[] {
  const { month, lists } = cube;
  const nameOfPerson = (number: number): string => lists.persons.all[number] ?? '';
  const persons = [...new Set(cube.persons)].toSorted((a, b) => inOrder(nameOfPerson(a), nameOfPerson(b)));
  const places = new Map(persons.map((number, place) => [number, place]));
  const named = [...cellsOf(cube)].map((cell) => ({ name: nameOf(cell.of), cell }));
  const packed: z.infer<typeof PackedCube> = {
    month,
    persons: persons.map(nameOfPerson),
    cells: named
      .toSorted((a, b) => inOrder(a.name, b.name))
      .map(({ cell: { of, times, days, unknown, persons: own } }) => {
        const sorted = Uint32Array.from(own, (number) => places.get(number) ?? 0).sort();
        const steps = Array.from(sorted, (place, nth) => place - (sorted[nth - 1] ?? 0));
        return { of, times, days, unknown, steps };
      }),
  };
  return packedParts(packed);
}

/** @throws when the bytes are not a cube. */
export function unpackedCube(parts: readonly Uint8Array[], lists: Lists): Cube {
  const { month, persons, cells } = PackedCube.parse(unpackedParts(parts));
  const numbers = persons.map((person) => lists.persons.numberOf(person));
  const building = growingCube(month, lists);
  for (const { of, steps, ...counted } of cells) {
    let place = 0;
    const own = steps.map((step) => {
      place += step;
      const number = numbers[place];
      if (number === undefined) throw new Error('A cell names a person that its cube does not have.');
      return number;
    });
    building.add({ ...counted, said: lists.said.numberOf(of), persons: own });
  }
  return building.cube();
}
