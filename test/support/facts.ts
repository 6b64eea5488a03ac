import * as z from 'zod';
import { Fact } from '../../shared/statistics-fact.ts';
import { dumpOf } from './dump.ts';
import type { World } from './world.ts';

const FactItem = z.looseObject({ entity: z.literal('fact'), pk: z.string(), fact: Fact });

/** What acts have added to the figures of a month of the world's own controller. */
export async function factsOf(world: World, month: string): Promise<Fact[]> {
  const items = await dumpOf(world.services, 'records');
  return items.flatMap((item) => {
    const found = FactItem.safeParse(item).data;
    const isOurs = found?.pk.startsWith(`${world.controller}#`) === true && found.pk.endsWith(`#${month}`);
    return found !== undefined && isOurs ? [found.fact] : [];
  });
}
