import { describe, expect, test } from 'vitest';
import { MatterId } from '../../shared/kernel/id.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, matterAt, notification, received, subjectsOf } from '../support/intake.ts';
import { newUnit } from '../support/organisation.ts';
import { testWorld, type World } from '../support/world.ts';

const rulesIn = async (world: World, matterId: string) =>
  (await deadlinesIn(world, matterKeys.partition(world.controller, MatterId.parse(matterId)))).map(
    ({ rule, dueOn, state }) => [rule, dueOn, state],
  );

describe('a matter in the intake', () => {
  test('is assessed at once for urgency: who, when, with which result and why, and its first time is met [U-5.18, K-6.4, H-7.10]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const told = await actOn(worker, matterAt(matterId), '/urgency', {
      result: 'urgent',
      grounds: 'Lapset ovat nyt yksin.',
    });
    expect(told).toMatchObject({ status: 200, json: { version: 2 } });
    expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
      urgency: { result: 'urgent', at: '2026-11-24T10:00:00.000Z', by: worker.userId },
      handlings: [{ kind: 'urgency', words: 'Lapset ovat nyt yksin.', recordedBy: worker.userId }],
    });
    expect(await rulesIn(world, matterId)).toContainEqual(['protectionUrgentNeed', '2026-11-24', 'met']);
    expect(await factsOf(world, '2026-11')).toContainEqual(
      expect.objectContaining({ kind: 'matterUrgencyAssessed', code: 'urgent' }),
    );
  });

  test('of an adult has its urgency clarified in an entry of its own, while no assessment of needs has begun [H-7.3]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { serviceTasks: ['workingAge'] });
    const adult = { kind: 'needNotification', serviceTasks: ['workingAge'] };
    const matterId = await received(worker, notification(world, adult));
    const grounds = 'Asunto on kylmillään; majoitus järjestetään tänään.';
    await actOn(worker, matterAt(matterId), '/urgency', { result: 'urgent', grounds });
    expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
      state: 'open',
      handlings: [{ kind: 'urgency', words: grounds, on: '2026-11-24', recordedBy: worker.userId }],
    });
    const rules = await rulesIn(world, matterId);
    expect(rules).toContainEqual(['urgentNeed', '2026-11-24', 'met']);
    expect(rules).toContainEqual(['assessmentStartOther', '2026-12-03', 'running']);
  });

  test('is taken, given to another and given back', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const colleague = await world.worker('arranging');
    const supervisor = await world.worker('supervisor');
    const provider = await world.worker('privateImplementing');
    const matterId = await received(worker, notification(world));
    const at = matterAt(matterId);
    const holder = async () => (await worker.call('GET', at)).json['workerId'];
    await actOn(worker, at, '/take');
    expect(await holder()).toBe(worker.userId);
    const { version } = (await worker.call('GET', at)).json;
    const given = { version: Number(version), body: { workerId: colleague.userId } };
    expect((await supervisor.call('POST', `${at}/assign`, given)).status).toBe(200);
    expect(await holder()).toBe(colleague.userId);
    expect(await actOn(worker, at, '/assign', { workerId: provider.userId })).toMatchObject({
      status: 409,
      json: { code: 'intake.workerCannot' },
    });
    await actOn(worker, at, '/assign', {});
    expect(await holder()).toBeUndefined();
  });

  test('of whom two take it at once exactly one has it', async () => {
    const world = await testWorld();
    const [one, other] = [await world.worker('arranging'), await world.worker('arranging')];
    const matterId = await received(one, notification(world));
    const answers = await Promise.all(
      [one, other].map((worker) => worker.call('POST', `${matterAt(matterId)}/take`, { version: 1 })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  test('is completed, and what came in first is still there', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const at = matterAt(matterId);
    const [aino] = await subjectsOf(worker, matterId);
    const subjects = [
      { subjectId: aino, family: 'Esimerkki', given: 'Aino Maria', guardians: [{ given: 'Anna' }] },
      { given: 'Vauva' },
    ];
    await actOn(worker, at, '/record', { record: { text: 'Soitti uudelleen.', subjects } }, 'PUT');
    const { json } = await worker.call('GET', at);
    expect(json).toMatchObject({
      version: 2,
      record: {
        text: 'Soitti uudelleen.',
        subjects: [{ subjectId: aino, given: 'Aino Maria' }, { given: 'Vauva' }],
      },
    });
    const history = await worker.call('GET', `${at}/history`);
    expect(history.json).toMatchObject({
      versions: [
        {
          changedBy: worker.userId,
          record: {
            text: 'Lapset ovat olleet kaksi yötä keskenään kotona.',
            notifier: { family: 'Naapuri' },
          },
        },
      ],
    });
  });

  test('refuses what its kind of record does not know [U-5.23]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const told = await actOn(
      worker,
      matterAt(matterId),
      '/record',
      { record: { text: 'x', subjects: [], income: '3000' } },
      'PUT',
    );
    expect(told).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
  });

  test('has other times when another task is found to be its own', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', {
      serviceTasks: ['families', 'childWelfare', 'older'],
    });
    const matterId = await received(worker, {
      ...notification(world),
      kind: 'needNotification',
      serviceTasks: ['families'],
    });
    const record = { text: 'Isoäiti', subjects: [{ given: 'Impi', over75: true }] };
    await actOn(worker, matterAt(matterId), '/record', { record, serviceTasks: ['older'] }, 'PUT');
    expect(await rulesIn(world, matterId)).toEqual(
      expect.arrayContaining([
        ['assessmentStartOther', expect.any(String), 'cancelled'],
        ['assessmentStart', '2026-12-03', 'running'],
        ['urgentNeed', '2026-11-24', 'running'],
      ]),
    );
  });

  test('goes to the intake of another unit with its reason, and its times go with it', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const unitId = await newUnit(await world.worker('mainUser'));
    const other = await world.worker('broadResponsibility', { unitIds: [unitId] });
    const matterId = await received(worker, notification(world));
    await actOn(worker, matterAt(matterId), '/take');
    const nowhere = { unitId: world.units.adults, reason: 'Ei ole olemassa.' };
    expect(await actOn(worker, matterAt(matterId), '/transfer', nowhere)).toMatchObject({ status: 422 });
    const told = await actOn(worker, matterAt(matterId), '/transfer', {
      unitId,
      reason: 'Perhe on muuttanut.',
    });
    expect(told.status).toBe(200);
    expect((await worker.call('GET', matterAt(matterId))).status).toBe(404);
    const { json } = await other.call('GET', matterAt(matterId));
    expect(json).toMatchObject({ unitId, handlings: [{ kind: 'transfer', words: 'Perhe on muuttanut.' }] });
    expect(json['workerId']).toBeUndefined();
    const times = await deadlinesIn(world, matterKeys.partition(world.controller, MatterId.parse(matterId)));
    expect(times.map((one) => one.unitId)).toEqual([unitId, unitId, unitId]);
    expect(times.every((one) => one.workerId === undefined)).toBe(true);
  });

  test('keeps inquiries, contacts, measures and disclosures made before a client relationship [U-5.19, U-5.21, U-5.22, J-1.20]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const matterId = await received(worker, notification(world));
    const record = (body: object) =>
      worker.call('POST', `${matterAt(matterId)}/handlings`, { body: { on: '2026-11-24', ...body } });
    expect((await record({ kind: 'contact', words: 'Soitettu äidille.' })).status).toBe(201);
    expect((await record({ kind: 'assessment', words: 'Koulu kertoi poissaoloista.' })).status).toBe(201);
    expect((await record({ kind: 'measure', words: 'Kotikäynti tehty.' })).status).toBe(201);
    expect(await record({ kind: 'disclosure', words: 'Ilmoitus poliisille.' })).toMatchObject({
      status: 422,
      json: { code: 'intake.notValid' },
    });
    const disclosed = {
      receiver: 'Poliisi',
      ground: '417/2007 § 25',
      purpose: 'Rikoksen selvittäminen',
    };
    expect((await record({ kind: 'disclosure', words: 'Ilmoitus poliisille.', ...disclosed })).status).toBe(
      201,
    );
    const lines = (await linesOf(world.services)).filter(({ disclosure }) => disclosure !== undefined);
    expect(lines).toMatchObject([
      {
        eventName: 'MatterHandlingRecorded',
        disclosure: { on: '2026-11-24', recipient: { kind: 'other' }, ground: { kind: 'recorded' } },
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Poliisi|Rikoksen/);
    const { json } = await worker.call('GET', matterAt(matterId));
    expect(json['handlings']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'contact', words: 'Soitettu äidille.' }),
        expect.objectContaining({ kind: 'assessment' }),
        expect.objectContaining({ kind: 'measure', words: 'Kotikäynti tehty.' }),
        expect.objectContaining({ kind: 'disclosure', ...disclosed }),
      ]),
    );
  });
});
