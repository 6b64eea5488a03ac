import type { ActContext, Change } from '../../shared/act.ts';
import { calendarChanges, entriesIn, loadDays } from '../../shared/domain/appointments/calendar.ts';
import { lineOfAppointment } from '../../shared/domain/appointments/cancelled.ts';
import type { AppointmentHead } from '../../shared/domain/appointments/model.ts';
import { loadAppointments, placedAppointment } from '../../shared/domain/appointments/store.ts';
import { tieChange } from '../../shared/domain/appointments/ties.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { ClientTie } from '../../shared/domain/clients/tie.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadOpenTasks } from '../../shared/domain/tasks/store.ts';
import { taskResourceOf } from '../../shared/domain/tasks/view.ts';
import type { AppointmentId, ClientId, UserId } from '../../shared/kernel/id.ts';
import { changed } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { batchGet } from '../../shared/table/read.ts';
import { type Handed, ofHandOver } from './handed.ts';
import { taskOfHandOver } from './task-of-hand-over.ts';

type One = { clientId: ClientId; appointmentId: AppointmentId };

/**
 * An appointment that is coming: the successor comes in the leaver's place, in the calendars and as the client's tie,
 * at the time that was agreed on with the client. Where they have another then, and nobody else is to meet the client,
 * it stays as it is and they have a task of it: to move it, or to find somebody.
 */
export async function handOverAppointment(context: ActContext, job: HandOver, one: One): Promise<Handed> {
  const { services, actor, now } = context;
  const { controller } = actor;
  const { fromWorkerId, successorId, unitId } = job;
  const [first] = (await loadAppointments(context, [one])).filter(({ state }) => state === 'booked');
  const isLeavers = first?.workerIds.includes(fromWorkerId) === true && first.unitId === unitId;
  if (first === undefined || !isLeavers || first.startsAt <= now) return 'nothing';
  const { appointmentId, clients } = first;
  const named = clients.map((clientId) => ({ clientId, appointmentId }));
  const [heads, files, ties, days, { booking }] = await Promise.all([
    loadAppointments(context, named),
    loadHeads(services, controller, clients),
    batchGet(
      services.tables,
      controller,
      'records',
      named.map(({ clientId }) => clientKeys.tie(controller, clientId, appointmentId)),
      ClientTie,
    ),
    loadDays(context, [fromWorkerId, successorId], [first]),
    settingsOf(services, controller),
  ]);
  if (files.some((head) => isShutTo(head, successorId))) return 'kept';
  const theirs = [...days.values()].filter(({ holderId }) => holderId === successorId);
  const others = first.workerIds.filter((userId) => userId !== fromWorkerId);
  const isBusy = entriesIn(theirs, first).some((entry) => entry.appointmentId !== appointmentId);
  if (isBusy && others.length === 0) return taskOf(context, job, first);

  const workerIds: UserId[] = isBusy ? others : [...new Set([...others, successorId])];
  const pairs = heads.map((before) => ({
    before,
    after: { ...before, ...changed(before, now, actor.userId), workerIds },
  }));
  const { clientId, resourceIds, startsAt, endsAt, way } = first;
  const entry = { appointmentId, clientId, unitId, resourceIds, startsAt, endsAt, way };
  return {
    changes: [
      ...calendarChanges(context, days, {
        appointmentId,
        before: [{ holder: fromWorkerId, time: first }],
        after: isBusy ? [] : [{ holder: successorId, entry }],
      }),
      ...pairs.flatMap(({ before, after }): Change[] => [
        ...placedAppointment(controller, before, after),
        tieChange(
          controller,
          { booking },
          after,
          { now, userId: actor.userId },
          ties.find((tie) => tie.clientId === after.clientId),
        ),
      ]),
    ],
    line: lineWith(
      job,
      pairs.map(({ after }) => after),
    ),
    more: false,
  };
}

function lineWith(job: HandOver, heads: readonly AppointmentHead[]) {
  const line = lineOfAppointment(heads, ['workerIds']);
  return { ...line, resources: [...line.resources, ...ofHandOver(job)] };
}

/** Once: a hand-over that goes on finds the task that it has made. */
async function taskOf(context: ActContext, job: HandOver, head: AppointmentHead): Promise<Handed> {
  const { clientId, appointmentId, serviceTasks } = head;
  const tasks = await loadOpenTasks(context, clientId);
  const isTold = tasks.some(
    ({ subject, workerId }) => subject.id === appointmentId && workerId === job.successorId,
  );
  if (isTold) return 'kept';
  const task = taskOfHandOver(context, job, {
    kind: 'appointmentNotHanded',
    subject: { kind: 'appointment', id: appointmentId },
    clientId,
    serviceTasks,
    workerId: job.successorId,
  });
  return {
    changes: [{ put: task, when: 'absent' }],
    line: {
      clients: [clientId],
      resources: [taskResourceOf(task), ...ofHandOver(job)],
      dataGroups: ['tasks'],
      changedFields: ['task'],
    },
    more: false,
  };
}
