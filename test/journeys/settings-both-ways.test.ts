import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import { anyClient } from '../support/access-log.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { askForService, openedService } from '../support/client-services.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { draftBy } from '../support/notices.ts';
import { handler, recorded, requestsOf, step } from '../support/subject-requests.ts';

/** Choices of a controller that the law leaves open, each way through what acts on them. */

test('a service belongs to a part of the system: where no register has the part it is not opened, and where none names its parts all are there', async () => {
  const opened = async (modules: (typeof defaultSettings.registers)[number]['modules']) => {
    const registers = defaultSettings.registers.map((one) => ({ ...one, modules }));
    const world = await worldOf({ ...defaultSettings, registers });
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const caseId = await openedCase(world, worker, clientId);
    const { status, json } = await askForService(worker, clientId, caseId);
    return status === 201 ? 'opened' : json['code'];
  };
  expect(await opened([])).toBe('opened');
  expect(await opened(['adultAndFamilyWork'])).toBe('opened');
  expect(await opened(['childWelfare'])).toBe('service.notEnabled');
});

test('a plan is missing where the controller has one made for every client of the service, and nowhere else', async () => {
  const missing = async (requiredFor: typeof defaultSettings.plan.requiredFor) => {
    const world = await worldOf({ ...defaultSettings, plan: { requiredFor } });
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const caseId = await openedCase(world, worker, clientId);
    const types = await worker.call('GET', '/v1/services/types');
    await openedService(worker, clientId, caseId, { socialService: 'familyWork' });
    await world.drained();
    const told = await worker.call('GET', `/v1/plans/units/${world.units.families}/missing`);
    const { services }: { services: { socialService: string; planRequired: boolean }[] } = Object(types.json);
    return [
      services.some(({ socialService, planRequired }) => socialService === 'familyWork' && planRequired),
      JSON.stringify(told.json).includes(caseId),
    ];
  };
  expect(await missing(['familyWork'])).toEqual([true, true]);
  expect(await missing(['substituteCare'])).toEqual([false, false]);
});

test('requests go to a data-protection officer where the controller has named one, and else to the office that it names', async () => {
  const world = await worldOf(PROFILES.L);
  const [worker, mainUser] = [await world.worker('broadResponsibility'), await world.worker('mainUser')];
  const clientId = await anyClient(world, worker);
  const addressee = async () => {
    const body = {
      kind: 'inspection',
      receivedOn: '2026-11-20',
      form: 'signedDocument',
      asker: 'client',
      words: 'Tietoni.',
    };
    return (await worker.call('POST', requestsOf(clientId), { body })).json['addressee'];
  };
  expect(await addressee()).toBe('headOfSocialWork');
  const dataSubjectRequests = {
    ...PROFILES.L.dataSubjectRequests,
    addressee: 'dataProtectionOfficer',
    decider: 'dataProtectionOfficer',
  } as const;
  expect(await changeSettings(world, mainUser, { dataSubjectRequests })).toMatchObject({
    status: 422,
    json: { findings: [{ path: '/body/settings/dataSubjectRequests/addressee' }] },
  });
  const controller = { ...PROFILES.L.controller, dpo: officeOf('Tietosuojavastaava') };
  expect((await changeSettings(world, mainUser, { dataSubjectRequests, controller })).status).toBe(200);
  world.clock.advance(5);
  expect(await addressee()).toBe('dataProtectionOfficer');
});

test('requests are listed by their age where they are answered without delay, else by their last day; and the time goes on as far as the controller lets it', async () => {
  const listed = async (withoutDelay: boolean, extensionMonths: number) => {
    const { deadline } = PROFILES.K.dataSubjectRequests;
    const world = await worldOf({
      ...PROFILES.K,
      dataSubjectRequests: {
        ...PROFILES.K.dataSubjectRequests,
        deadline: { ...deadline, withoutDelay, extensionMonths },
      },
    });
    const [worker, manager] = [await world.worker('broadResponsibility'), await handler(world, 'management')];
    const clientId = await anyClient(world, worker);
    const first = await recorded(worker, clientId, { form: 'form', receivedOn: '2026-11-10' });
    await recorded(worker, clientId, { form: 'form', receivedOn: '2026-11-20' });
    const extended = await step(manager, first, 'extend', {
      months: 1,
      toldOn: '2026-11-24',
      reasons: 'Aineistoa on paljon.',
    });
    const { json } = await manager.call('GET', '/v1/data-subject-requests/waiting');
    const { waiting }: { waiting: { receivedOn: string }[] } = Object(json);
    return [extended.status, waiting.map(({ receivedOn }) => receivedOn)];
  };
  expect(await listed(true, 2)).toEqual([200, ['2026-11-10', '2026-11-20']]);
  expect(await listed(false, 2)).toEqual([200, ['2026-11-20', '2026-11-10']]);
  expect(await listed(false, 0)).toEqual([422, ['2026-11-10', '2026-11-20']]);
});

test('that payments and invoices are made elsewhere is told from the day on which the controller says so, and no longer than it does', async () => {
  const world = await worldOf(PROFILES.U);
  const mainUser = await world.worker('mainUser');
  const told = async () => {
    const draft = await mainUser.call('GET', await draftBy(mainUser));
    return ['Maksatus hoidetaan', 'Maksettuja etuuksia peritään', 'Asiakasmaksut laskutetaan'].filter(
      (said) => draft.body?.includes(said),
    );
  };
  expect(await told()).toHaveLength(3);
  const none = { payments: { route: 'off', recovery: false }, invoicing: { enabled: false } } as const;
  expect((await changeSettings(world, mainUser, none, { from: '2026-12-01' })).status).toBe(200);
  expect(await told()).toHaveLength(3);
  world.clock.advance(7 * 24 * 60);
  expect(await told()).toEqual([]);
});
