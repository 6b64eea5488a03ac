import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { entriesIn, loadDays } from '../../shared/domain/appointments/calendar.ts';
import { hoursOfUnit, loadHours } from '../../shared/domain/appointments/hours.ts';
import { OpenHours } from '../../shared/domain/appointments/model.ts';
import { freeSlots } from '../../shared/domain/appointments/rules.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import type { CalendarHolderId, UnitId } from '../../shared/kernel/id.ts';
import { type DaysQuery, questionOf, timeOf } from './days-asked.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

const { hoursId, workerId, startsAt, endsAt, resourceIds } = OpenHours.shape;
const FreeTime = z.strictObject({ hoursId, workerId, startsAt, endsAt, resourceIds });

export const FreeTimes = z
  .strictObject({ free: z.array(FreeTime), next: z.string().optional() })
  .meta({ id: 'FreeTimes' });

const holdersOf = ({ workerId: of, resourceIds: rooms }: OpenHours): CalendarHolderId[] => [
  ...(of === undefined ? [] : [of]),
  ...rooms,
];

const USUAL_DAYS = 7;
/** Hours looked at for one page: the calendars of as many days of workers are read beside. */
const HOURS_A_PAGE = 20;

/** The free times of a unit: slots of the published hours in which neither the worker nor a room is booked. */
export async function listFree(
  context: ActContext,
  { params: { unitId }, query }: { params: { unitId: UnitId }; query: DaysQuery },
): Promise<Reading<z.infer<typeof FreeTimes>>> {
  mustBeInUnit(context, unitId);
  const { services, actor, now } = context;
  const question = questionOf(unitId, query);
  const after = await openCursor(context, question, query.cursor);
  const time = timeOf(query, now, USUAL_DAYS);
  const limit = Math.min(query.limit ?? HOURS_A_PAGE, HOURS_A_PAGE);
  const page = await hoursOfUnit(services, actor.controller, unitId, time, { limit, after });
  const hours = await loadHours(context, page.items);
  const days = await loadDays(context, [...new Set(hours.flatMap(holdersOf))], hours);
  const free = hours
    .flatMap((one) => {
      const holders: readonly string[] = holdersOf(one);
      const booked = entriesIn(
        [...days.values()].filter(({ holderId }) => holders.includes(holderId)),
        one,
      );
      return freeSlots(one, booked, now).map((slot) => ({
        hoursId: one.hoursId,
        ...(one.workerId === undefined ? {} : { workerId: one.workerId }),
        resourceIds: one.resourceIds,
        ...slot,
      }));
    })
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return {
    line: {
      clients: [],
      resources: [{ kind: 'unit', id: unitId }],
      dataGroups: ['appointments'],
    },
    body: async () => {
      const next = await sealCursor(context, question, page.lastKey);
      return { free, ...(next === undefined ? {} : { next }) };
    },
  };
}
