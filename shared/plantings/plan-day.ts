import type { Made, Planned, PlantingPlan } from '../domain/plantings/model.ts';
import { type ControllerId, EventId } from '../kernel/id.ts';
import { epochMsOf, type Instant, plusMilliseconds } from '../kernel/instant.ts';
import { addDays, type LocalDate, startOfDay } from '../kernel/local-date.ts';
import { plantedKey, plantedObject } from '../kernel/planted.ts';
import { newId } from '../new-id.ts';
import type { Services } from '../services.ts';
import type { Hands } from './planter.ts';

/** The last of a day is left for the run that plants. */
const MARGIN_MS = 30 * 60_000;

/** What is planted on a day: each at a moment of its own that is known to the plan alone. */
export function planDay(
  services: Pick<Services, 'clock' | 'random'>,
  hands: Pick<Hands, 'sessionOf'>,
  controllers: readonly ControllerId[],
  { controller, on }: { controller: ControllerId; on: LocalDate },
): PlantingPlan {
  const now = services.clock.now();
  const span = epochMsOf(startOfDay(addDays(on, 1))) - MARGIN_MS - epochMsOf(now);
  const dueAt = (): Instant => {
    const share = Buffer.from(services.random(4)).readUInt32BE() / 2 ** 32;
    return span <= 0 ? now : plusMilliseconds(now, Math.floor(span * share));
  };
  return {
    waiting: made(services, hands, controllers, controller).map(
      (one): Planned => ({ made: one, dueAt: dueAt() }),
    ),
  };
}

function made(
  services: Pick<Services, 'clock' | 'random'>,
  { sessionOf }: Pick<Hands, 'sessionOf'>,
  controllers: readonly ControllerId[],
  controller: ControllerId,
): Made[] {
  const eventId = (): EventId => EventId.parse(newId(services));
  const by = sessionOf(controller);
  const other = controllers[(controllers.indexOf(controller) + 1) % controllers.length];
  return [
    { kind: 'keyUseWithoutLine', key: plantedKey(services.random) },
    // With one controller alone there is no other to read of.
    ...(other === undefined || other === controller
      ? []
      : [
          {
            kind: 'readAcrossControllers' as const,
            key: plantedKey(services.random),
            other,
            ...(by === undefined ? {} : { by }),
          },
        ]),
    { kind: 'lineOverwritten', lineId: eventId() },
    { kind: 'secondVersion', object: plantedObject(controller, newId(services)) },
    { kind: 'eventDropped', eventId: eventId() },
  ];
}
