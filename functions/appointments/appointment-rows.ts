import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, LinePart } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import type { AppointmentHead } from '../../shared/domain/appointments/model.ts';
import { appointmentFacts, factsOf } from '../../shared/domain/appointments/view.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** A row of a calendar: who comes, when and to whom. What it is about is read in the file. */
export const AppointmentRow = z.strictObject({
  ...appointmentFacts,
  clientId: ClientId,
  client: ClientLabel.omit({ former: true }),
});
export type AppointmentRow = z.infer<typeof AppointmentRow>;

/** The rows of these heads with their clients as they stand now. A restricted file has no row for others. */
export async function appointmentRows(
  context: ActContext,
  heads: readonly AppointmentHead[],
): Promise<AppointmentRow[]> {
  const listed = await listedClients(
    context,
    heads.map(({ clientId }) => clientId),
  );
  return heads.flatMap((head): AppointmentRow[] => {
    const client = listed.get(head.clientId)?.label;
    return client === undefined ? [] : [{ ...factsOf(head), clientId: head.clientId, client }];
  });
}

export const lineOfRows = (rows: readonly AppointmentRow[], more: readonly Resource[] = []): LinePart => ({
  clients: [...new Set(rows.map(({ clientId }) => clientId))],
  resources: [
    ...more,
    ...rows.map(({ appointmentId, clientId, serviceTasks }) => ({
      kind: 'appointment' as const,
      id: appointmentId,
      client: clientId,
      serviceTasks,
    })),
  ],
  dataGroups: ['identity', 'appointments'],
});
