import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { askToBook } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, askForService } from '../support/client-services.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { done } from '../support/matters.ts';

test('what the family centre produces belongs to its unit: it is opened in cases of the unit, booked there and counted as its own, and what the controller ties to no unit is given in any [U-4.19]', async () => {
  const world = await worldOf({
    ...PROFILES.U,
    booking: { ...PROFILES.K.booking, use: 'allUnits', units: [] },
  });
  const { families: centre, adults: elsewhere } = world.units;
  await setUpUnits(
    world.services,
    world.controller,
    (
      [
        [centre, 'Perhekeskus'],
        [elsewhere, 'Aikuissosiaalityö'],
      ] as const
    ).map(([unitId, fi]) => ({
      unitId,
      name: { fi },
      serviceTasks: [],
      from: LocalDate.parse('2026-01-01'),
    })),
    'test',
  );
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
