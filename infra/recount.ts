import { parseArgs } from 'node:util';
import { Period } from '../shared/domain/statistics/periods.ts';
import { targetOf } from './operator.ts';
import { recountPeriod } from './statistics/recount.ts';

const USAGE = 'npm run recount -- <period, as 2026 or 2026-10..2027-03> [--controller <id>] [--aws]';

/** `npm run recount`: the months of a period counted anew from their facts, and their cubes put right where they differ. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { controller: { type: 'string' }, aws: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [said] = positionals;
  if (said === undefined) throw new Error(USAGE);
  const period = Period.parse(said);
  const { services, controllers, ranBy, close } = await targetOf(process.argv, process.env);
  try {
    for (const controller of controllers) {
      if (values.controller !== undefined && values.controller !== controller) continue;
      const months = await recountPeriod(services, controller, {
        period,
        ranBy,
        told: ({ month, cube, facts }) => console.log(`${controller} ${month}: ${cube}, ${facts} facts`),
      });
      if (months.some(({ cube }) => cube === 'replaced')) process.exitCode = 1;
    }
  } finally {
    await close();
  }
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
});
