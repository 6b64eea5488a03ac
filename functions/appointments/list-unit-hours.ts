import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { hoursOfUnit, loadHours } from '../../shared/domain/appointments/hours.ts';
import { OpenHours } from '../../shared/domain/appointments/model.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { type DaysQuery, questionOf, timeOf } from './days-asked.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

const Row = OpenHours.pick({
  hoursId: true,
  workerId: true,
  startsAt: true,
  endsAt: true,
  slotMinutes: true,
  resourceIds: true,
  version: true,
});
export const HoursOfUnit = z
  .strictObject({ hours: z.array(z.strictObject(Row.shape)), next: z.string().optional() })
  .meta({ id: 'HoursOfUnit' });

const USUAL_DAYS = 31;

/** The hours published in a unit, of its workers and its rooms, by the moment they begin. */
export async function listUnitHours(
  context: ActContext,
  { params: { unitId }, query }: { params: { unitId: UnitId }; query: DaysQuery },
): Promise<Reading<z.infer<typeof HoursOfUnit>>> {
  mustBeInUnit(context, unitId);
  const { services, actor, now } = context;
  const question = questionOf(unitId, query);
  const after = await openCursor(context, question, query.cursor);
  const limit = Math.min(query.limit ?? PAGE, PAGE);
  const page = await hoursOfUnit(services, actor.controller, unitId, timeOf(query, now, USUAL_DAYS), {
    limit,
    after,
  });
  const hours = (await loadHours(context, page.items)).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'unit', id: unitId },
        ...hours.map(({ hoursId }) => ({ kind: 'openHours' as const, id: hoursId })),
      ],
      dataGroups: ['appointments'],
    },
    body: async () => {
      const next = await sealCursor(context, question, page.lastKey);
      return { hours: hours.map((one) => Row.strip().parse(one)), ...(next === undefined ? {} : { next }) };
    },
  };
}
