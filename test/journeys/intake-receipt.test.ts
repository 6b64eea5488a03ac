import { describe, expect, test } from 'vitest';
import { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { MatterId } from '../../shared/kernel/id.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { matterAt, notification, receive, received } from '../support/intake.ts';
import { text } from '../support/people.ts';
import { testWorld, type World } from '../support/world.ts';

const rulesIn = async (world: World, matterId: string) =>
  (await deadlinesIn(world, matterKeys.partition(world.controller, MatterId.parse(matterId)))).map(
    ({ rule, dueOn, state }) => [rule, dueOn, state],
  );

describe('a child welfare notification is received', () => {
  test('with children, guardians, notifier, content and receipt, and is read as it was told [U-4.21, U-5.14, U-5.15, U-5.16, U-5.17]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const told = await receive(worker, notification(world));
    expect(told).toMatchObject({ status: 201, json: { version: 1, findings: ['intake.guardiansMissing'] } });
    const matterId = text(told, 'matterId');
    expect(told.headers['location']).toBe(matterAt(matterId));
    const { json } = await worker.call('GET', matterAt(matterId));
    expect(json).toMatchObject({
      kind: 'childWelfareNotification',
      channel: 'phone',
      receivedAt: '2026-11-24T10:00:00.000Z',
      receivedBy: worker.userId,
      serviceTasks: ['childWelfare'],
      record: {
        text: 'Lapset ovat olleet kaksi yötä keskenään kotona.',
        subjects: [
          {
            family: 'Esimerkki',
            given: 'Aino',
            personalIdentityCode: '240316A911D',
            phones: ['040 000 0001'],
            addresses: [{ street: 'Keksitty tie 1' }],
            guardians: [
              { given: 'Anna', personalIdentityCode: '010190-900P', phones: ['040 000 0002'] },
              { given: 'Otto', phones: ['040 000 0003'] },
            ],
          },
          { family: 'Esimerkki', given: 'Eino' },
        ],
        notifier: { family: 'Naapuri', given: 'Niina', party: 'otherPrivatePerson', keepSecret: true },
      },
    });
    expect(await factsOf(world, '2026-11')).toContainEqual({
      kind: 'matterReceived',
      on: '2026-11-24',
      unitId: world.units.families,
      serviceTasks: ['childWelfare'],
      code: 'childWelfareNotification',
    });
  });

  test('with nothing but that it came: what is missing is remarked, and the matter stands', async () => {
    const world = await testWorld();
    const worker = await world.worker('administrative');
    const told = await receive(worker, { kind: 'contact', channel: 'oral', unitId: world.units.families });
    expect(told).toMatchObject({
      status: 201,
      json: { findings: ['intake.contentMissing', 'intake.subjectMissing', 'intake.notifierMissing'] },
    });
    const intake = await world.worker('arranging');
    expect((await intake.call('GET', matterAt(text(told, 'matterId')))).status).toBe(200);
  });

  test('also when its time lies ahead of the clock, or its channel is not in use', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(
      worker,
      notification(world, { channel: 'register', receivedAt: '2026-11-24T12:00:00.000Z' }),
    );
    const { json } = await worker.call('GET', matterAt(matterId));
    expect(json).toMatchObject({ receivedAt: '2026-11-24T10:00:00.000Z', channel: 'register' });
  });

  test('once, however often the request is repeated', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const again = () =>
      worker.call('POST', '/v1/intake/matters', { body: notification(world), key: 'the-same-notification' });
    const first = await again();
    expect((await again()).json).toEqual(first.json);
    const queue = await worker.call('GET', `/v1/intake/units/${world.units.families}/queue`);
    expect(queue.json['matters']).toHaveLength(1);
  });

  test('and nothing of it lies open in the tables or the log', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    await received(worker, notification(world));
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), await linesOf(world.services)]);
    expect(stored).not.toMatch(/Esimerkki|Naapuri|240316A911D|010190-900P|Keksitty|yötä|040 000/);
  });

  test('with the times of the law, counted from its arrival and not from its recording', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world, { receivedAt: '2026-11-20T08:00:00.000Z' }));
    expect(await rulesIn(world, matterId)).toEqual(
      expect.arrayContaining([
        ['protectionUrgentNeed', '2026-11-20', 'running'],
        ['protectionAssessmentStart', '2026-12-01', 'running'],
        ['protectionAssessmentReady', '2027-02-22', 'running'],
      ]),
    );
  });
});

test('an application comes electronically, on paper or by word of mouth, and its channel is kept [U-5.3, L-5.9, L-6.1, K-10.4]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const { services, controller } = world;
  for (const channel of ['electronic', 'paper', 'oral', 'visit']) {
    const matterId = await received(worker, {
      kind: 'application',
      channel,
      unitId: world.units.families,
      serviceTasks: ['families'],
      record: {
        text: 'En jaksa iltaisin.',
        services: ['familyHomeService'],
        subjects: [{ family: 'Hakija', given: 'Hanna' }],
      },
    });
    const { json } = await worker.call('GET', matterAt(matterId));
    expect(json).toMatchObject({
      kind: 'application',
      channel,
      record: { text: 'En jaksa iltaisin.', services: ['familyHomeService'] },
    });
    const key = matterKeys.head(controller, MatterId.parse(matterId));
    expect((await getItem(services.tables, controller, 'records', key, IntakeMatter))?.channel).toBe(channel);
  }
});
