import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { Period } from '../shared/domain/statistics/periods.ts';
import type { ControllerId } from '../shared/kernel/id.ts';
import type { Services } from '../shared/services.ts';
import { targetOf } from './operator.ts';
import { saidOf } from './said.ts';
import { compareRegister } from './statistics/compare-register.ts';
import type { OfKind } from './statistics/months-held.ts';
import { recountPeriod } from './statistics/recount.ts';

const USAGE = `npm run recount -- <period, as 2026 or 2026-10..2027-03> [--controller <id>] [--aws]
npm run recount -- register [--mend] [--controller <id>] [--aws]`;

const Environment = z.object({
  /** Capacity units a second, for less than workers use. */
  SOINTU_RECOUNT_UNITS: z.coerce.number().positive().default(200),
  /** Folder of the file in which a comparison notes how far it is. */
  SOINTU_DATA: z.string().min(1).default('.local'),
});

type Order = { services: Services; controller: ControllerId; ranBy: string };

async function recounted({ services, controller, ranBy }: Order, period: Period): Promise<boolean> {
  const months = await recountPeriod(services, controller, {
    period,
    ranBy,
    told: ({ month, cube, facts }) => console.log(`${controller} ${month}: ${cube}, ${facts} facts`),
  });
  return months.every(({ cube }) => cube !== 'replaced');
}

async function compared({ services, controller, ranBy }: Order, mends: boolean): Promise<boolean> {
  const { SOINTU_RECOUNT_UNITS: unitsPerSecond, SOINTU_DATA: folder } = Environment.parse(process.env);
  let lastTold: number | undefined;
  const { progress, disposed, nameless, stray } = await compareRegister({
    services,
    controller,
    ranBy,
    mends,
    unitsPerSecond,
    progressFile: join(resolve(folder), `comparison-${controller}.json`),
    // Pages in which nothing of this controller stands say nothing new.
    told: ({ counts: { looked } }) => {
      if (looked !== lastTold) console.error(`${controller}: ${looked} looked at`);
      lastTold = looked;
    },
  });
  const { counts, older } = progress;
  const list = (found: readonly OfKind[], what: string): void => {
    for (const { kind, month, facts } of found)
      console.log(`${controller} ${month} ${kind}: ${facts} ${what}`);
  };
  list(disposed, 'disposed of');
  list(nameless, 'without a name, not compared');
  list(stray, 'of nothing in the register');
  for (const [entity, things] of Object.entries(older)) {
    console.log(`${controller} ${entity}: ${things} from before it was kept, not compared`);
  }
  const strays = stray.reduce((sum, { facts }) => sum + facts, 0);
  console.log(`${controller}: ${JSON.stringify({ ...counts, stray: strays })}`);
  return counts.missing + counts.left + counts.differing + strays === counts.mended;
}

/** `npm run recount`: months counted anew from their facts, and their cubes put right; or the facts held against the register. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { controller: { type: 'string' }, mend: { type: 'boolean' }, aws: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [said] = positionals;
  if (said === undefined) throw new Error(USAGE);
  const period = said === 'register' ? undefined : Period.parse(said);
  const { services, controllers, ranBy, close } = await targetOf(process.argv, process.env);
  try {
    for (const controller of controllers) {
      if (values.controller !== undefined && values.controller !== controller) continue;
      const order = { services, controller, ranBy };
      const isRight =
        period === undefined ? await compared(order, values.mend === true) : await recounted(order, period);
      if (!isRight) process.exitCode = 1;
    }
  } finally {
    await close();
  }
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
