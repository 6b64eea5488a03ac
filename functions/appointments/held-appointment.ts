import { otherFile } from '../../shared/access/other-file.ts';
import { mayKnowAppointment } from '../../shared/access/visible-appointments.ts';
import type { Held } from '../../shared/domain/appointments/cancelled.ts';
import { loadAppointments } from '../../shared/domain/appointments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { OfAppointment } from './one-appointment.ts';

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
