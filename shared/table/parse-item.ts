import type * as z from 'zod';
import { MIGRATIONS } from './migrations/register.ts';
import { entityOf, upgraded } from './migrations/upgrade.ts';
import { StoredItemFault } from './stored-item-fault.ts';

/**
 * The one place where stored things come in. An item of an older shape is brought to the newest before its
 * schema sees it, so that old and new items are served alike while a migration runs.
 *
 * @throws StoredItemFault when the schema refuses it, NewerItemFault when a later release wrote it.
 */
export function parseItem<T>(schema: z.ZodType<T>, raw: unknown, migrations = MIGRATIONS): T {
  const parsed = schema.safeParse(upgraded(raw, migrations));
  if (parsed.success) return parsed.data;
  throw new StoredItemFault(entityOf(raw), parsed.error);
}
