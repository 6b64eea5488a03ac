import * as z from 'zod';
import { mayKnowAppointment } from '../../shared/access/visible-appointments.ts';
import type { Reading } from '../../shared/act.ts';
import type { AppointmentHead } from '../../shared/domain/appointments/model.ts';
import { appointmentsOfClient } from '../../shared/domain/appointments/store.ts';
import { AppointmentView, openAppointments } from '../../shared/domain/appointments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';

export const AppointmentsQuery = PageQuery.extend({ which: z.enum(['coming', 'over']).default('coming') });

export const AppointmentPage = z
  .strictObject({ appointments: z.array(AppointmentView).max(PAGE), next: z.string().optional() })
  .meta({ id: 'AppointmentPage' });

/** A client's appointments: those that are coming by their time, or those that are over, the latest made first. */
export async function listClientAppointments(
  context: ClientContext,
  { query: { which, cursor, limit = PAGE } }: { query: z.infer<typeof AppointmentsQuery> },
): Promise<Reading<z.infer<typeof AppointmentPage>>> {
  const { actor, today, file } = context;
  const { clientId } = file.head;
  const question = `${clientId} ${which}`;
  const after = await openCursor(context, question, cursor);
  const { items: known, lastKey } = await shownPage<AppointmentHead>(
    { limit, after },
    {
      ask: (asked) => appointmentsOfClient(context, clientId, { which, ...asked }),
      isShown: (item) => mayKnowAppointment(actor, item, today),
    },
  );
  const shown = which === 'coming' ? known.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) : known;
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...shown.map(({ appointmentId, serviceTasks }) => ({
          kind: 'appointment' as const,
          id: appointmentId,
          serviceTasks,
        })),
      ],
      dataGroups: ['appointments'],
    },
    body: async () => {
      const [appointments, next] = await Promise.all([
        openAppointments(ringOf(context), shown),
        sealCursor(context, question, lastKey),
      ]);
      return { appointments, ...(next === undefined ? {} : { next }) };
    },
  };
}
