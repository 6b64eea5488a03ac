import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { findHours } from '../../shared/domain/appointments/hours.ts';
import type { OpenHours } from '../../shared/domain/appointments/model.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { CalendarHolderId, HoursId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

export const OneOfHours = z.strictObject({ hoursId: HoursId });
/** `holderId`: the worker, or the room, whose hours they are. */
export const OneOfUnitHours = z.strictObject({
  unitId: UnitId,
  holderId: CalendarHolderId,
  hoursId: HoursId,
});
export const HoursWithdrawn = z.strictObject({ hoursId: HoursId }).meta({ id: 'HoursWithdrawn' });
type HoursWithdrawn = z.infer<typeof HoursWithdrawn>;

/** Takes one's own published hours away. What is booked in them stays booked. */
export async function withdrawHours(
  context: ActContext,
  { params: { hoursId }, version }: { params: z.infer<typeof OneOfHours>; version: number },
): Promise<Answer<HoursWithdrawn>> {
  return withdraw(context, await findHours(context, context.actor.userId, hoursId), version);
}

/** Takes hours of a unit away: those of a worker of it, or of a room. */
export async function withdrawHoursOfUnit(
  context: ActContext,
  { params, version }: { params: z.infer<typeof OneOfUnitHours>; version: number },
): Promise<Answer<HoursWithdrawn>> {
  mustBeInUnit(context, params.unitId);
  const item = await findHours(context, params.holderId, params.hoursId);
  return withdraw(context, item?.unitId === params.unitId ? item : undefined, version);
}

function withdraw(
  context: ActContext,
  item: OpenHours | undefined,
  version: number,
): Promise<Answer<HoursWithdrawn>> {
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(item, version);
  const { hoursId } = item;
  return commit(context, {
    changes: [{ remove: item, when: { version } }],
    line: {
      clients: [],
      resources: [{ kind: 'openHours', id: hoursId, version }],
      dataGroups: ['appointments'],
      changedFields: ['hours'],
    },
    answer: { body: { hoursId } },
  });
}
