import { join, resolve } from 'node:path';
import * as z from 'zod';
import { MIGRATIONS } from '../shared/table/migrations/register.ts';
import type { Progress } from './migrations/progress.ts';
import { migrateItems } from './migrations/run.ts';
import { targetOf } from './operator.ts';
import { saidOf } from './said.ts';

const Environment = z.object({
  /** Capacity units a second: 200 read about 3 GB an hour, for less than workers use. */
  SOINTU_MIGRATE_UNITS: z.coerce.number().positive().default(200),
  /** Folder of the file in which the run notes how far it is. */
  SOINTU_DATA: z.string().min(1).default('.local'),
});

/** `npm run migrate`: stored items in their newest shape, while the tables serve. `-- --aws` for a deployment. */
async function main(): Promise<void> {
  const { SOINTU_MIGRATE_UNITS: unitsPerSecond, SOINTU_DATA: folder } = Environment.parse(process.env);
  const { services, controllers, ranBy, close } = await targetOf(process.argv, process.env);
  try {
    const done = await migrateItems({
      services,
      controllers,
      ranBy,
      migrations: MIGRATIONS,
      unitsPerSecond,
      progressFile: join(resolve(folder), 'migration.json'),
      told: (progress) => console.log(sentenceOf(progress)),
    });
    console.log(
      done === undefined ? 'Every item is in its newest shape: no step is registered.' : endOf(done),
    );
  } finally {
    await close();
  }
}

function sentenceOf({ tables, counts }: Progress): string {
  const segments = Object.values(tables).flat();
  const read = segments.filter(({ done }) => done).length;
  return `${read} of ${segments.length} parts read, ${counts.rewritten} items rewritten`;
}

const endOf = ({ counts: { rewritten, overtaken } }: Progress): string =>
  overtaken === 0
    ? `Done: ${rewritten} items rewritten.`
    : `Done: ${rewritten} items rewritten, ${overtaken} changed meanwhile. Run once more: it must find none.`;

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
