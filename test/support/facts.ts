import { FactItem } from '../../shared/domain/statistics/fact-item.ts';
import type { StoredFact } from '../../shared/statistics-fact.ts';
import { dumpOf } from './dump.ts';
import type { World } from './world.ts';

/** What acts have added to the figures of a month of the world's own controller, as it is stored. */
export async function storedFactsOf(world: World, month: string): Promise<StoredFact[]> {
  const items = await dumpOf(world.services, 'records');
  return items.flatMap((item) => {
    const found = FactItem.safeParse(item).data;
    const isOurs = found?.pk.startsWith(`${world.controller}#`) === true && found.pk.endsWith(`#${month}`);
    return found === undefined || !isOurs ? [] : [found.fact];
  });
}

type OfNobody = Omit<StoredFact, 'person' | 'ageGroup' | 'homeMunicipality'>;

/** The same without whom: what was done, and not how old the person is and where at home. */
export const factsOf = async (world: World, month: string): Promise<OfNobody[]> =>
  (await storedFactsOf(world, month)).map(
    ({ person: _person, ageGroup: _age, homeMunicipality: _home, ...fact }) => fact,
  );
