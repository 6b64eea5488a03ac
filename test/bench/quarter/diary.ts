import type { Day } from './calendar.ts';
import { DAYS } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { QuarterAppointment, QuarterWorker } from './facts.ts';
import type { Member } from './households.ts';
import { isAtWork } from './workers.ts';

/** Two or three appointments a day with clients of one's own, and now and then a shared one with another unit's client. */
export function diaryOf(
  chance: Chance,
  workers: readonly QuarterWorker[],
  clients: readonly Member[],
  ownOf: (worker: QuarterWorker, day: Day) => readonly Member[],
): QuarterAppointment[] {
  return DAYS.flatMap((day) =>
    workers
      .filter((worker) => worker.duty === 'casework' && isAtWork(worker, day))
      .flatMap((worker) => {
        const own = ownOf(worker, day);
        return Array.from({ length: chance.int(1, 4) }, (): QuarterAppointment[] => {
          const client = own.length === 0 || chance.is(0.03) ? chance.pick(clients) : chance.pick(own);
          const minute = worker.startsAt + 30 * chance.int(1, 13);
          return [{ clientId: client.clientId, userId: worker.userId, on: day.date, minute }];
        }).flat();
      }),
  );
}
