import { SETTINGS_GONE } from './settings-gone.ts';
import { SIGNS_END } from './signs-end.ts';

/** An item as it lies in the table, before a schema has seen it. */
export type RawItem = Readonly<Record<string, unknown>>;

/**
 * One step of an entity's shape, from one schema version to the next. Pure, and of what stands in clear only:
 * keys, version, who and when, and every sealed attribute stay as they are (docs/decisions/0029).
 */
export type Migration = {
  table: 'records' | 'keys';
  entity: string;
  /** The schema version it takes. It gives the next. */
  from: number;
  change: (item: RawItem) => RawItem;
};

/** By entity, its steps in order: the first takes version 1. */
export type Migrations = ReadonlyMap<string, readonly Migration[]>;

/** @throws Error when the steps of an entity leave one out or have one twice. */
export function migrationsOf(steps: readonly Migration[]): Migrations {
  const byEntity = Map.groupBy(steps, ({ entity }) => entity);
  for (const [entity, own] of byEntity) {
    own.sort((a, b) => a.from - b.from);
    if (own.some(({ from }, index) => from !== index + 1)) {
      throw new Error(`The migrations of ${entity} do not follow each other from version 1.`);
    }
  }
  return byEntity;
}

/** The version that code of this release writes and every item is brought to when it is read. */
export const currentVersion = (migrations: Migrations, entity: string): number =>
  (migrations.get(entity)?.length ?? 0) + 1;

/** Every change of a stored shape so far. How one is added stands in docs/decisions/0029. */
export const MIGRATIONS = migrationsOf([...SETTINGS_GONE, ...SIGNS_END]);
