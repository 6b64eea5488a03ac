import * as z from 'zod';
import { statistics } from '../../functions/statistics/module.ts';
import type { World } from './world.ts';

const Done = z.object({ made: z.int().default(0), late: z.int().default(0), failed: z.int() });

/** The night and morning of statistics as their schedules start them: the months, then each collection. */
export async function nightOfStatistics({
  services,
  controller,
}: Pick<World, 'services' | 'controller'>): Promise<z.infer<typeof Done>> {
  const sum = { made: 0, late: 0, failed: 0 };
  for (const { file, starts, run } of statistics.schedules ?? []) {
    if (file === 'run-deliver') continue;
    for (const { input } of starts) {
      const done = Done.parse(await run(services, [controller], input));
      sum.made += done.made;
      sum.late += done.late;
      sum.failed += done.failed;
    }
  }
  return sum;
}
