import { faultFields } from '../../shared/application-log.ts';
import { sweepOutbox } from '../../shared/events/sweep-outbox.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Hands } from '../../shared/plantings/planter.ts';
import { runPlantings } from '../../shared/plantings/run.ts';
import type { Services } from '../../shared/services.ts';
import type { Bus } from './bus.ts';
import { folderArchive } from './sealed-store.ts';

const MINUTE_MS = 60_000;
/** As the schedule of a deployment has them. */
const SWEEP = { oldest: 15, youngest: 5 };
const SWEEP_MINUTES = 5;
const PLANT_MINUTES = 10;

/**
 * With what a laptop plants: its key service and its tables, which do refuse, sweep and tell as in the cloud. Its store
 * has no stream that tells of an overwritten line, and its folders no versions: those two cannot be planted.
 */
export const localHands = (services: Services): Hands => ({
  tables: services.tables,
  vaultOf: () => services.vault,
  sessionOf: () => undefined,
  // The vault opens by the controller's name or not at all.
  isRefusal: (thrown) => thrown instanceof Error,
  tableRefuses: undefined,
  putObject: undefined,
  streams: false,
});

/** The sweeper of a deployment over the bus of a laptop: what was handed on is taken out of the outbox. */
export async function sweepLocally(
  services: Services,
  bus: Pick<Bus, 'publish' | 'drained'>,
  controllers: readonly ControllerId[],
): Promise<void> {
  const { sent } = await sweepOutbox(
    services,
    async (envelopes) => {
      bus.publish(envelopes);
      // Nothing keeps what the bus has not handed on: only then may the outbox forget it.
      await bus.drained();
      return new Set(envelopes.map(({ eventId }) => eventId));
    },
    controllers,
    SWEEP,
  );
  if (sent > 0) services.log.info('SWEPT', { count: sent });
}

/** Plants on a laptop what can be planted there, and looks at what was reported. */
export function plantEachDay(
  { services, bus }: { services: Services; bus: Bus },
  folder: string,
  controllers: readonly ControllerId[],
): { stop: () => Promise<void> } {
  const plantings = { services, hands: localHands(services), archive: folderArchive(folder) };
  let minutes = 0;
  let running: Promise<unknown> = Promise.resolve();
  const goOn = (run: () => Promise<unknown>): void => {
    running = running
      .then(run)
      .catch((thrown: unknown) => services.log.error('JOB_FAILED', faultFields(thrown)));
  };
  const timer = setInterval(() => {
    minutes += 1;
    if (minutes % SWEEP_MINUTES === 0) goOn(() => sweepLocally(services, bus, controllers));
    if (minutes % PLANT_MINUTES === 0) goOn(() => runPlantings(plantings, controllers));
  }, MINUTE_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
