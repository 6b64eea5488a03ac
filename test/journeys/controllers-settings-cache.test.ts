import { expect, test } from 'vitest';
import { loimaa } from '../../shared/domain/controllers/profiles/loimaa.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { setUpRecord } from '../../shared/setup.ts';
import { counted } from '../support/counted.ts';
import { testWorld } from '../support/world.ts';

const RECORD = { name: { fi: 'Loimaan kaupunki' }, address: 'Kauppalankatu 3', phones: [] };

test('a controller that has chosen nothing is held to the law in force, another to what it chose', async () => {
  const { services, controller, otherController } = await testWorld();
  await setUpRecord(services, { controllerId: otherController, ...RECORD }, loimaa, 'test');
  expect(await settingsOf(services, controller)).toEqual(defaultSettings);
  expect(await settingsOf(services, otherController)).toEqual(loimaa);
});

test('settings are read once a minute, however often they are asked for', async () => {
  const { services, controller, clock } = await testWorld();
  const counter = counted(services, controller);
  const asked = () => counter.costOf(() => settingsOf(services, controller));
  expect((await asked()).cost.calls).toEqual({ GetItem: 1 });
  expect((await asked()).cost.calls).toEqual({});
  clock.advance(1);
  expect((await asked()).cost.calls).toEqual({ GetItem: 1 });
});

test('a controller is set up once', async () => {
  const { services, otherController } = await testWorld();
  const setUp = () => setUpRecord(services, { controllerId: otherController, ...RECORD }, loimaa, 'test');
  await setUp();
  await expect(setUp()).rejects.toMatchObject({ definition: { code: 'request.stale' } });
});

test('settings that contradict themselves set nothing up', async () => {
  const { services, otherController } = await testWorld();
  const settings = { ...loimaa, booking: { ...loimaa.booking, use: 'namedUnits' as const, units: [] } };
  await expect(
    setUpRecord(services, { controllerId: otherController, ...RECORD }, settings, 'test'),
  ).rejects.toThrow('booking');
  expect(await settingsOf(services, otherController)).toEqual(defaultSettings);
});
