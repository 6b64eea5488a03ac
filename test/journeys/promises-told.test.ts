import { expect, test } from 'vitest';
import * as z from 'zod';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { kindsOfService, SocialService } from '../../shared/domain/social-services.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, askForService, openedService } from '../support/client-services.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { planBody, prepare } from '../support/decisions.ts';
import { aClient } from '../support/disclosures.ts';

/** What the registers of controllers are of: parts that are switched on, services, and the laws they rest on. */

const Types = z.object({
  services: z.array(z.looseObject({ socialService: z.string(), act: z.string(), enabled: z.boolean() })),
});

test('in Huittinen the register is of services under the Social Welfare Act: child welfare, disability, assistance and family law lie outside it [H-1.1]', async () => {
  const world = await worldOf(PROFILES.H);
  const worker = await world.worker('broadResponsibility');
  const { services } = Types.parse((await worker.call('GET', '/v1/services/types')).json);
  const outside = services.filter(({ act }) =>
    /^(417\/2007|675\/2023|1412\/1997|775\/2022|361\/1983)/.test(act),
  );
  expect(outside.length).toBeGreaterThan(8);
  expect(outside.filter(({ enabled }) => enabled)).toEqual([]);
  expect(PROFILES.H.registers[0]?.name).toContain('Sosiaalihuoltolain mukaisten palvelujen');
  const clientId = await aClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: ['families'],
    responsibleWorkerId: worker.userId,
  });
  for (const [socialService, code] of [
    ['childWelfareOpenCare', 'service.notEnabled'],
    ['socialAssistance', 'service.notEnabled'],
  ]) {
    const told = await askForService(worker, clientId, caseId, { socialService });
    expect(told.json).toMatchObject({ code });
  }
});

/** What is switched on, and what is applied for under the one name of two kinds of which one is (docs/decisions/0149). */
const servicesToldOf = ({ services: { enabled } }: ControllerSettings): string[] =>
  SocialService.options
    .filter((service) => [service, ...kindsOfService(service)].some((one) => enabled.includes(one)))
    .toSorted();

test('in Joutsa each service in use names the act by which it is given [J-1.5]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility');
  const { services } = Types.parse((await worker.call('GET', '/v1/services/types')).json);
  const inUse = services.filter(({ enabled }) => enabled);
  expect(inUse.map(({ socialService }) => socialService).toSorted()).toEqual(servicesToldOf(PROFILES.J));
  expect(
    inUse.filter(({ act }) => !/^\d+\/\d{4}/.test(act)).map(({ socialService }) => socialService),
  ).toEqual([]);
});

test('each type of service names its law from the controller’s own list, as it writes it; a service whose act is not there is told of when it is decided and opened [J-1.3]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['workingAge', 'disability'] });
  const lawOf = async (service: string): Promise<unknown> => {
    const { services } = Types.parse((await worker.call('GET', '/v1/services/types')).json);
    return services.find(({ socialService }) => socialService === service)?.['law'];
  };
  expect(await lawOf('socialWork')).toEqual({ name: 'Sosiaalihuoltolaki', number: '301/2014' });
  expect(await lawOf('socialAssistance')).toEqual({ name: 'Toimeentulotukilaki', number: '1412/1997' });
  // The list still has 380/1987, which the Disability Services Act of 2023 has taken the place of.
  expect(await lawOf('personalAssistance')).toBeUndefined();

  const clientId = await aClient(world, worker);
  const responsibleWorkerId = worker.userId;
  const serviceTasks = ['workingAge', 'disability'];
  const caseId = await openedCase(world, worker, clientId, { serviceTasks, responsibleWorkerId });
  const told = async (socialService: string, serviceTask: string): Promise<unknown> => {
    const opened = await askForService(worker, clientId, caseId, { socialService, serviceTask });
    expect(opened.status, opened.body).toBe(201);
    return opened.json['findings'];
  };
  expect(await told('socialWork', 'workingAge')).not.toContain('service.lawNotListed');
  expect(await told('personalAssistance', 'disability')).toContain('service.lawNotListed');
  const decided = async (): Promise<unknown> => {
    const plan = { caseId, kind: '11052', ...planBody({ socialServices: ['personalAssistance'] }) };
    const made = await prepare(worker, clientId, plan);
    expect(made.status, made.body).toBe(201);
    return made.json['findings'];
  };
  expect(await decided()).toContain('service.lawNotListed');

  const registers = PROFILES.J.registers.map((register) => ({
    ...register,
    laws: [...register.laws, { name: 'Vammaispalvelulaki', number: '675/2023', parts: null }],
  }));
  expect((await changeSettings(world, await world.worker('mainUser'), { registers })).status).toBe(200);
  world.clock.advance(2);
  expect(await lawOf('personalAssistance')).toEqual({ name: 'Vammaispalvelulaki', number: '675/2023' });
  expect(await told('personalAssistance', 'disability')).not.toContain('service.lawNotListed');
});

