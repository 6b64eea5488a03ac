import { cubeOfMonth } from '../../shared/domain/statistics/cubes/build.ts';
import type { Cube } from '../../shared/domain/statistics/cubes/cube.ts';
import { newLists } from '../../shared/domain/statistics/cubes/lists.ts';
import { monthOf } from '../../shared/kernel/local-date.ts';
import type { StoredFact } from '../../shared/statistics-fact.ts';

/** Facts as the cubes of their months. */
export function cubesOf(facts: readonly StoredFact[]): Cube[] {
  const lists = newLists();
  const months = new Map<string, ReturnType<typeof cubeOfMonth>>();
  for (const fact of facts) {
    const month = monthOf(fact.on);
    const building = months.get(month) ?? cubeOfMonth(month, lists);
    months.set(month, building);
    building.add(fact);
  }
  return [...months].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, building]) => building.cube());
}
