import type { AppointmentHead } from '../domain/appointments/model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor } from './actor.ts';
import { mayUseEntry } from './visible-notes.ts';

/**
 * Whether this worker may know that the client comes, to whom and for what: who is in it, the unit that books it for
 * a task of the worker's grant, and whoever may use an entry of that task and service (457/2024).
 */
export const mayKnowAppointment = (actor: Actor, item: AppointmentHead, today: LocalDate): boolean =>
  item.workerIds.includes(actor.userId) || isUnitsAppointment(actor, item) || mayUseEntry(actor, item, today);

/** What is ordinary in the work of a unit is known to the unit; shelter and mediation by their own rules alone. */
const isUnitsAppointment = (actor: Actor, item: AppointmentHead): boolean =>
  item.sensitivity === 'ordinary' &&
  actor.grants.some(
    (grant) =>
      grant.unitIds.includes(item.unitId) &&
      item.serviceTasks.some((task) => grant.serviceTasks.includes(task)),
  );
