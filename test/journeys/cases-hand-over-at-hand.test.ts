import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { booked } from '../support/appointments.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { begun } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { actOn, matterAt, notification, received } from '../support/intake.ts';
import { restrictTo } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

type Stage = { world: World; leaver: Worker; successor: Worker; supervisor: Worker };

async function stage(role: 'arranging' | 'implementing' = 'arranging'): Promise<Stage> {
  const world = await testWorld();
  return {
    world,
    leaver: await world.worker('broadResponsibility'),
    successor: await world.worker(role),
    supervisor: await world.worker('supervisor'),
  };
}

/** The whole hand-over. @returns how it ended. */
async function handedOver({ world, leaver, successor, supervisor }: Stage) {
  const body = {
    unitId: world.units.families,
    fromWorkerId: leaver.userId,
    successorId: successor.userId,
  };
  const told = await supervisor.call('POST', '/v1/cases/hand-overs', { body });
  const { jobId } = z.looseObject({ jobId: z.string() }).parse(told.json);
  return (await supervisor.call('POST', `/v1/cases/hand-overs/${jobId}/continue`, { version: 1 })).json;
}

const idsOf = async (worker: Worker, path: string, list: string, id: string): Promise<string[]> => {
  const rows = z.array(z.record(z.string(), z.unknown())).parse((await worker.call('GET', path)).json[list]);
  return rows.map((row) => String(row[id]));
};
const matterOf = async (worker: Worker, matterId: string) =>
  (await worker.call('GET', matterAt(matterId))).json;
const dayOf = (worker: Worker) =>
  idsOf(worker, '/v1/appointments/own?from=2026-11-25&days=2', 'appointments', 'appointmentId');

const at = (day: string) => ({ startsAt: `${day}T08:00:00.000Z`, endsAt: `${day}T09:00:00.000Z` });

describe('what a leaver has at hand beside clients and cases is handed to the successor', () => {
  test('matters with their times, appointments, and drafts: nothing of the unit stays without somebody', async () => {
    const of = await stage();
    const { world, leaver, successor } = of;
    const clientId = await newClient(world, leaver, { name: 'Mallila Aino' });
    const matterId = await received(leaver, notification(world));
    await actOn(leaver, matterAt(matterId), '/take');
    const free = await booked(world, leaver, clientId, at('2026-11-25'));
    const other = await newClient(world, successor, { name: 'Koeniemi Eino' });
    const theirs = await booked(world, successor, other, at('2026-11-26'));
    const busy = await booked(world, leaver, clientId, at('2026-11-26'));
    const note = await leaver.call('POST', '/v1/case-notes/drafts', { body: { clientId, entry: anEntry() } });
    const draftId = await begun(leaver, clientId);

    // The client, the matter, two appointments, two drafts; one appointment is a task, for the successor is not free.
    expect(await handedOver(of)).toMatchObject({ state: 'done', handed: 6, left: 0 });
    expect(await matterOf(successor, matterId)).toMatchObject({ workerId: successor.userId });
    world.clock.advance(1440);
    expect(await idsOf(successor, '/v1/deadlines/own?list=late', 'deadlines', 'rule')).toContain(
      'protectionUrgentNeed',
    );
    expect(await dayOf(leaver)).toEqual([busy]);
    expect(await dayOf(successor)).toEqual([free, theirs]);
    expect(await idsOf(successor, '/v1/case-notes/drafts', 'drafts', 'draftId')).toEqual([
      note.json['draftId'],
    ]);
    expect(await idsOf(successor, '/v1/documents/drafts', 'drafts', 'draftId')).toEqual([draftId]);
    expect((await successor.call('GET', '/v1/tasks/own')).json).toMatchObject({
      tasks: [{ kind: 'appointmentNotHanded', subject: { kind: 'appointment', id: busy }, clientId }],
    });
    const lines = (await linesOf(world.services)).filter(
      ({ eventName }) => eventName === 'ClientsHandedOver',
    );
    expect(new Set(lines.flatMap(({ changedFields }) => changedFields))).toEqual(
      new Set(['ownWorkerId', 'workerId', 'workerIds', 'task', 'writer', 'handOver']),
    );

    // Begun again, it finds the appointment that stayed, and makes no second task of it.
    world.clock.advance(-1440);
    expect(await handedOver(of)).toMatchObject({ state: 'done', handed: 0 });
  });

  test('a matter goes back to the queue of its unit where the successor takes in none', async () => {
    const of = await stage('implementing');
    const { world, leaver } = of;
    const matterId = await received(leaver, notification(world));
    await actOn(leaver, matterAt(matterId), '/take');
    expect(await handedOver(of)).toMatchObject({ state: 'done', handed: 1 });
    expect(await matterOf(leaver, matterId)).not.toHaveProperty('workerId');
    const queue = `/v1/intake/units/${world.units.families}/queue`;
    expect(await idsOf(leaver, queue, 'matters', 'matterId')).toEqual([matterId]);
  });

  test('of a restricted file nothing passes to one who may not open it', async () => {
    const of = await stage();
    const { world, leaver } = of;
    const clientId = await newClient(world, leaver, { name: 'Rajattu Aino' });
    const kept = await booked(world, leaver, clientId, at('2026-11-25'));
    const draftId = await begun(leaver, clientId);
    await restrictTo(world, clientId, [leaver.userId]);
    expect(await handedOver(of)).toMatchObject({ state: 'done', handed: 0, left: 0 });
    expect(await dayOf(leaver)).toEqual([kept]);
    expect(await idsOf(leaver, '/v1/documents/drafts', 'drafts', 'draftId')).toEqual([draftId]);
  });
});
