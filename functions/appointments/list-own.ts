import * as z from 'zod';
import { APPOINTMENT_ACTIONS } from '../../shared/access/actions/appointments.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { entriesOf, orderOf } from '../../shared/domain/appointments/calendar.ts';
import type { AppointmentHead, CalendarEntry } from '../../shared/domain/appointments/model.ts';
import { loadAppointments } from '../../shared/domain/appointments/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { sealCursor } from '../../shared/http/paging.ts';
import type { Services } from '../../shared/services.ts';
import type { Page } from '../../shared/table/read.ts';
import { AppointmentRow, appointmentRows, lineOfRows } from './appointment-rows.ts';
import { type DaysQuery, questionOf, timeOf } from './days-asked.ts';

export const OwnCalendar = z
  .strictObject({ appointments: z.array(AppointmentRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'OwnCalendar' });

/** A working week. */
const USUAL_DAYS = 7;
type Input = { query: DaysQuery };

/** The worker's own calendar: its days are items of the worker, read strongly beside the powers. */
export const findOwn = (
  services: Services,
  caller: Identity,
  { query }: Input,
): Promise<FoundRows<CalendarEntry>> =>
  foundRows(
    services,
    caller,
    { action: APPOINTMENT_ACTIONS.listOwn, question: questionOf('own', query), query },
    async ({ limit, after }): Promise<Page<CalendarEntry>> => {
      const time = timeOf(query, services.clock.now(), USUAL_DAYS);
      const all = await entriesOf(services, caller.controller, caller.userId, time);
      const rest = after === undefined ? all : all.filter((entry) => orderOf(entry) > (after['after'] ?? ''));
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      return rest.length > limit && last !== undefined
        ? { items, lastKey: { after: orderOf(last) } }
        : { items };
    },
  );

/** One's own day or week, in the order of time. */
export async function listOwn(
  context: ActContext,
  { query }: Input,
  found: FoundRows<CalendarEntry> | undefined,
): Promise<Reading<z.infer<typeof OwnCalendar>>> {
  const page = rowsOf(found);
  const heads = await loadAppointments(context, page.items);
  const inOrder = page.items.flatMap((entry): AppointmentHead[] => {
    const head = heads.find(
      ({ appointmentId, clientId }) => appointmentId === entry.appointmentId && clientId === entry.clientId,
    );
    return head === undefined ? [] : [head];
  });
  const rows = await appointmentRows(context, inOrder);
  return {
    line: lineOfRows(rows),
    body: async () => {
      const next = await sealCursor(context, questionOf('own', query), page.lastKey);
      return { appointments: rows, ...(next === undefined ? {} : { next }) };
    },
  };
}
