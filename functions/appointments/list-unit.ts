import type * as z from 'zod';
import { APPOINTMENT_ACTIONS } from '../../shared/access/actions/appointments.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { mayKnowAppointment } from '../../shared/access/visible-appointments.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { AppointmentHead } from '../../shared/domain/appointments/model.ts';
import { appointmentsOfUnit, loadAppointments } from '../../shared/domain/appointments/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { appointmentRows, lineOfRows } from './appointment-rows.ts';
import { type DaysQuery, questionOf, timeOf } from './days-asked.ts';
import type { OwnCalendar } from './list-own.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

type Input = { params: { unitId: UnitId }; query: DaysQuery };
const USUAL_DAYS = 1;

export const findUnitAppointments = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: Input,
): Promise<FoundRows<AppointmentHead>> =>
  foundRows(
    services,
    caller,
    { action: APPOINTMENT_ACTIONS.listUnit, question: questionOf(unitId, query), query },
    (asked) =>
      appointmentsOfUnit(
        services,
        caller.controller,
        unitId,
        timeOf(query, services.clock.now(), USUAL_DAYS),
        asked,
      ),
  );

/** The day of one of the worker's own units, a row for each client: what stands now, as far as the worker may know. */
export async function listUnit(
  context: ActContext,
  { params: { unitId }, query }: Input,
  found: FoundRows<AppointmentHead> | undefined,
): Promise<Reading<z.infer<typeof OwnCalendar>>> {
  mustBeInUnit(context, unitId);
  const page = rowsOf(found);
  const heads = await loadAppointments(context, page.items);
  const standing = page.items.flatMap((row): AppointmentHead[] => {
    const head = heads.find(
      ({ appointmentId, clientId }) => appointmentId === row.appointmentId && clientId === row.clientId,
    );
    const isListed =
      head !== undefined &&
      head.state !== 'cancelled' &&
      head.startsAt === row.startsAt &&
      mayKnowAppointment(context.actor, head, context.today);
    return isListed ? [head] : [];
  });
  const rows = await appointmentRows(context, standing);
  return {
    line: lineOfRows(rows, [{ kind: 'unit', id: unitId }]),
    body: async () => {
      const next = await sealCursor(context, questionOf(unitId, query), page.lastKey);
      return { appointments: rows, ...(next === undefined ? {} : { next }) };
    },
  };
}
