import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  type ControllerSettings,
  defaultSettings,
} from '../../shared/domain/controllers/settings/settings.ts';
import { worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { linesOf } from '../support/dump.ts';
import { actOn, inFileAt, linked, matterAt, notification, received, subjectsOf } from '../support/intake.ts';
import { eventsOf } from '../support/outbox.ts';
import { recordPerson } from '../support/people.ts';
import { AINO, NO_MEASURES } from '../support/siblings.ts';
import type { Worker, World } from '../support/world.ts';

type Choice = NonNullable<ControllerSettings['intake']['notifierMessage']>;
const CHOICE: Choice = { about: ['received', 'handled'], to: 'authorities', channel: 'email' };
const TEACHER = {
  party: 'education',
  family: 'Rehtori',
  given: 'Raija',
  organisation: 'Keksitty koulu',
  emails: ['rehtori@example.fi'],
};

const worldTelling = (choice: Choice = CHOICE): Promise<World> =>
  worldOf({ ...defaultSettings, intake: { ...defaultSettings.intake, notifierMessage: choice } });
const byTeacher = (world: World, more: object = {}) =>
  notification(world, {}, { notifier: { ...TEACHER, ...more } });

const Page = z.object({
  messages: z.array(z.looseObject({ messageId: z.string(), matterId: z.string(), version: z.int() })),
});
const waiting = async (world: World, worker: Worker, unitId = world.units.families) =>
  Page.parse((await worker.call('GET', `/v1/intake/units/${unitId}/messages`)).json).messages;

describe('whoever notified by office', () => {
  test('is told that the notification was received and handled, and nothing of the child', async () => {
    const world = await worldTelling();
    const worker = await world.worker('broadResponsibility');
    const clerk = await world.worker('administrative');
    const subjects = [{ family: 'Esimerkki', given: 'Aino' }];
    const matterId = await received(worker, notification(world, {}, { notifier: TEACHER, subjects }));
    const [message] = await waiting(world, clerk);
    expect(message).toMatchObject({
      matterId,
      about: 'received',
      channel: 'email',
      receiver: { family: 'Rehtori', organisation: 'Keksitty koulu', emails: ['rehtori@example.fi'] },
    });
    expect(JSON.stringify(message)).not.toMatch(/Esimerkki|Aino/);
    const [event] = await eventsOf(world, 'NotifierMessageDue');
    expect(event).toMatchObject({ matterId, about: 'received', channel: 'email' });
    expect(JSON.stringify(event)).not.toMatch(/Rehtori|rehtori|Esimerkki/);

    const sent = matterAt(matterId, `/messages/${message?.messageId}/sent`);
    expect((await clerk.call('POST', sent, { version: 7 })).status).toBe(412);
    expect((await clerk.call('POST', sent, { version: 1 })).status).toBe(200);
    expect((await clerk.call('POST', sent, { version: 2 })).status).toBe(404);
    expect(await waiting(world, clerk)).toEqual([]);
    expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
      messages: [{ about: 'received', state: 'sent', sentAt: '2026-11-24T10:00:00.000Z' }],
    });

    // Handled, the matter opens in the child's file alone, and the message still has its receiver.
    await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
    const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
    await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES);
    const [handled] = await waiting(world, clerk);
    expect(handled).toMatchObject({ about: 'handled', receiver: { family: 'Rehtori' } });
    expect(JSON.stringify(handled)).not.toMatch(/Perheellä|noMeasures|Aino/);
    expect((await linesOf(world.services)).map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['NotifierMessagesListed', 'NotifierMessageMarkedSent']),
    );
  });

  test('is told by the unit to which the matter went, and by no other', async () => {
    const world = await worldTelling();
    const worker = await world.worker('broadResponsibility', {
      unitIds: [world.units.families, world.units.adults],
    });
    const unitId = world.units.adults;
    await standingUnit(world, unitId);
    const matterId = await received(worker, byTeacher(world));
    await actOn(worker, matterAt(matterId), '/transfer', { unitId, reason: 'Muutti.' });
    const clerk = await world.worker('administrative');
    const elsewhere = await clerk.call('GET', `/v1/intake/units/${unitId}/messages`);
    expect(elsewhere.json).toMatchObject({ code: 'access.notAllowed' });
    expect(await waiting(world, worker)).toEqual([]);
    const [message] = await waiting(world, worker, unitId);
    const sent = matterAt(matterId, `/messages/${message?.messageId}/sent`);
    const version = message?.version ?? 0;
    expect((await clerk.call('POST', sent, { version })).status).toBe(404);
    expect((await worker.call('POST', sent, { version })).status).toBe(200);
  });

  test('is told nothing any more once it is found that the identity is to be shielded', async () => {
    const world = await worldTelling();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, byTeacher(world));
    expect(await waiting(world, worker)).toHaveLength(1);
    const [aino = '', eino = ''] = await subjectsOf(worker, matterId);
    const record = (keepSecret: boolean) => ({
      ...byTeacher(world, { keepSecret }).record,
      subjects: [{ subjectId: aino }, { subjectId: eino }],
    });
    await actOn(worker, matterAt(matterId), '/record', { record: record(true) }, 'PUT');
    expect(await waiting(world, worker)).toEqual([]);
    await actOn(worker, matterAt(matterId), '/record', { record: record(false) }, 'PUT');
    expect(await waiting(world, worker)).toMatchObject([{ about: 'received' }]);
  });
});
