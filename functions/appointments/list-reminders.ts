import * as z from 'zod';
import { APPOINTMENT_ACTIONS } from '../../shared/access/actions/appointments.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { mayKnowAppointment } from '../../shared/access/visible-appointments.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ReminderMessage } from '../../shared/domain/appointments/model.ts';
import { remindersOfUnit } from '../../shared/domain/appointments/reminders.ts';
import { loadAppointments } from '../../shared/domain/appointments/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { type DaysQuery, questionOf, timeOf } from './days-asked.ts';
import { forClientsAlone } from './for-client-alone.ts';
import { mustBeInUnit } from './must-be-in-unit.ts';

const { messageId, appointmentId, clientId, about, channel, dueAt, startsAt, state, version } =
  ReminderMessage.shape;
const Row = z.strictObject({
  /** A minor has shut a representative out: it goes to the minor alone. */
  toClientAlone: z.boolean(),
  messageId,
  appointmentId,
  clientId,
  about: about.unwrap(),
  channel,
  dueAt,
  startsAt,
  state,
  version,
});
export const Reminders = z
  .strictObject({ reminders: z.array(Row).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'Reminders' });

type Input = { params: { unitId: UnitId }; query: DaysQuery };
const USUAL_DAYS = 1;

export const findReminders = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: Input,
): Promise<FoundRows<ReminderMessage>> =>
  foundRows(
    services,
    caller,
    { action: APPOINTMENT_ACTIONS.listReminders, question: questionOf(unitId, query), query },
    (asked) =>
      remindersOfUnit(
        services,
        caller.controller,
        unitId,
        timeOf(query, services.clock.now(), USUAL_DAYS),
        asked,
      ),
  );

/** What is to be sent of a unit's appointments on the days asked: ids and codes, of those the worker may know. */
export async function listReminders(
  context: ActContext,
  { params: { unitId }, query }: Input,
  found: FoundRows<ReminderMessage> | undefined,
): Promise<Reading<z.infer<typeof Reminders>>> {
  mustBeInUnit(context, unitId);
  const page = rowsOf(found);
  const heads = await loadAppointments(context, page.items);
  const rows = page.items.filter((message) =>
    heads.some(
      (head) =>
        head.appointmentId === message.appointmentId &&
        head.clientId === message.clientId &&
        // An index is a moment behind: a message that was taken back is not sent.
        (message.state !== 'waiting' ||
          message.about === 'cancelled' ||
          head.reminder?.messageId === message.messageId) &&
        mayKnowAppointment(context.actor, head, context.today),
    ),
  );
  return {
    line: {
      clients: [...new Set(rows.map((row) => row.clientId))],
      resources: [
        { kind: 'unit', id: unitId },
        ...rows.map((row) => ({ kind: 'message' as const, id: row.messageId, client: row.clientId })),
      ],
      dataGroups: ['appointments'],
    },
    body: async () => {
      const [next, alone] = await Promise.all([
        sealCursor(context, questionOf(unitId, query), page.lastKey),
        forClientsAlone(context, rows),
      ]);
      return {
        reminders: rows.map((row) => ({
          messageId: row.messageId,
          appointmentId: row.appointmentId,
          clientId: row.clientId,
          about: row.about,
          channel: row.channel,
          dueAt: row.dueAt,
          startsAt: row.startsAt,
          state: row.state,
          version: row.version,
          toClientAlone: alone.has(row.clientId),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
