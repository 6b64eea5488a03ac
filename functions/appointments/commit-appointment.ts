import { otherFile } from '../../shared/access/other-file.ts';
import { mayKnowAppointment } from '../../shared/access/visible-appointments.ts';
import type { LinePart } from '../../shared/act.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import type { AppointmentContent, AppointmentHead } from '../../shared/domain/appointments/model.ts';
import {
  loadAppointments,
  openAppointment,
  placeOfAppointment,
  sealAppointment,
} from '../../shared/domain/appointments/store.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { OfAppointment } from './one-appointment.ts';

/** The line names every client; each client's copy holds that client's head alone. */
export const lineOfAppointment = (
  heads: readonly AppointmentHead[],
  changedFields: readonly string[],
): LinePart => ({
  clients: heads.map(({ clientId }) => clientId),
  resources: heads.map(({ appointmentId, clientId, version, serviceTasks }) => ({
    kind: 'appointment',
    id: appointmentId,
    client: clientId,
    version,
    serviceTasks,
  })),
  dataGroups: ['appointments'],
  changedFields,
});

/** A head with the file it lies in. */
export type Held = { head: AppointmentHead; file: ClientFile };

/**
 * The appointment in the file of each of its clients, the client of the path first.
 * @throws Refusal `request.notFound` for one that is not there, or that the worker may not know of.
 */
export async function heldAppointment(
  context: ClientContext,
  { params: { clientId, appointmentId }, version }: OfAppointment,
): Promise<[Held, ...Held[]]> {
  const { file, actor, today } = context;
  const [own] = await loadAppointments(context, [{ clientId, appointmentId }]);
  if (own === undefined || !mayKnowAppointment(actor, own, today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  expectVersion(own, version);
  const others = own.clients.filter((id) => id !== clientId);
  const [heads, files] = await Promise.all([
    others.length === 0
      ? []
      : loadAppointments(
          context,
          others.map((other) => ({ clientId: other, appointmentId })),
        ),
    Promise.all(others.map((other) => otherFile(context, other))),
  ]);
  const held = files.flatMap((one): Held[] => {
    const head = heads.find((candidate) => candidate.clientId === one.head.clientId);
    return head === undefined ? [] : [{ head, file: one }];
  });
  return [{ head: own, file }, ...held];
}

/** The content sealed anew where its head is to stand, with what is now said of it. */
export async function resealedAppointment(
  context: ClientContext,
  { head, file }: Held,
  after: AppointmentHead,
  more: Partial<AppointmentContent> = {},
): Promise<AppointmentHead> {
  const { services, actor } = context;
  const ring = keyRing(services, actor.controller, file.keys);
  const content = { ...(await openAppointment(ring, head)), ...more };
  const key = placeOfAppointment(actor.controller, after);
  return {
    ...after,
    content: await sealAppointment(ring, head.caseId, { key, version: after.version }, content),
  };
}
