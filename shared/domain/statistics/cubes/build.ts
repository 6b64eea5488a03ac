import type { StoredFact } from '../../../statistics-fact.ts';
import { type Cube, growingCube } from './cube.ts';
import type { Lists } from './lists.ts';

/** A cell and a person in one number, which sorts by the cell: more than there are persons of a controller, or cells. */
const PERSONS = 2 ** 26;

/** The facts of one month one after another, in any order; the same facts make the same cube. */
export function cubeOfMonth(
  month: string,
  lists: Lists,
): { add: (fact: StoredFact) => void; cube: () => Cube } {
  const places = new Map<number, number>();
  const times: number[] = [];
  const days: number[] = [];
  const unknown: number[] = [];
  /** One for each fact of which the person is known: some bytes a fact. */
  const pairs: number[] = [];
  return {
    add({ on: _on, undoes: _undoes, days: lasted = 0, person, ...of }) {
      const said = lists.said.numberOf(of);
      const place = places.get(said) ?? places.size;
      places.set(said, place);
      times[place] = (times[place] ?? 0) + 1;
      days[place] = (days[place] ?? 0) + lasted;
      unknown[place] = (unknown[place] ?? 0) + (person === undefined ? 1 : 0);
      if (person !== undefined) pairs.push(place * PERSONS + lists.persons.numberOf(person));
    },
    cube() {
      const sorted = Float64Array.from(pairs).sort();
      const building = growingCube(month, lists);
      let next = 0;
      function* personsOf(place: number): Generator<number, undefined> {
        for (; next < sorted.length; next += 1) {
          const pair = sorted[next] ?? 0;
          if (Math.floor(pair / PERSONS) !== place) return undefined;
          if (pair !== sorted[next - 1]) yield pair % PERSONS;
        }
        return undefined;
      }
      for (const [said, place] of places) {
        building.add({
          said,
          times: times[place] ?? 0,
          days: days[place] ?? 0,
          unknown: unknown[place] ?? 0,
          persons: personsOf(place),
        });
      }
      return building.cube();
    },
  };
}
