import { join } from 'node:path';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { sealedLines, storedLines } from '../../shared/witnesses/gather.ts';
import type { Reconciler } from '../../shared/witnesses/judge-windows.ts';
import { compareWitnesses } from '../../shared/witnesses/run.ts';
import { CLOUD_TRAIL_PLACE, type LocalCloudTrail, localKeyArn } from './cloud-trail.ts';
import { DOOR_PLACE } from './gateway-log.ts';
import { folderArchive } from './sealed-store.ts';

/** The bucket of the witnesses, in the data folder. */
export const WITNESS_FOLDER = 'witness';
const MINUTE_MS = 60_000;
/** A window comes due once an hour; whether one has is two queries for each controller. */
const LOOK_MINUTES = 10;

const localPlaces = { cloudTrail: CLOUD_TRAIL_PLACE, doors: [DOOR_PLACE] } as const;

const localClientKeys = (controllers: readonly ControllerId[]): Map<string, ControllerId> =>
  new Map(controllers.map((controller) => [localKeyArn('client', controller), controller]));

const localReconciler = (
  services: Services,
  folder: string,
  controllers: readonly ControllerId[],
): Reconciler => ({
  services,
  sealed: sealedLines(services.tables),
  lines: storedLines(services.tables, folderArchive(folder)),
  witness: folderArchive(join(folder, WITNESS_FOLDER)),
  versioned: undefined,
  places: localPlaces,
  clientKeys: localClientKeys(controllers),
});

/** Delivers what the key service recorded, and compares it with the log when a window has come due. */
export function compareEachHour(
  { services, cloudTrail }: { services: Services; cloudTrail: LocalCloudTrail },
  folder: string,
  controllers: readonly ControllerId[],
): { stop: () => Promise<void> } {
  const reconciler = localReconciler(services, folder, controllers);
  let minutes = 0;
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    cloudTrail.deliver();
    minutes += 1;
    if (minutes % LOOK_MINUTES === 0) running = running.then(() => compareWitnesses(reconciler, controllers));
  }, MINUTE_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
