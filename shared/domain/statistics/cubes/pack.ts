import * as z from 'zod';
import { StoredFact } from '../../../statistics-fact.ts';
import { packedParts, unpackedParts } from '../../../table/packed.ts';
import type { Cube } from './cube.ts';

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

/** A cube in the fewest bytes, cut into parts that each fit an item. */
export function packedCube({ cells, ...cube }: Cube): Uint8Array[] {
  const packed: z.infer<typeof PackedCube> = {
    month: cube.month,
    persons: [...cube.persons],
    cells: cells.map(({ persons, ...cell }) => ({
      ...cell,
      steps: persons.map((place, nth) => place - (persons[nth - 1] ?? 0)),
    })),
  };
  return packedParts(packed);
}

/** @throws when the bytes are not a cube. */
export function unpackedCube(parts: readonly Uint8Array[]): Cube {
  const { cells, ...cube } = PackedCube.parse(unpackedParts(parts));
  return {
    ...cube,
    cells: cells.map(({ steps, ...cell }) => {
      let place = 0;
      return {
        ...cell,
        persons: steps.map((step) => {
          place += step;
          return place;
        }),
      };
    }),
  };
}