test('a decision names laws of the controller’s own list, as it writes them, and no others [J-1.3]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['workingAge', 'families'] });
  const clientId = await aClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: ['workingAge'],
    responsibleWorkerId: worker.userId,
  });
  const plan = (laws: string[]) => ({
    caseId,
    kind: '11052',
    ...planBody({ socialServices: ['socialWork'], laws }),
  });
  expect((await prepare(worker, clientId, plan(['417/2007', '675/2023']))).json).toMatchObject({
    code: 'decision.notValid',
    findings: [{ rule: 'decision.lawListed', path: '/body/laws/1' }],
  });
  const made = await prepare(worker, clientId, plan(['301/2014', '417/2007']));
  expect(made.status, made.body).toBe(201);
  const read = await worker.call('GET', String(made.headers['location']));
  expect(read.json).toMatchObject({ laws: ['301/2014', '417/2007'] });
});

const MORNING = { dates: ['2026-12-01'], from: '09:00', to: '12:00', slotMinutes: 45 };
const CHILD = { serviceTask: 'childWelfare', socialService: 'childWelfareOpenCare' };
const servicesOn = async (settings: ControllerSettings): Promise<string[]> => {
  const worker = await (await worldOf(settings)).worker('broadResponsibility');
  const { services } = Types.parse((await worker.call('GET', '/v1/services/types')).json);
  return services.filter(({ enabled }) => enabled).map(({ socialService }) => socialService);
};

test('in Uusikaupunki each part of the system is switched on by itself, kept from who does not work in it, and told in figures of its own [U-4.2]', async () => {
  const without = (part: string): ControllerSettings => ({
    ...PROFILES.U,
    registers: PROFILES.U.registers.map((one) => ({
      ...one,
      modules: one.modules.filter((name) => name !== part),
    })),
  });
  const all = await servicesOn(PROFILES.U);
  expect(all.toSorted()).toEqual(servicesToldOf(PROFILES.U));
  for (const [part, services] of [
    ['childWelfare', ['childWelfareOpenCare', 'takingIntoCare', 'substituteCare', 'aftercare']],
    ['childWelfareSupervisor', ['parenthood', 'maintenance', 'custodyAndAccess']],
  ] as const) {
    const left = await servicesOn(without(part));
    expect(all.filter((one) => !left.includes(one)).toSorted()).toEqual(services.toSorted());
  }
  const booked = async (settings: ControllerSettings): Promise<unknown> => {
    const world = await worldOf({
      ...settings,
      booking: { ...settings.booking, use: 'allUnits', units: [] },
    });
    const worker = await world.worker('broadResponsibility');
    const body = { unitId: world.units.families, ...MORNING };
    return (await worker.call('POST', '/v1/appointments/own/hours', { body })).json['code'];
  };
  expect([await booked(without('booking')), await booked(PROFILES.U)]).toEqual([
    'appointment.bookingOff',
    undefined,
  ]);

  const off = await worldOf(without('childWelfare'));
  const on = await worldOf(PROFILES.U);
  for (const [world, status] of [
    [off, 409],
    [on, 201],
  ] as const) {
    await standingUnit(world, world.units.families, 'Perhekeskus');
    const worker = await world.worker('broadResponsibility');
    const clientId = await aClient(world, worker);
    const serviceTasks = ['childWelfare', 'families'];
    const caseId = await openedCase(world, worker, clientId, {
      serviceTasks,
      responsibleWorkerId: worker.userId,
    });
    const child = await askForService(worker, clientId, caseId, CHILD);
    expect(child.status).toBe(status);
    const other = await openedService(worker, clientId, caseId);
    if (status === 409) continue;
    for (const at of [String(child.headers['location']), other]) {
      expect((await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-24' })).status).toBe(200);
    }
    // Whoever works in another part sees nothing of this one, whose figures are its own.
    const elsewhere = await world.worker('arranging', { serviceTasks: ['families'] });
    const seen = await elsewhere.call('GET', `/v1/services/clients/${clientId}/services`);
    expect(seen.body).toContain('familyWork');
    expect(seen.body).not.toContain('childWelfareOpenCare');
    const supervisor = await world.worker('supervisor');
    const figures = await supervisor.call(
      'GET',
      '/v1/statistics/figures/childWelfareServices?period=2026-11',
    );
    expect(figures.json).toMatchObject({
      figures: expect.arrayContaining([expect.objectContaining({ measure: 'openCareStarted', value: 1 })]),
    });
  }
});
