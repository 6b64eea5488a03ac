import { faultFields } from '../application-log.ts';
import type { Judgement, WitnessRun } from '../domain/witnesses/model.ts';
import { endRun } from '../domain/witnesses/store.ts';
import type { ControllerId } from '../kernel/id.ts';
import { compareInstants, epochMsOf, type Instant, instantOf, plusMinutes } from '../kernel/instant.ts';
import { type Judged, judgeWindow, type Reconciler } from './judge-windows.ts';
import { watchVersions } from './versions.ts';

/** CloudTrail delivers within so many minutes as a rule; a door's log within fewer. */
const DELIVERY_MINUTES = 15;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** How long a window is, and how long after its end it is judged. */
const OF: Record<Judgement, { minutes: number; after: number; atOnce: number }> = {
  first: { minutes: HOUR_MINUTES, after: DELIVERY_MINUTES + HOUR_MINUTES, atOnce: 8 },
  second: { minutes: DAY_MINUTES, after: DAY_MINUTES, atOnce: 1 },
};

/** Windows begin where the clock says so, whoever asks: an hour of it, a day of UTC. */
const startOf = (moment: Instant, minutes: number): Instant =>
  instantOf(Math.floor(epochMsOf(moment) / (minutes * 60_000)) * minutes * 60_000);

/** The windows that have come due since the last that was judged, the oldest first. */
export function windowsDue(now: Instant, judgement: Judgement, since: Instant): Judged[] {
  const { minutes, after, atOnce } = OF[judgement];
  const end = startOf(plusMinutes(now, -after), minutes);
  const due: Judged[] = [];
  for (let from = since; from < end && due.length < atOnce; from = plusMinutes(from, minutes)) {
    const to = plusMinutes(from, minutes);
    due.push({ judgement, window: { from, to }, until: earlier(now, plusMinutes(to, after)) });
  }
  return due;
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

export type Compared = { windows: number; findings: number; failed: number };

/**
 * The run of the hour: judges each hour an hour after its records were delivered, and each day again 24 hours later.
 * What an earlier run left, this one goes on with, some windows at a time.
 */
export async function compareWitnesses(
  reconciler: Reconciler,
  controllers: readonly ControllerId[],
): Promise<Compared> {
  const { clock, log } = reconciler.services;
  const done: Compared = { windows: 0, findings: 0, failed: 0 };
  for (const judgement of ['first', 'second'] as const) {
    const from = await judgedTo(reconciler, controllers, judgement);
    const due = from === undefined ? [] : windowsDue(clock.now(), judgement, from);
    try {
      for (const judged of due) {
        const found = await judgeWindow(reconciler, controllers, judged);
        done.windows += 1;
        done.findings += found;
        log.info('WITNESSES_COMPARED', { count: found });
      }
    } catch (thrown) {
      done.failed += 1;
      log.error('JOB_FAILED', faultFields(thrown));
    }
  }
  return watched(reconciler, controllers, done);
}

/** And the archive's versions, a part of them each hour. */
async function watched(
  { services, versioned }: Reconciler,
  controllers: readonly ControllerId[],
  done: Compared,
): Promise<Compared> {
  if (versioned === undefined) return done;
  for (const controller of controllers) {
    try {
      done.findings += await watchVersions(services, versioned, controller);
    } catch (thrown) {
      done.failed += 1;
      services.log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
    }
  }
  return done;
}

/** Up to where every controller was judged; one that is new does not send the others back. */
async function judgedTo(
  { services }: Reconciler,
  controllers: readonly ControllerId[],
  judgement: Judgement,
): Promise<Instant | undefined> {
  const earliest = async (of: Judgement, end: 'last' | 'first'): Promise<WitnessRun | undefined> => {
    const runs = await Promise.all(
      controllers.map((controller) => endRun(services.tables, controller, of, end)),
    );
    return runs.flatMap((run) => run ?? []).toSorted((a, b) => compareInstants(a.to, b.to))[0];
  };
  const last = await earliest(judgement, 'last');
  if (last !== undefined) return last.to;
  const now = services.clock.now();
  if (judgement === 'first') return startOf(plusMinutes(now, -OF.first.after - HOUR_MINUTES), HOUR_MINUTES);
  const begun = await earliest('first', 'first');
  return begun === undefined ? undefined : startOf(begun.from, DAY_MINUTES);
}
