import { type ControllerId, EventId } from '../kernel/id.ts';
import { type Instant, plusSeconds } from '../kernel/instant.ts';
import type { Tables } from '../services.ts';
import type { AccessEvent } from '../trail/event.ts';
import { linesOfIntake, linesOfMinutes, minutesBetween } from '../trail/sealing/gather.ts';
import { placesOf } from '../trail/sealing/heads.ts';
import { type Difference, type Evidence, factsOf, TOLERANCE, type Window } from './reconcile.ts';
import { readWitnesses, type Told, type WitnessPlaces, type WitnessStore } from './sources.ts';

/** The lines of a controller in a span of time, sealed or not. */
export type LinesOf = (controller: ControllerId, span: Window) => Promise<AccessEvent[]>;

/** Which of these lines stand in the sealed log. */
export type SealedOf = (
  controller: ControllerId,
  eventIds: readonly EventId[],
) => Promise<ReadonlySet<string>>;

/** What a reconciliation reads, and nothing it could change. */
export type Witnesses = {
  lines: LinesOf;
  witness: WitnessStore;
  places: WitnessPlaces;
  clientKeys: Evidence['clientKeys'];
};

/** As a deployment knows: where each line stands in the log is put when it is sealed. */
export const sealedLines =
  (tables: Tables): SealedOf =>
  async (controller, eventIds) =>
    new Set((await placesOf(tables, controller, eventIds)).keys());

/** What a day later still lies outside the sealed log, which the sealer no longer looks for. */
export async function unsealed(
  sealed: SealedOf,
  controllers: readonly ControllerId[],
  { lines, window }: Evidence,
): Promise<Difference[]> {
  const found = await Promise.all(
    controllers.map(async (controller) => {
      const own = lines.filter(
        (line) => line.controller === controller && line.at >= window.from && line.at < window.to,
      );
      const known = await sealed(
        controller,
        own.map(({ eventId }) => EventId.parse(eventId)),
      );
      return own.filter(({ eventId }) => !known.has(eventId));
    }),
  );
  return found.flat().map(({ at, controller, eventId, userId }) => ({
    kind: 'lineNotSealed',
    at,
    controller,
    evidence: eventId,
    by: userId,
  }));
}

/** As a deployment reads them: from the trail, and from the archive where the trail refused them. */
export const storedLines =
  (tables: Tables, archive: WitnessStore): LinesOf =>
  async (controller, { from, to }) => {
    const [stored, refused] = await Promise.all([
      linesOfMinutes(tables, controller, minutesBetween(from, to)),
      linesOfIntake(archive, controller, [...new Set([from.slice(0, 10), to.slice(0, 10)])]),
    ]);
    // The intake may hold a line that the trail took after all.
    return [...new Map([...stored, ...refused].map((event) => [event.eventId, event])).values()];
  };

/** A run's line may stand so far from what it tells of. */
const AROUND_SECONDS = TOLERANCE.runSeconds + TOLERANCE.skewSeconds;

/**
 * Everything that was recorded of a window by a moment, by the witnesses and by the log.
 * @param until what was delivered later is not looked at.
 */
export async function gather(
  { lines: linesOf, witness, places, clientKeys }: Witnesses,
  controllers: readonly ControllerId[],
  window: Window,
  until: Instant,
): Promise<{ evidence: Evidence; more: Difference[] }> {
  const around: Window = {
    from: plusSeconds(window.from, -AROUND_SECONDS),
    to: plusSeconds(window.to, AROUND_SECONDS),
  };
  const [told, ...lines] = await Promise.all([
    readWitnesses(witness, places, { from: around.from, until }),
    ...controllers.map((controller) => linesOf(controller, around)),
  ]);
  const evidence: Evidence = {
    window,
    uses: told.uses,
    answers: told.answers,
    lines: lines.flat().map(factsOf),
    clientKeys,
  };
  return { evidence, more: [...unreadable(told, window), ...silent(told, evidence)] };
}

const unreadable = ({ unreadable: names }: Told, { from }: Window): Difference[] =>
  names.map((name) => ({
    kind: 'witnessUnreadable',
    at: from,
    controller: undefined,
    evidence: name,
    by: '',
  }));

/** A witness that was stopped tells of nothing, which must not look like nothing amiss. */
function silent({ objects }: Pick<Told, 'objects'>, { lines, window }: Evidence): Difference[] {
  const ofTime = lines.filter(({ at }) => at >= window.from && at < window.to);
  const opened = ofTime.filter(
    ({ at, keys }) => keys.length > 0 && at >= plusSeconds(window.from, CACHE_SECONDS),
  );
  const asked = ofTime.filter(({ from }) => from === 'gateway');
  const found = (evidence: string): Difference => ({
    kind: 'witnessSilent',
    at: window.from,
    controller: undefined,
    evidence: `${evidence} ${window.from}`,
    by: '',
  });
  return [
    ...(objects.cloudTrail === 0 && opened.length > 0 ? [found('CloudTrail')] : []),
    ...(objects.doors === 0 && asked.length > 0 ? [found('gateway')] : []),
  ];
}

/** A key is used again from memory for so long without another record. */
const CACHE_SECONDS = 300 + TOLERANCE.skewSeconds;
