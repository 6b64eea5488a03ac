import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { kindsOfService, SocialService } from '../../shared/domain/social-services.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, askForService, openedService, servicesOf } from '../support/client-services.ts';
import { worldOf } from '../support/controllers.ts';
import { worksOfAll } from '../support/service-rows.ts';

async function aCase(more: Record<string, unknown> = {}, settings = defaultSettings) {
  const world = await worldOf(settings);
  const worker = await world.worker('broadResponsibility', { services: ['shelter', 'familyMediation'] });
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, more);
  return { world, worker, clientId, caseId };
}

describe('a client’s service', () => {
  test('is opened in a case, begun, delivered, evaluated and ended [U-4.14] [L-4.5] [L-4.7]', async () => {
    const { worker, clientId, caseId } = await aCase();
    const amount = { hundredths: 400, unit: 'hours', per: 'week' };
    const at = await openedService(worker, clientId, caseId, { amount, validTo: '2027-05-31' });
    expect(await servicesOf(worker, clientId)).toMatchObject([
      {
        state: 'granted',
        socialService: 'familyWork',
        amount,
        charging: { state: 'notRecorded' },
        version: 1,
      },
    ]);
    expect((await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-20' })).status).toBe(200);
    for (const [on, hundredths] of [
      ['2026-11-20', 150],
      ['2026-11-23', 200],
    ]) {
      const body = { on, hundredths, unit: 'hours' };
      expect((await worker.call('POST', `${at}/deliveries`, { body })).status).toBe(201);
    }
    const days = await worker.call('GET', `${at}/deliveries?from=2026-11-20&to=2026-11-26`);
    expect(days.json).toMatchObject({
      granted: 400,
      delivered: 350,
      deliveries: [{ on: '2026-11-20' }, { on: '2026-11-23' }],
    });
    const evaluated = await actOnService(worker, at, 'evaluate', 2, {
      on: '2026-11-24',
      result: 'partlyReached',
      words: 'Arki sujuu paremmin.',
    });
    expect(evaluated.status).toBe(200);
    const ended = await actOnService(worker, at, 'end', 3, {
      endedOn: '2026-11-24',
      endGround: 'goalsReached',
    });
    expect(ended.status).toBe(200);
    expect(await servicesOf(worker, clientId)).toEqual([]);
    expect(await servicesOf(worker, clientId, 'ended')).toMatchObject([
      { state: 'ended', endGround: 'goalsReached', evaluations: [{ result: 'partlyReached' }] },
    ]);
  });

  test('that no notice promises is opened, carried out, evaluated and ended too', async () => {
    const { worker, clientId, caseId } = await aCase();
    const promised = new Set(worksOfAll().flatMap(({ services }) => services));
    const isGiven = (one: SocialService) => kindsOfService(one).length === 0;
    for (const socialService of SocialService.options.filter((one) => isGiven(one) && !promised.has(one))) {
      const at = await openedService(worker, clientId, caseId, { socialService });
      const told = [
        await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-20' }),
        await worker.call('POST', `${at}/deliveries`, {
          body: { on: '2026-11-21', hundredths: 100, unit: 'visits' },
        }),
        await actOnService(worker, at, 'evaluate', 2, { on: '2026-11-24', result: 'goalsReached' }),
        await actOnService(worker, at, 'end', 3, { endedOn: '2026-11-24', endGround: 'goalsReached' }),
      ];
      expect([socialService, ...told.map(({ status }) => status)]).toEqual([
        socialService,
        200,
        201,
        200,
        200,
      ]);
    }
  });

  test('is refused where the controller has not switched it on, and says so in the list of services', async () => {
    const enabled = defaultSettings.services.enabled.filter((service) => service !== 'familyWork');
    const { worker, clientId, caseId } = await aCase({}, { ...defaultSettings, services: { enabled } });
    expect(await askForService(worker, clientId, caseId)).toMatchObject({
      status: 409,
      json: { code: 'service.notEnabled' },
    });
    const types = await worker.call('GET', '/v1/services/types');
    expect(types.json['services']).toContainEqual(
      expect.objectContaining({ socialService: 'familyWork', enabled: false }),
    );
  });

  test('of no list has a name of its own and the need that it answers [U-4.9]', async () => {
    const { worker, clientId, caseId } = await aCase();
    const nameless = await askForService(worker, clientId, caseId, { socialService: 'otherService' });
    expect(nameless).toMatchObject({ status: 422, json: { code: 'service.notValid' } });
    const content = { name: 'Muuttoapu', need: 'Muutto uuteen kotiin' };
    await openedService(worker, clientId, caseId, { socialService: 'otherService', content });
    expect(await servicesOf(worker, clientId)).toMatchObject([content]);
  });

  test('stands still and goes on; each act knows the state it comes from', async () => {
    const { worker, clientId, caseId } = await aCase();
    const at = await openedService(worker, clientId, caseId);
    const wrong = { status: 409, json: { code: 'service.wrongState' } };
    expect(await actOnService(worker, at, 'resume', 1)).toMatchObject(wrong);
    expect(await actOnService(worker, at, 'suspend', 1, { suspendedOn: '2026-11-24' })).toMatchObject(wrong);
    const early = { on: '2026-11-24', hundredths: 100, unit: 'hours' };
    expect(await worker.call('POST', `${at}/deliveries`, { body: early })).toMatchObject(wrong);
    await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-20' });
    await actOnService(worker, at, 'suspend', 2, { suspendedOn: '2026-11-24' });
    expect((await servicesOf(worker, clientId))[0]).toMatchObject({ state: 'suspended' });
    expect((await actOnService(worker, at, 'resume', 3)).status).toBe(200);
    expect(await actOnService(worker, at, 'start', 4, { startedOn: '2026-11-24' })).toMatchObject(wrong);
    expect(
      (await actOnService(worker, at, 'end', 3, { endedOn: '2026-11-24', endGround: 'moved' })).status,
    ).toBe(412);
  });

  test('is of a task of its case, and of the worker’s own', async () => {
    const { world, worker, clientId, caseId } = await aCase();
    const elsewhere = { serviceTask: 'disability', socialService: 'dayActivity' };
    expect(await askForService(worker, clientId, caseId, elsewhere)).toMatchObject({
      json: { code: 'service.noCase' },
    });
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    expect((await askForService(stranger, clientId, caseId)).status).toBe(403);
    const foreign = await world.worker('broadResponsibility', { controller: world.otherController });
    expect((await askForService(foreign, clientId, caseId)).status).toBe(404);
  });
});

describe('what was delivered', () => {
  test('is counted once, in the unit that was granted, on days of the service', async () => {
    const { worker, clientId, caseId } = await aCase();
    const amount = { hundredths: 400, unit: 'hours', per: 'week' };
    const at = await openedService(worker, clientId, caseId, { amount });
    await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-21' });
    const body = { on: '2026-11-23', hundredths: 150, unit: 'hours' };
    const deliver = (more: Record<string, unknown>, key?: string) =>
      worker.call('POST', `${at}/deliveries`, {
        body: { ...body, ...more },
        ...(key === undefined ? {} : { key }),
      });
    const twice = [await deliver({}, 'delivery-1'), await deliver({}, 'delivery-1')];
    expect(twice[0]?.json).toEqual(twice[1]?.json);
    for (const wrong of [{ unit: 'visits' }, { on: '2026-11-20' }, { on: '2026-12-24' }]) {
      expect((await deliver(wrong)).status).toBe(422);
    }
    const cancelled = await worker.call(
      'POST',
      `${at}/deliveries/${String(twice[0]?.json['deliveryId'])}/cancel`,
      { version: 1 },
    );
    expect(cancelled.status).toBe(200);
    const days = await worker.call('GET', `${at}/deliveries?from=2026-11-01&to=2026-11-30`);
    expect(days.json).toMatchObject({ delivered: 0, deliveries: [{ cancelledBy: worker.userId }] });
    expect((await worker.call('GET', `${at}/deliveries?from=2026-11-01&to=2027-11-02`)).status).toBe(400);
  });

  test('by two who record at once is counted twice', async () => {
    const { worker, clientId, caseId } = await aCase();
    const at = await openedService(worker, clientId, caseId);
    await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-20' });
    const body = { on: '2026-11-23', hundredths: 100, unit: 'visits' };
    const told = await Promise.all([1, 2].map(() => worker.call('POST', `${at}/deliveries`, { body })));
    expect(told.map(({ status }) => status)).toEqual([201, 201]);
    const days = await worker.call('GET', `${at}/deliveries?from=2026-11-01&to=2026-11-30`);
    expect(days.json).toMatchObject({ delivered: 200 });
    expect(days.json).not.toHaveProperty('granted');
  });
});

test('a unit sees which services end next, and a service whose clients have a plan says that one is missing', async () => {
  const { world, worker, clientId, caseId } = await aCase({ serviceTasks: ['families', 'childWelfare'] });
  await openedService(worker, clientId, caseId, { validTo: '2027-05-31' });
  await openedService(worker, clientId, caseId, { validTo: '2026-12-31', socialService: 'socialGuidance' });
  await openedService(worker, clientId, caseId);
  await world.drained();
  const told = await worker.call('GET', `/v1/services/units/${world.units.families}/services`);
  expect(told.json).toMatchObject({
    services: [{ validTo: '2026-12-31' }, { validTo: '2027-05-31', client: { family: 'Esimerkki' } }],
  });
  const missing = await worker.call('GET', `/v1/plans/units/${world.units.families}/missing`);
  expect(missing.json).toMatchObject({ cases: [{ caseId }] });
});

test('every act on a service is a line that names it', async () => {
  const { world, worker, clientId, caseId } = await aCase();
  const at = await openedService(worker, clientId, caseId);
  await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-20' });
  const lines = await logOf(world, clientId);
  expect(lines.map(({ eventName }) => eventName)).toEqual(
    expect.arrayContaining(['ServiceStarted', 'ServiceOpened', 'CaseOpened']),
  );
});
