import { NewerItemFault, StoredItemFault } from '../stored-item-fault.ts';
import { currentVersion, type Migrations, type RawItem } from './register.ts';

/** An item that says what it is. Keys of an index and lines of the log have no version of this kind. */
type Versioned = RawItem & { entity: string; schemaVersion: number };

const isRecord = (value: unknown): value is RawItem => typeof value === 'object' && value !== null;

const isVersioned = (raw: unknown): raw is Versioned =>
  isRecord(raw) && typeof raw['entity'] === 'string' && typeof raw['schemaVersion'] === 'number';

export const entityOf = (raw: unknown): string =>
  isRecord(raw) && typeof raw['entity'] === 'string' ? raw['entity'] : 'unknown';

/**
 * The item in the newest shape, still unparsed.
 *
 * @throws NewerItemFault when a later release wrote it, StoredItemFault when a step cannot take it.
 */
export function upgraded<Raw>(raw: Raw, migrations: Migrations): Raw | RawItem {
  if (!isVersioned(raw)) return raw;
  const { entity, schemaVersion } = raw;
  const current = currentVersion(migrations, entity);
  if (schemaVersion === current) return raw;
  if (schemaVersion > current) throw new NewerItemFault(entity, schemaVersion, current);
  return stepped(raw, migrations);
}

function stepped(item: Versioned, migrations: Migrations): RawItem {
  const steps = migrations.get(item.entity)?.slice(item.schemaVersion - 1) ?? [];
  try {
    return steps.reduce<RawItem>(
      (before, { from, change }) => ({ ...change(before), schemaVersion: from + 1 }),
      item,
    );
  } catch (thrown) {
    throw new StoredItemFault(item.entity, thrown);
  }
}
