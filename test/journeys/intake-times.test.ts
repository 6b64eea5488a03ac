import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { standingUnit } from '../support/deadlines.ts';
import { actOn, inFileAt, linked, matterAt, notification, received } from '../support/intake.ts';
import { recordPerson } from '../support/people.ts';
import { AINO, NO_MEASURES, timesOfMatter } from '../support/siblings.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** Minutes of a day. */
const DAY = 1440;
const Times = z.object({
  deadlines: z.array(z.looseObject({ deadlineId: z.string(), rule: z.string(), version: z.int() })),
});

/** A notification that nobody has looked at for twelve days, of one child. */
async function setting() {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const subjects = [{ family: 'Esimerkki', given: 'Aino' }];
  const matterId = await received(worker, notification(world, {}, { subjects }));
  world.clock.advance(12 * DAY);
  return { world, worker, matterId };
}

async function timeOf(worker: Worker, matterId: string, rule: string) {
  const told = await worker.call('GET', matterAt(matterId, '/deadlines'));
  const found = Times.parse(told.json).deadlines.find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`no ${rule}`);
  return { ...found, at: matterAt(matterId, `/deadlines/${found.deadlineId}`) };
}

const REASON = { reason: 'staffShortage', words: 'Yksikössä oli yksi työntekijä.' };

describe('the times of a matter that has no client yet', () => {
  test('are explained by the unit of the intake when they are exceeded, and the words stand with the matter', async () => {
    const { world, worker, matterId } = await setting();
    const { at, ...late } = await timeOf(worker, matterId, 'protectionAssessmentStart');
    expect(late).toMatchObject({ late: true, reasonMissing: true, version: 1 });
    const running = await timeOf(worker, matterId, 'protectionAssessmentReady');
    expect(
      (await worker.call('POST', `${running.at}/lateness`, { body: REASON, version: 1 })).json,
    ).toMatchObject({ code: 'deadline.isNotLate' });
    const other = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    expect((await other.call('POST', `${at}/lateness`, { body: REASON, version: 1 })).status).toBe(404);
    const told = await worker.call('POST', `${at}/lateness`, { body: REASON, version: 1 });
    expect(told).toMatchObject({ status: 200, json: { version: 2 } });
    expect((await worker.call('POST', `${at}/lateness`, { body: REASON, version: 1 })).status).toBe(412);
    expect(await timeOf(worker, matterId, 'protectionAssessmentStart')).toMatchObject({
      reason: 'staffShortage',
      reasonMissing: false,
    });
    expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
      handlings: [{ kind: 'deadline', words: REASON.words }],
    });
  });

  test('are explained by the code of the reason when the matter has gone over to its client', async () => {
    const { world, worker, matterId } = await setting();
    await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
    const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
    await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES);
    const { at, ...met } = await timeOf(worker, matterId, 'protectionAssessmentStart');
    expect(met).toMatchObject({ state: 'lateMet', reasonMissing: true });
    const { version } = met;
    expect((await worker.call('POST', `${at}/lateness`, { body: REASON, version })).json).toMatchObject({
      code: 'intake.isHandled',
    });
    const unexplained = async () =>
      (await worker.call('GET', `/v1/deadlines/units/${world.units.families}?list=unexplained`)).body;
    expect(await unexplained()).toContain(met.deadlineId);
    const body = { reason: REASON.reason };
    expect((await worker.call('POST', `${at}/lateness`, { body, version })).status).toBe(200);
    expect(await unexplained()).not.toContain(met.deadlineId);
  });

  test('are cancelled with the ground and why, and do not begin again when the record is completed', async () => {
    const { worker, matterId } = await setting();
    const { at } = await timeOf(worker, matterId, 'protectionAssessmentReady');
    const cancel = (body: object, version = 1) => worker.call('POST', `${at}/cancel`, { body, version });
    expect((await cancel({ ground: 'mistake' })).status).toBe(400);
    const body = { ground: 'mistake', words: 'Asia kirjattiin kahteen kertaan.' };
    expect(await cancel(body)).toMatchObject({ status: 200, json: { version: 2 } });
    expect((await cancel(body, 2)).json).toMatchObject({ code: 'deadline.isOver' });
    const told = await worker.call('GET', matterAt(matterId));
    const { record } = z.object({ record: z.looseObject({}) }).parse(told.json);
    await actOn(
      worker,
      matterAt(matterId),
      '/record',
      { record: { ...record, text: 'Uusi soitto.' } },
      'PUT',
    );
    const rules = (await timesOfMatterOf(worker, matterId)).filter(
      ([rule]) => rule === 'protectionAssessmentReady',
    );
    expect(rules).toEqual([['protectionAssessmentReady', 'cancelled']]);
  });
});

const timesOfMatterOf = async (worker: Worker, matterId: string) =>
  Times.parse((await worker.call('GET', matterAt(matterId, '/deadlines'))).json).deadlines.map(
    ({ rule, ...of }) => [rule, of['state']],
  );

describe('a matter that is transferred under another task', () => {
  test('has the times of child welfare from its first arrival, and those of its former task no more', async () => {
    const world: World = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(
      worker,
      notification(world, { kind: 'needNotification', serviceTasks: ['families'] }),
    );
    await standingUnit(world, world.units.families);
    const body = { unitId: world.units.families, serviceTasks: ['childWelfare'], reason: 'Lapsen etu.' };
    expect((await actOn(worker, matterAt(matterId), '/transfer', body)).status).toBe(200);
    expect(new Map(await states(world, matterId))).toEqual(
      new Map([
        ['urgentNeed', 'cancelled'],
        ['assessmentStartOther', 'cancelled'],
        ['protectionUrgentNeed', 'running'],
        ['protectionAssessmentStart', 'running'],
        ['protectionAssessmentReady', 'running'],
      ]),
    );
  });
});

const states = async (world: World, matterId: string) =>
  (await timesOfMatter(world, matterId)).map(([rule, state]): [string, string] => [
    String(rule),
    String(state),
  ]);
