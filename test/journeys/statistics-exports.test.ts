import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { deliver } from '../../functions/statistics/deliver.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { workerInPost } from '../support/decisions.ts';
import { text } from '../support/people.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import type { World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const EXPORTS = '/v1/statistics/exports';
const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };

const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));

describe('the processing times of child welfare', () => {
  test('are exported by the calendar: caught up with after an outage, the same when made again, anew when corrected [U-4.42]', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await workerInPost(world, 'broadResponsibility');
    const mainUser = await world.worker('mainUser');
    const { clientId, caseId, told } = await begun(world, worker);
    // A day after the three months of the law.
    at(world, '2027-02-25T10:00:00.000Z');
    const draft = await draftOf(worker, clientId, caseId);
    const end = { ...draft, result: 'childWelfareClient', specialSupport: true };
    const finish = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
    expect((await worker.call('POST', finish, { version: 1, body: end })).status).toBe(200);

    const run = () => nightOfStatistics(world);
    // Until midnight of 31 March in Helsinki, in summer time, the half year goes on, and the one before it had nothing:
    // what is made is of the year: activity, notifications and services after their day, and family law, which has none.
    at(world, '2027-03-31T20:59:00.000Z');
    expect(await run()).toEqual({ made: 4, late: 3, failed: 0 });
    const list = `${EXPORTS}/childWelfareProcessingTimes`;
    expect((await mainUser.call('GET', list)).json).toEqual({ exports: [] });
    at(world, '2027-03-31T21:00:00.000Z');
    expect(await run()).toEqual({ made: 1, late: 0, failed: 0 });
    expect(await run()).toEqual({ made: 0, late: 0, failed: 0 });
    const one = `${list}/2026-10..2027-03/1`;
    const read = await mainUser.call('GET', one);
    expect(read.json).toMatchObject({
      manifest: { definitionVersion: 1, edition: 1, use: THL, differences: 0 },
      rows: expect.arrayContaining([
        { measure: 'begunInTime', value: 1 },
        { measure: 'readyInTime', value: 0 },
        { measure: 'readyLate', value: 1 },
        { measure: 'readyLate', by: 'unit', key: world.units.families, value: 1 },
      ]),
    });
    const csv = await mainUser.call('GET', `${one}/csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const { manifest } = z
      .object({ manifest: z.looseObject({ csv: z.object({ sha256: z.string() }) }) })
      .parse(read.json);
    expect(
      createHash('sha256')
        .update(csv.body ?? '')
        .digest('hex'),
    ).toBe(manifest.csv.sha256);

    // By the next run it lies as files, once.
    const lay = () => deliver(world.services, [world.controller]);
    expect(await lay()).toEqual({ delivered: 5, failed: 0 });
    expect(await lay()).toEqual({ delivered: 0, failed: 0 });
    const place = 'childWelfareProcessingTimes/2026-10_2027-03/1';
    const { objects } = await world.services.exports.list(world.controller, `editions/${place}/`);
    expect(objects.map(({ name }) => name.replace(/-[0-9a-f]{12}/, '-…'))).toEqual(
      ['differences.csv', 'manifest-….json', 'rows.csv'].map((name) => `editions/${place}/${name}`),
    );

    // The same, asked for by hand, is the same edition; after its day a missing one is made late.
    const body = { definitionId: 'childWelfareProcessingTimes', period: '2026-10..2027-03', use: THL };
    expect((await mainUser.call('POST', EXPORTS, { body })).json).toMatchObject({ edition: 1, isNew: false });
    at(world, '2027-04-20T08:00:00.000Z');
    expect(await run()).toEqual({ made: 0, late: 0, failed: 0 });
  });

  test('that are counted anew make a next edition with what became different, and one that is missing is made late', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const mainUser = await world.worker('mainUser');
    const run = () => nightOfStatistics(world);
    const first = await begun(world, worker);
    expect(first.told.status).toBe(201);
    at(world, '2027-04-20T08:00:00.000Z');
    expect(await run()).toEqual({ made: 5, late: 4, failed: 0 });
    const clientId = await newClient(world, worker, { name: 'Keksitty Oona' });
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    at(world, '2026-12-01T08:00:00.000Z');
    const body = { definitionId: 'workDone', period: '2026-11', use: { ...THL, purpose: 'planning' } };
    expect((await mainUser.call('POST', EXPORTS, { body })).json).toMatchObject({ edition: 1, isNew: true });
    await worker.call('POST', notes, { body: anEntry() });
    expect((await mainUser.call('POST', EXPORTS, { body })).json).toMatchObject({ edition: 2, isNew: true });
    expect((await mainUser.call('GET', `${EXPORTS}/workDone/2026-11/2`)).json).toMatchObject({
      differences: expect.arrayContaining([{ measure: 'entries', before: 0, after: 1 }]),
    });
    expect((await mainUser.call('GET', `${EXPORTS}/workDone/2026-11/1`)).json).toMatchObject({
      differences: [],
    });
    expect((await mainUser.call('GET', `${EXPORTS}/workDone/2026-11/3`)).status).toBe(404);
  });
});
