import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ControllerId } from '../../shared/kernel/id.ts';
import { deriveRows } from '../../shared/trail/rows/derive-rows.ts';
import { folderArchive, folderFresh } from '../local/sealed-store.ts';

/** Whose logs lie in a copy of the archive. */
export function controllersOf(folder: string): ControllerId[] {
  const logs = join(folder, 'log');
  if (statSync(logs, { throwIfNoEntry: false }) === undefined)
    throw new Error(
      `${folder} holds no sealed log: the laptop seals its first lines a minute after its start.`,
    );
  return readdirSync(logs).map((name) => ControllerId.parse(name));
}

/** Lays down in a copy of the archive the rows that it lacks: of what was sealed and not derived yet. */
export async function bringRows(folder: string, controllers: readonly ControllerId[]): Promise<void> {
  for (const controller of controllers) {
    await deriveRows(
      {
        archive: folderArchive(folder),
        fresh: folderFresh(join(folder, 'fresh')),
        rows: folderFresh(folder),
      },
      controller,
    );
  }
}
