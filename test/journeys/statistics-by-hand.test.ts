import { expect, test } from 'vitest';
import { StatisticsRuns } from '../../functions/statistics/list-runs.ts';
import { exportByHand } from '../../infra/statistics/export-by-hand.ts';
import { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';

/** It is Tuesday 24 November 2026. */

test('an operator’s export has a record from its beginning with its progress; a passing fault is tried again, and what is refused is seen as failed', async () => {
  const world = await worldOf(PROFILES.J);
  const { services, controller } = world;
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const clientId = await newClient(world, worker);
  done(await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry() }));
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const runs = async () =>
    StatisticsRuns.parse((await mainUser.call('GET', '/v1/statistics/runs')).json).runs.map(
      ({ runId: _runId, ...rest }) => rest,
    );
  const order = {
    definition: knownDefinition('workDone'),
    period: Period.parse('2026'),
    use: StatisticsUse.parse({ kind: 'own', use: 'accounts' }),
    ranBy: 'Olli Operaattori',
  };

  // The store does not answer once, while the facts are counted: by then the run is told of.
  let seen: unknown;
  let failures = 1;
  services.tables.clientOf(controller).middlewareStack.add(
    (next) => async (args) => {
      const asked = JSON.stringify(args.input);
      if (failures > 0 && asked.includes('f#2026-06')) {
        failures -= 1;
        seen = await runs();
        throw new Error('The store does not answer.');
      }
      return next(args);
    },
    { step: 'initialize', name: 'faulty', priority: 'high' },
  );
  const edition = await exportByHand(services, controller, order);
  expect(failures).toBe(0);
  expect(seen).toMatchObject([
    { by: 'hand', result: 'running', progress: { ofMonths: 12, months: expect.any(Number) } },
  ]);
  expect(edition.rows).toContainEqual({ measure: 'entries', value: 1 });
  expect(await runs()).toMatchObject([
    { by: 'hand', period: '2026', result: 'made', edition: 1, progress: { months: 12, ofMonths: 12 } },
  ]);
  expect(await linesOf(services)).toContainEqual(
    expect.objectContaining({
      eventName: 'StatisticsExported',
      userIdentity: expect.objectContaining({ name: 'Olli Operaattori' }),
    }),
  );

  const use = StatisticsUse.parse({ kind: 'own', use: 'development' });
  await expect(exportByHand(services, controller, { ...order, use })).rejects.toThrow(
    'statistics.mayNotBeGiven',
  );
  expect((await runs())[0]).toMatchObject({ by: 'hand', result: 'failed' });
});

test('an export that is asked for through the interface has the same record; what may not be made leaves none, and one that stays a fault is seen as failed', async () => {
  const world = await worldOf(PROFILES.J);
  const { services, controller } = world;
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const clientId = await newClient(world, worker);
  done(await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry() }));
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const runs = async () =>
    StatisticsRuns.parse((await mainUser.call('GET', '/v1/statistics/runs')).json).runs;
  const made = (more: object = {}) =>
    mainUser.call('POST', '/v1/statistics/exports', {
      body: { definitionId: 'workDone', period: '2026', use: { kind: 'own', use: 'accounts' }, ...more },
      key: 'year-of-work',
    });
  for (const more of [
    { use: { kind: 'own', use: 'development' } },
    { period: '2027' },
    { period: '2026-11..2026-12' },
  ])
    expect((await made(more)).status, JSON.stringify(more)).toBeGreaterThanOrEqual(400);
  expect(await runs()).toEqual([]);

  let failures = 3;
  let seen: unknown;
  services.tables.clientOf(controller).middlewareStack.add(
    (next) => async (args) => {
      const asked = JSON.stringify(args.input);
      if (failures > 0 && asked.includes('f#2026-06')) {
        failures -= 1;
        seen ??= await runs();
        throw new Error('The store does not answer.');
      }
      return next(args);
    },
    { step: 'initialize', name: 'faulty', priority: 'high' },
  );
  expect((await made()).status).toBe(500);
  expect(seen).toMatchObject([{ by: 'hand', result: 'running', progress: { ofMonths: 12 } }]);
  expect(await runs()).toMatchObject([{ by: 'hand', result: 'failed' }]);

  world.clock.set(Instant.parse('2027-01-02T09:00:00.000Z'));
  const first = await made();
  expect(first).toMatchObject({ status: 201, json: { edition: 1, isNew: true } });
  // Repeated with its key it is answered as before, and nothing runs.
  expect((await made()).json).toEqual(first.json);
  expect(await runs()).toMatchObject([
    { by: 'hand', result: 'made', edition: 1, progress: { months: 12, ofMonths: 12 } },
    { by: 'hand', result: 'failed' },
  ]);
});
