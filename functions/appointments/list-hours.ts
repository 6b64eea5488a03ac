import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { hoursOf } from '../../shared/domain/appointments/hours.ts';
import { OpenHours } from '../../shared/domain/appointments/model.ts';
import { timeOf, type WholeDaysQuery } from './days-asked.ts';

const shown = {
  hoursId: true,
  unitId: true,
  startsAt: true,
  endsAt: true,
  slotMinutes: true,
  resourceIds: true,
  version: true,
} as const;

export const OwnHours = z
  .strictObject({ hours: z.array(z.strictObject(OpenHours.pick(shown).shape)) })
  .meta({ id: 'OwnHours' });

const USUAL_DAYS = 31;

/** One's own published hours of the days asked. */
export async function listHours(
  context: ActContext,
  { query }: { query: WholeDaysQuery },
): Promise<Reading<z.infer<typeof OwnHours>>> {
  const hours = await hoursOf(context, context.actor.userId, timeOf(query, context.now, USUAL_DAYS));
  return {
    line: {
      clients: [],
      resources: hours.map(({ hoursId }) => ({ kind: 'openHours', id: hoursId })),
      dataGroups: ['appointments'],
    },
    body: () => ({
      hours: hours.map(({ hoursId, unitId, startsAt, endsAt, slotMinutes, resourceIds, version }) => ({
        hoursId,
        unitId,
        startsAt,
        endsAt,
        slotMinutes,
        resourceIds,
        version,
      })),
    }),
  };
}
