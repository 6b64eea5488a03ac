import type { ControllerRing } from '../../crypto/controller-ring.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ControllerId, EventId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tables } from '../../services.ts';
import { plantingKeys } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { JudgedReport, PlantedArrival, PlantingDay, PlantingPlan } from './model.ts';

/** The days, the latest first. */
export const pageOfDays = (
  tables: Tables,
  controller: ControllerId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<PlantingDay>> =>
  query(
    tables,
    controller,
    {
      table: 'records',
      pk: plantingKeys.days(controller),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    PlantingDay,
  );

/** Which of these reports, by the hash of their names, were looked at already. */
export const knownReports = (
  tables: Tables,
  controller: ControllerId,
  hashes: readonly string[],
): Promise<JudgedReport[]> =>
  batchGet(
    tables,
    controller,
    'records',
    hashes.map((hash) => plantingKeys.report(controller, hash)),
    JudgedReport,
  );

/** Whether a planted event came to its consumer. */
export const arrivalOf = (
  tables: Tables,
  controller: ControllerId,
  eventId: EventId,
): Promise<PlantedArrival | undefined> =>
  getItem(tables, controller, 'records', plantingKeys.arrival(controller, eventId), PlantedArrival);

const placeOf = (controller: ControllerId, on: LocalDate) => ({
  table: 'records',
  ...plantingKeys.day(controller, on),
  attribute: 'plan',
});

export const sealPlan = (
  ring: ControllerRing,
  controller: ControllerId,
  on: LocalDate,
  version: number,
  plan: PlantingPlan,
): Promise<Sealed> => ring.seal(placeOf(controller, on), version, plan);

export const openPlan = (
  ring: ControllerRing,
  controller: ControllerId,
  day: PlantingDay,
): Promise<PlantingPlan> => ring.open(day.plan, placeOf(controller, day.on), PlantingPlan);
