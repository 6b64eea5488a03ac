import type { Action } from '../../shared/access/action.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import type { Migrations } from '../../shared/table/migrations/register.ts';
import { lineOf } from '../../shared/trail/line.ts';
import { storeLine } from '../../shared/trail/write.ts';
import { paceOf } from './pace.ts';
import { forgetProgress, type Progress, readProgress, writeProgress } from './progress.ts';
import { entitiesOf, rewriteTable } from './rewrite-table.ts';

const MIGRATE: Action = {
  name: 'setup.migrate',
  title: {
    fi: 'Muuta tallenteiden rakenne uusimpaan',
    sv: 'Ändra de lagrade posternas form till den nyaste',
    en: 'Bring stored items to their newest shape',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 13',
};

/** Parts of a table read side by side. */
const SEGMENTS = 8;
const TABLES = ['records', 'keys'] as const;

export type MigrationRun = {
  services: Services;
  controllers: readonly ControllerId[];
  ranBy: string;
  migrations: Migrations;
  /** Capacity units a second, reading and writing together. */
  unitsPerSecond: number;
  /** Where the run notes how far it is. */
  progressFile: string;
  told: (progress: Progress) => void;
};

/** @returns what was done, or undefined when there is nothing to migrate and no table is read. */
export async function migrateItems(run: MigrationRun): Promise<Progress | undefined> {
  const steps = [...run.migrations].flatMap(([entity, own]) =>
    own.map(({ from }) => `${entity}:${from}-${from + 1}`),
  );
  if (steps.length === 0) return undefined;
  const progress = beginOrGoOn(run, steps);
  await logRun(run, 'ItemMigrationStarted', progress);
  for (const table of tablesOf(run.migrations)) await migrateTable(run, table, progress);
  await logRun(run, 'ItemMigrationEnded', progress);
  forgetProgress(run.progressFile);
  return progress;
}

/** The tables that hold something whose shape has changed. */
const tablesOf = (migrations: Migrations) =>
  TABLES.filter((table) => entitiesOf(migrations, table).length > 0);

/** Where an earlier run for the same steps broke off, or the beginning. */
function beginOrGoOn({ services, migrations, progressFile }: MigrationRun, steps: string[]): Progress {
  const left = readProgress(progressFile);
  if (left !== undefined && left.steps.join() === steps.join()) return left;
  const atStart = () => Array.from({ length: SEGMENTS }, () => ({ done: false }));
  return {
    runId: newId(services),
    steps,
    tables: Object.fromEntries(tablesOf(migrations).map((table) => [table, atStart()])),
    counts: { rewritten: 0, overtaken: 0 },
  };
}

async function migrateTable(
  { services, controllers: [any], migrations, unitsPerSecond, progressFile, told }: MigrationRun,
  table: (typeof TABLES)[number],
  progress: Progress,
): Promise<void> {
  const segments = progress.tables[table];
  if (segments === undefined || any === undefined) throw new Error('A run is about tables and controllers.');
  await rewriteTable(
    {
      // An operator's credentials are bound to no controller: one client reaches the whole table.
      client: services.tables.clientOf(any),
      table,
      tableName: services.tables[table],
      migrations,
      pace: paceOf(unitsPerSecond),
      reached(segment, state, outcomes) {
        segments[segment] = state;
        for (const outcome of outcomes) progress.counts[outcome] += 1;
        writeProgress(progressFile, progress);
        told(progress);
      },
    },
    [...segments],
  );
}

/** One line for each controller at the start and one at the end: nobody is shown anything (docs/decisions/0029). */
async function logRun(run: MigrationRun, event: string, { runId, steps }: Progress): Promise<void> {
  for (const controller of run.controllers) {
    const context = systemContext(run.services, controller, { action: MIGRATE, event, ranBy: run.ranBy });
    const part = {
      clients: [],
      resources: [{ kind: 'job' as const, id: runId }],
      dataGroups: [],
      changedFields: steps,
    };
    await storeLine(run.services, lineOf(context, part, { result: 'allowed' }));
  }
}
