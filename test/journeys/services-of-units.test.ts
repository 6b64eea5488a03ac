import { expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { askToBook } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, askForService } from '../support/client-services.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { done } from '../support/matters.ts';
import type { World } from '../support/world.ts';

const NAMES = { families: 'Perhekeskus', adults: 'Aikuissosiaalityö' } as const;

/** Uusikaupunki with two units of these names, in which booking is on. */
async function twoUnits(more: Partial<ControllerSettings> = {}): Promise<World> {
  const world = await worldOf({
    ...PROFILES.U,
    booking: { ...PROFILES.K.booking, use: 'allUnits', units: [] },
    ...more,
  });
  const units = (['families', 'adults'] as const).map((unit) => ({
    unitId: world.units[unit],
    name: { fi: NAMES[unit] },
    serviceTasks: [],
    from: LocalDate.parse('2026-01-01'),
  }));
  await setUpUnits(world.services, world.controller, units, 'test');
  return world;
}

test('what the family centre produces belongs to its unit: it is opened in cases of the unit, booked there and counted as its own, and what the controller ties to no unit is given in any [U-4.19]', async () => {
  const world = await twoUnits();
  const { families: centre, adults: elsewhere } = world.units;
  const worker = await world.worker('broadResponsibility', { unitIds: [centre, elsewhere] });
  const clientId = await newClient(world, worker);
  const ofCentre = await openedCase(world, worker, clientId);
  const ofOthers = await openedCase(world, worker, clientId, { unitId: elsewhere });

  const opened = await askForService(worker, clientId, ofCentre, { basis: { kind: 'guidance' } });
  done(opened);
  const start = { startedOn: '2026-11-24' };
  done(await actOnService(worker, String(opened.headers['location']), 'start', 1, start));
  expect(await askForService(worker, clientId, ofOthers)).toMatchObject({
    status: 422,
    json: {
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'service.otherUnit', path: '/body/caseId' }),
      ]),
    },
  });
  done(await askForService(worker, clientId, ofOthers, { socialService: 'socialGuidance' }));

  const family = { socialServices: ['familyWork'] };
  const later = { startsAt: '2026-11-26T08:00:00.000Z', endsAt: '2026-11-26T09:00:00.000Z' };
  expect(await askToBook(world, worker, clientId, { ...family, ...later, unitId: elsewhere })).toMatchObject({
    status: 422,
    json: { code: 'appointment.notValid', findings: [{ rule: 'service.otherUnit', path: '/body/unitId' }] },
  });
  const past = { startsAt: '2026-11-23T08:00:00.000Z', endsAt: '2026-11-23T09:00:00.000Z' };
  expect(await askToBook(world, worker, clientId, { ...family, ...past, unitId: elsewhere })).toMatchObject({
    status: 422,
    json: { findings: [{ rule: 'service.otherUnit' }, { rule: 'appointment.isComing' }] },
  });
  done(await askToBook(world, worker, clientId, family));
  done(await askToBook(world, worker, clientId, { ...later, unitId: elsewhere }));

  const supervisor = await world.worker('supervisor', { unitIds: [centre, elsewhere] });
  const figures = await supervisor.call('GET', '/v1/statistics/figures/servicesGiven?period=2026-11&by=unit');
  expect(figures.json['figures']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ measure: 'opened', key: centre, value: 1 }),
      expect.objectContaining({ measure: 'started', key: centre, value: 1 }),
      expect.objectContaining({ measure: 'opened', key: elsewhere, value: 1 }),
    ]),
  );
});

test('a service that the controller names with several units is given in each of them', async () => {
  const serviceUnits: ControllerSettings['serviceUnits'] = [
    { units: [NAMES.families], services: ['familyWork', 'homeCare'] },
    { units: [NAMES.adults], services: ['familyWork'] },
  ];
  const world = await twoUnits({ serviceUnits });
  const unitIds = [world.units.families, world.units.adults];
  const worker = await world.worker('broadResponsibility', { unitIds });
  const clientId = await newClient(world, worker);
  for (const unitId of unitIds) {
    const caseId = await openedCase(world, worker, clientId, { unitId });
    done(await askForService(worker, clientId, caseId, { basis: { kind: 'guidance' } }));
  }
});
