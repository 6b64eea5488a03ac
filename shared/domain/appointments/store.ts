import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { AppointmentId, CaseId, ClientId, ControllerId, UnitId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { clientKeys, indexKeys, type Key } from '../../table/keys.ts';
import { type Asked, allOfClient, pageOfClient, rowsOfUnit } from '../../table/lists.ts';
import { batchGet, type Page } from '../../table/read.ts';
import { AppointmentContent, AppointmentHead } from './model.ts';
import type { Time } from './rules.ts';

/** What is stored of appointments and how it is found. No rule lives here. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const contentPlace = (key: Key) => recordPlace(key, 'content');

export const sealAppointment = (
  ring: KeyRing,
  caseId: CaseId | undefined,
  at: { key: Key; version: number },
  content: AppointmentContent,
): Promise<Sealed> => ring.seal(caseId, contentPlace(at.key), at.version, content);

export const openAppointment = (ring: KeyRing, item: AppointmentHead): Promise<AppointmentContent> =>
  ring.open(item.content, contentPlace(item), AppointmentContent);

/** Where an appointment lies by its state: what is coming apart from what is over. */
export const placeOfAppointment = (
  controller: ControllerId,
  { clientId, appointmentId, state }: Pick<AppointmentHead, 'clientId' | 'appointmentId' | 'state'>,
): Key =>
  state === 'booked'
    ? clientKeys.appointment(controller, clientId, appointmentId)
    : clientKeys.endedAppointment(controller, clientId, appointmentId);

/** The head with its row in the unit's list. A cancelled one has none. */
export function indexedAppointment(head: AppointmentHead, controller: ControllerId): AppointmentHead {
  const rest = outOfIndexes(head);
  if (head.state === 'cancelled') return rest;
  return {
    ...rest,
    g2pk: indexKeys.unit(controller, head.unitId),
    g2sk: indexKeys.unitAppointment(head.startsAt, head.appointmentId, head.clientId),
  };
}

/** Puts a changed head where its state has it. */
export function placedAppointment(
  controller: ControllerId,
  before: AppointmentHead,
  after: AppointmentHead,
): Change[] {
  const when = { version: before.version };
  const put = indexedAppointment({ ...after, ...placeOfAppointment(controller, after) }, controller);
  if (put.sk === before.sk) return [{ put, when }];
  return [
    { remove: before, when },
    { put, when: 'absent' },
  ];
}

/** Appointments of these clients, wherever their state has them. */
export function loadAppointments(
  { services, actor: { controller } }: Where,
  named: readonly { clientId: ClientId; appointmentId: AppointmentId }[],
): Promise<AppointmentHead[]> {
  const keys = named.flatMap(({ clientId, appointmentId }) => [
    clientKeys.appointment(controller, clientId, appointmentId),
    clientKeys.endedAppointment(controller, clientId, appointmentId),
  ]);
  return batchGet(services.tables, controller, 'records', keys, AppointmentHead);
}

/** All that are coming, and those that are over and nobody has said so. */
export const loadComing = (where: Where, clientId: ClientId): Promise<AppointmentHead[]> =>
  allOfClient(where, clientId, clientKeys.spans.appointments, AppointmentHead);

/** A client's appointments: those that are coming, the earliest made first, or those that are over, the latest first. */
export const appointmentsOfClient = (
  where: Where,
  clientId: ClientId,
  { which, ...asked }: Asked & { which: 'coming' | 'over' },
): Promise<Page<AppointmentHead>> => {
  const span = which === 'coming' ? clientKeys.spans.appointments : clientKeys.spans.endedAppointments;
  return pageOfClient(where, clientId, { span, descending: which === 'over', ...asked }, AppointmentHead);
};

/** What a unit has booked from one moment to another, by its index: a row for each client. */
export const appointmentsOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  { startsAt, endsAt }: Time,
  asked: Asked,
): Promise<Page<AppointmentHead>> => {
  const span = indexKeys.unitMoments('b', startsAt, endsAt);
  return rowsOfUnit(services, controller, unitId, { span, ...asked }, AppointmentHead);
};
