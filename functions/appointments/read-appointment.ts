import * as z from 'zod';
import { judgeFile } from '../../shared/access/authorise.ts';
import { loadFileFor } from '../../shared/access/beside-powers.ts';
import { hasPermission } from '../../shared/access/client-permission.ts';
import { visibleLabel } from '../../shared/access/visibility.ts';
import { mayKnowAppointment } from '../../shared/access/visible-appointments.ts';
import type { Reading } from '../../shared/act.ts';
import { ClientLabel, openLabel } from '../../shared/crypto/key-ring.ts';
import { loadAppointments } from '../../shared/domain/appointments/store.ts';
import { AppointmentView, openAppointments } from '../../shared/domain/appointments/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { OfAppointment } from './one-appointment.ts';

const OtherClient = z.strictObject({ clientId: ClientId, ...ClientLabel.omit({ former: true }).shape });

export const OneAppointmentView = z
  .strictObject({
    ...AppointmentView.shape,
    clientId: ClientId,
    /** Those of its other clients whose file the worker could open. */
    otherClients: z.array(OtherClient),
  })
  .meta({ id: 'OneAppointmentView' });

/** One appointment, coming or over, with its other clients as far as the worker may know of them. */
export async function readAppointment(
  context: ClientContext,
  { params: { clientId, appointmentId } }: Pick<OfAppointment, 'params'>,
): Promise<Reading<z.infer<typeof OneAppointmentView>>> {
  const [item] = await loadAppointments(context, [{ clientId, appointmentId }]);
  if (item === undefined || !mayKnowAppointment(context.actor, item, context.today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  const otherClients = await othersOf(
    context,
    item.clients.filter((id) => id !== clientId),
  );
  return {
    version: item.version,
    line: {
      clients: [clientId, ...otherClients.map((other) => other.clientId)],
      resources: [{ kind: 'appointment', id: appointmentId, version: item.version, client: clientId }],
      dataGroups: otherClients.length > 0 ? ['appointments', 'identity'] : ['appointments'],
    },
    body: async () => {
      const [view] = await openAppointments(ringOf(context), [item]);
      return OneAppointmentView.parse({ ...view, clientId, otherClients });
    },
  };
}

async function othersOf(
  context: ClientContext,
  clientIds: readonly ClientId[],
): Promise<z.infer<typeof OtherClient>[]> {
  const { services, actor, action, now, today } = context;
  const files = await Promise.all(clientIds.map((clientId) => loadFileFor(context, clientId)));
  const known = files.map(async (file) => {
    const judged = judgeFile(actor, action, file, { now, today });
    const may = judged.allowed && (await hasPermission(context, judged.basis, file?.head));
    return file !== undefined && may ? [file] : [];
  });
  return Promise.all(
    (await Promise.all(known)).flat().map(async ({ head, keys }) => {
      const label = await openLabel(services, actor.controller, keys.client);
      return { clientId: head.clientId, ...visibleLabel(label, hasSafetyBan(head, today)) };
    }),
  );
}
