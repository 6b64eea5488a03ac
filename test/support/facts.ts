import { FactItem } from '../../shared/domain/statistics/fact-item.ts';
import type { StoredFact } from '../../shared/statistics-fact.ts';
import { dumpOf } from './dump.ts';
import type { World } from './world.ts';

/** What acts have added to the figures of a month of the world's own controller, without whom. */
export async function factsOf(world: World, month: string): Promise<Omit<StoredFact, 'person'>[]> {
  const items = await dumpOf(world.services, 'records');
  return items.flatMap((item) => {
    const found = FactItem.safeParse(item).data;
    const isOurs = found?.pk.startsWith(`${world.controller}#`) === true && found.pk.endsWith(`#${month}`);
    if (found === undefined || !isOurs) return [];
    const { person: _, ...fact } = found.fact;
    return [fact];
  });
}
