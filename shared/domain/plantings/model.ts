import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ControllerId, EventId, KeyId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { PlantingControl, PlantingKind } from './kind.ts';

/** Of what a planted violation is made: fresh each day, so that no control can know it by sight. */
const Made = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keyUseWithoutLine'), key: KeyId }),
  z.strictObject({
    kind: z.literal('readAcrossControllers'),
    key: KeyId,
    other: ControllerId,
    /** The session that asks, as AWS names it: a refusal may be recorded without the key. */
    by: z.string().max(200).optional(),
  }),
  z.strictObject({ kind: z.literal('lineOverwritten'), lineId: EventId }),
  z.strictObject({ kind: z.literal('secondVersion'), object: z.string().max(200) }),
  z.strictObject({ kind: z.literal('eventDropped'), eventId: EventId }),
]);
export type Made = z.infer<typeof Made>;

/** One violation that is planned for a moment of the day, and when it was planted. */
const Planned = z.strictObject({ made: Made, dueAt: Instant, plantedAt: Instant.optional() });
export type Planned = z.infer<typeof Planned>;

/** What is still to be planted or found: sealed under the controller, which no control can open. */
export const PlantingPlan = z.strictObject({ waiting: z.array(Planned).max(10) });
export type PlantingPlan = z.infer<typeof PlantingPlan>;

/**
 * How one ended. `missed`: its control did not report it within 24 hours. `notRefused`: what had to be refused was not.
 * `notPlanted`: it could not be planted. `notPossible`: where this runs there is nothing to plant it into.
 */
export const PlantingResult = z.strictObject({
  kind: PlantingKind,
  /** The key, line, object or event that it was made of: no secret any more. */
  of: z.string().max(200),
  result: z.enum(['found', 'missed', 'notRefused', 'notPlanted', 'notPossible']),
  plantedAt: Instant.optional(),
  /** When its control had reported it, by what name, and which control. */
  found: z.strictObject({ at: Instant, report: z.string().max(1024), control: PlantingControl }).optional(),
});
export type PlantingResult = z.infer<typeof PlantingResult>;

/** One day's planted violations of a controller. What has not ended yet is sealed. */
export const PlantingDay = storedItem('plantingDay', {
  on: LocalDate,
  state: z.enum(['underWay', 'done']),
  plan: Sealed,
  results: z.array(PlantingResult).max(10),
});
export type PlantingDay = z.infer<typeof PlantingDay>;

/** A report of a control that was looked at: whether it was of a planted violation. */
export const JudgedReport = storedItem('judgedReport', {
  report: z.string().max(1024),
  planted: z.boolean(),
  ttl: z.int(),
});
export type JudgedReport = z.infer<typeof JudgedReport>;

/** That a planted event came to its consumer. */
export const PlantedArrival = storedItem('plantedArrival', { eventId: EventId, ttl: z.int() });
export type PlantedArrival = z.infer<typeof PlantedArrival>;
