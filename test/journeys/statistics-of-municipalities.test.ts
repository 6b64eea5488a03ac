import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { exportedFigures } from '../support/figures.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';

/** It is Tuesday 24 November 2026. */

const JARVENPAA = '186';
const TUUSULA = '858';
const OWN = { kind: 'own', use: 'planning' };

test('a unit that serves another municipality from the new year on keeps the figures of the old year where they were [K-13.2]', async () => {
  const world = await worldOf(PROFILES.K);
  const { families } = world.units;
  await standingUnit(world, families);
  const [worker, mainUser] = await Promise.all([
    world.worker('broadResponsibility'),
    world.worker('mainUser'),
  ]);
  const change = async (version: number, more: object) => {
    const unit = { name: { fi: 'Yksikkö' }, serviceTasks: ['families'], from: '2020-01-01', ...more };
    return mainUser.call('PUT', `/v1/controllers/units/${families}`, { version, body: unit });
  };
  expect((await change(1, { municipality: JARVENPAA })).status).toBe(200);
  const clientId = await newClient(world, worker);
  const note = (eventAt: string) =>
    worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry({ eventAt }) });
  await note('2026-11-24T08:30:00.000Z');

  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  await note('2027-01-02T07:30:00.000Z');
  const until = (day: string) => [{ municipality: JARVENPAA, until: day }];
  // Figures are of whole months, and so is a change.
  expect(
    await change(2, { municipality: TUUSULA, earlierMunicipalities: until('2026-12-30') }),
  ).toMatchObject({ status: 422, json: { findings: [{ rule: 'controller.municipalitiesInOrder' }] } });
  expect(
    await change(2, { municipality: TUUSULA, earlierMunicipalities: until('2026-12-31') }),
  ).toMatchObject({ status: 200 });

  world.clock.set(Instant.parse('2027-02-02T08:00:00.000Z'));
  await nightOfStatistics(world);
  const entries = async (period: string) => {
    const rows = await exportedFigures(mainUser, 'workDone', period, OWN);
    return [rows[`entries ${JARVENPAA}`], rows[`entries ${TUUSULA}`]];
  };
  expect(await entries('2026')).toEqual([1, undefined]);
  expect(await entries('2027-01')).toEqual([undefined, 1]);

  // Without its earlier ones it was never of another: a municipality that was wrong is put right so.
  expect((await change(3, { municipality: TUUSULA })).status).toBe(200);
  expect(await entries('2026')).toEqual([undefined, 1]);
});
