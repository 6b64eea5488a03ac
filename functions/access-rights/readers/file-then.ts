import type { ActContext } from '../../../shared/act.ts';
import { AppointmentHead } from '../../../shared/domain/appointments/model.ts';
import { tieDays } from '../../../shared/domain/appointments/ties.ts';
import { CaseHead, CaseThen } from '../../../shared/domain/cases/model.ts';
import { recordedBefore } from '../../../shared/domain/clients/as-of.ts';
import { ClientHead, ClientThen } from '../../../shared/domain/clients/model.ts';
import type { ClientTie } from '../../../shared/domain/clients/tie.ts';
import { settingsOf } from '../../../shared/domain/controllers/settings-cache.ts';
import { stoodAt } from '../../../shared/domain/earlier.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { clientKeys } from '../../../shared/table/keys.ts';

/** What ties workers to a client, as it stood before a moment. */
export type FileThen = {
  head: ClientHead;
  cases: CaseHead[];
  ties: ClientTie[];
  /** Something of it is known from then on only. */
  knownFrom?: Instant;
};

/**
 * Head, cases and appointments before each of the moments. A case, the relationship, the matters at hand and the
 * restriction are read from what they put away as they changed; an appointment as it stands now, for who was to be at
 * it before it was moved is not kept.
 * @param moments the later ones last.
 */
export async function filesThen(
  context: ActContext,
  head: ClientHead,
  moments: readonly [Instant, Instant],
): Promise<FileThen[]> {
  const { services, actor } = context;
  const { clientId } = head;
  const { activeCases, closedCases, appointments, endedAppointments } = clientKeys.spans;
  const [first, last] = moments;
  const of = <T>(span: typeof activeCases, schema: T, ended = false) => ({ span, schema, ended });
  const [active, closed, coming, kept, settings] = await Promise.all([
    recordedBefore(context, clientId, of(activeCases, CaseHead), last),
    // Of the closed ones those that were closed after the first of the moments.
    recordedBefore(context, clientId, of(closedCases, CaseHead), last),
    recordedBefore(context, clientId, of(appointments, AppointmentHead), last),
    recordedBefore(context, clientId, of(endedAppointments, AppointmentHead), last),
    settingsOf(services, actor.controller),
  ]);
  const cases = [...active, ...closed.filter(({ updatedAt }) => updatedAt >= first)];
  const held = [...coming, ...kept];
  return moments.flatMap((moment) => {
    const then = stoodAt(ClientHead, Object.keys(ClientThen.shape), head, moment);
    if (then === undefined) return [];
    const casesThen = cases
      .filter(({ joinedAt }) => joinedAt < moment)
      .flatMap((item) => stoodAt(CaseHead, Object.keys(CaseThen.shape), item, moment) ?? [])
      .filter(({ item, knownFrom }) => knownFrom !== undefined || item.state !== 'closed');
    const known = [then, ...casesThen].flatMap(({ knownFrom }) => knownFrom ?? []).toSorted();
    const latest = known.at(-1);
    return [
      {
        head: then.item,
        cases: casesThen.map(({ item }) => item),
        ties: held
          .filter(
            ({ createdAt, state, updatedAt }) =>
              createdAt < moment && (state !== 'cancelled' || updatedAt >= moment),
          )
          .map((appointment) => tieThen(appointment, settings)),
        ...(latest === undefined ? {} : { knownFrom: latest }),
      },
    ];
  });
}

const tieThen = (
  { pk, sk, schemaVersion, version, createdAt, createdBy, updatedAt, updatedBy, ...of }: AppointmentHead,
  settings: Parameters<typeof tieDays>[0],
): ClientTie => ({
  pk,
  sk,
  schemaVersion,
  version,
  createdAt,
  createdBy,
  updatedAt,
  updatedBy,
  entity: 'clientTie',
  clientId: of.clientId,
  kind: 'appointment',
  reference: of.appointmentId,
  workerIds: of.workerIds,
  ...tieDays(settings, of),
  ttl: 0,
});
