import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { commitEdition } from '../../functions/statistics/commit-edition.ts';
import { calendarContext } from '../../functions/statistics/export-by-calendar.ts';
import { StatisticsRuns } from '../../functions/statistics/list-runs.ts';
import { STATISTICS_ACTIONS } from '../../shared/access/actions/statistics.ts';
import { commit } from '../../shared/commit.ts';
import { collectedSince } from '../../shared/domain/statistics/due.ts';
import { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { makeEdition } from '../../shared/domain/statistics/make-edition.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { furtherRun, runOf } from '../../shared/domain/statistics/run.ts';
import { openedEdition, storedEdition } from '../../shared/domain/statistics/stored-edition.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { systemContext } from '../../shared/system-context.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { begun } from '../support/assessments.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import type { World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const TIMES = 'childWelfareProcessingTimes';
const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));
const lateTold = (world: World) => world.logged.filter(({ code }) => code === 'STATISTICS_LATE');

describe('the exports that an authority collects', () => {
  test('are all made after an outage, the earliest first, and one that was not made by its day is told of', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const mainUser = await world.worker('mainUser');
    const run = () => nightOfStatistics(world);
    const runsOf = async (definitionId: string) => {
      const told = await mainUser.call('GET', '/v1/statistics/runs');
      expect(told.status, told.body).toBe(200);
      return StatisticsRuns.parse(told.json).runs.filter((one) => one.definitionId === definitionId);
    };
    const { clientId, told } = await begun(world, worker);
    expect(told.status).toBe(201);
    const entryAt = (eventAt: string) =>
      worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry({ eventAt }) });
    at(world, '2027-05-04T08:00:00.000Z');
    expect((await entryAt('2027-05-03T08:00:00.000Z')).status).toBe(201);

    // Nothing ran for a year and a half: over two turns of summer time, a turn of the year and a leap day.
    at(world, '2028-02-29T08:00:00.000Z');
    expect(await run()).toMatchObject({ made: 10, late: 7, failed: 0 });
    expect(await runsOf(TIMES)).toMatchObject([
      {
        period: '2027-04..2027-09',
        by: 'calendar',
        result: 'made',
        edition: 1,
        dueOn: '2027-10-17',
        isLate: true,
      },
      {
        period: '2026-10..2027-03',
        by: 'calendar',
        result: 'made',
        edition: 1,
        dueOn: '2027-04-17',
        isLate: true,
      },
    ]);
    expect(await runsOf('activityStatistics')).toMatchObject([
      { period: '2027', result: 'made', dueOn: '2028-02-29', isLate: false },
      { period: '2026', result: 'made', dueOn: '2027-02-28', isLate: true },
    ]);
    expect(lateTold(world)).toMatchObject([
      { fields: { controller: world.controller, count: 2 } },
      { fields: { controller: world.controller, count: 2 } },
      { fields: { controller: world.controller, count: 2 } },
      { fields: { controller: world.controller, count: 1 } },
    ]);
    expect(await run()).toMatchObject({ made: 0, failed: 0 });
    expect(await runsOf('activityStatistics')).toMatchObject([
      { period: '2027', result: 'unchanged' },
      {},
      {},
    ]);
    expect((await worker.call('GET', '/v1/statistics/runs')).status).toBe(403);

    // A fact that does not parse: the export fails, its run says so, and each morning after its day tells it.
    const spoilt = {
      ...workKeys.fact(world.controller, '2028-01', '01KBN4PZ00000000000000000A'),
      entity: 'fact',
    };
    const { records } = world.services.tables;
    const client = world.services.tables.clientOf(world.controller);
    await client.send(new PutCommand({ TableName: records, Item: { ...spoilt, schemaVersion: 1 } }));
    at(world, '2028-04-17T08:00:00.000Z');
    expect(await run()).toMatchObject({ made: 0, late: 0 });
    expect(await runsOf(TIMES)).toMatchObject([
      // It came as far as the month before the spoilt one.
      {
        period: '2027-10..2028-03',
        result: 'failed',
        isLate: false,
        progress: { months: 3, ofMonths: 6, at: world.clock.now() },
      },
      {},
      {},
    ]);
    expect(lateTold(world)).toHaveLength(4);
    at(world, '2028-04-18T08:00:00.000Z');
    await run();
    expect(lateTold(world)).toHaveLength(5);
    await client.send(new DeleteCommand({ TableName: records, Key: { pk: spoilt.pk, sk: spoilt.sk } }));
    // Of that half year nothing is left to count: nothing is made of it.
    const before = await runsOf(TIMES);
    expect(await run()).toEqual({ made: 0, late: 0, failed: 0 });
    expect(await runsOf(TIMES)).toEqual(before);
  });

  test('say how far a run has come while it goes on, and that it was cut short when it gives no sign any more', async () => {
    const world = await worldOf(PROFILES.U);
    const mainUser = await world.worker('mainUser');
    const lastRun = async () => {
      const told = await mainUser.call('GET', '/v1/statistics/runs');
      return StatisticsRuns.parse(told.json).runs[0];
    };
    const [definition, period] = [knownDefinition(TIMES), Period.parse('2026-04..2026-09')];
    const context = calendarContext(world.services, world.controller, 'StatisticsRunNoted');
    const run = runOf(context, definition, period, 'calendar');
    const line = { clients: [], resources: [], dataGroups: [] };
    await commit(context, { changes: [{ put: run, when: 'absent' }], line, answer: { body: {} } });
    expect(await lastRun()).toMatchObject({ result: 'running' });
    expect(await lastRun()).not.toHaveProperty('progress');

    at(world, '2026-11-24T08:10:00.000Z');
    const later = calendarContext(world.services, world.controller, 'StatisticsRunNoted');
    const further = furtherRun(run, { months: 3, ofMonths: 6, facts: 41 }, later.now);
    const change = { put: further, when: { version: run.version } };
    await commit(later, { changes: [change], line, answer: { body: {} } });
    at(world, '2026-11-24T08:20:00.000Z');
    expect(await lastRun()).toMatchObject({
      result: 'running',
      progress: { months: 3, ofMonths: 6, facts: 41 },
    });
    at(world, '2026-11-24T08:26:00.000Z');
    expect(await lastRun()).toMatchObject({ result: 'cutShort', progress: { months: 3 } });
  });

  test('are collected since the settings name the recipient, whatever waits for its day', async () => {
    const world = await worldOf(PROFILES.U);
    const mainUser = await world.worker('mainUser');
    const since = () =>
      collectedSince(calendarContext(world.services, world.controller, 'StatisticsExported'), 'thl');
    const { statistics } = PROFILES.U;
    const none = { ...statistics, recipients: statistics.recipients.filter((one) => one !== 'thl') };
    expect((await changeSettings(world, mainUser, { statistics: none })).status).toBe(200);
    at(world, '2026-11-30T08:00:00.000Z');
    expect((await changeSettings(world, mainUser, { statistics })).status).toBe(200);
    expect(await since()).toBe('2026-11-30');
    const waiting = await changeSettings(world, mainUser, { statistics: none }, { from: '2027-06-01' });
    expect(waiting.status).toBe(200);
    expect(await since()).toBe('2026-11-30');
  });

  test('that are made by two at one moment do not share a number: who comes second counts again', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const mainUser = await world.worker('mainUser');
    const notes = `/v1/case-notes/clients/${await newClient(world, worker)}/notes`;
    const entry = anEntry();
    await worker.call('POST', notes, { body: entry });
    at(world, '2026-12-01T08:00:00.000Z');
    const context = () =>
      systemContext(world.services, world.controller, {
        action: STATISTICS_ACTIONS.makeExport,
        event: 'StatisticsExported',
        ranBy: 'test',
      });
    const use = (purpose: string) =>
      StatisticsUse.parse({ kind: 'recipient', recipient: 'thl', purpose, provision: '668/2008 5 §' });
    const [definition, period] = [knownDefinition('workDone'), Period.parse('2026-11')];
    const first = await makeEdition(context(), definition, period, use('planning'));
    await worker.call('POST', notes, { body: entry });
    const second = await commitEdition(context(), definition, period, use('research'), 'noted');
    expect([first.edition.edition, second.edition.edition]).toEqual([1, 1]);
    const line = { clients: [], resources: [], dataGroups: [] };
    const late = commit(context(), { changes: first.changes, line, answer: { body: {} } });
    await expect(late).rejects.toMatchObject({ definition: { code: 'request.conflict' } });
    await worker.call('POST', notes, { body: entry });
    const body = { definitionId: 'workDone', period: '2026-11', use: use('planning') };
    const both = await Promise.all(
      ['planning', 'statistics'].map((purpose) =>
        mainUser.call('POST', '/v1/statistics/exports', { body: { ...body, use: use(purpose) } }),
      ),
    );
    expect(both.map(({ json }) => [json['edition'], json['isNew']])).toEqual([
      [2, true],
      [2, true],
    ]);
    const told = await mainUser.call('GET', '/v1/statistics/runs');
    const runs = StatisticsRuns.parse(told.json).runs.map(
      ({ by, result, edition }) => `${by} ${result} ${edition}`,
    );
    expect(runs.toSorted()).toEqual(['hand made 2', 'hand made 2']);

    // An edition of many rows lies packed, within what an item of the table holds.
    const rows = Array.from({ length: 20_000 }, (_, nth) => ({
      measure: `measureOfALongName${nth % 20}`,
      by: 'unit',
      key: `01KBN4PZ00000000000${String(nth).padStart(7, '0')}`,
      value: (nth * 7919) % 10_007,
    }));
    const large = { ...second.edition, rows };
    const stored = storedEdition(large);
    if (stored === undefined) throw new Error('It does not fit.');
    expect(stored.packed?.length).toBeLessThan(350_000);
    expect(openedEdition(stored)).toEqual(large);
  });
});
