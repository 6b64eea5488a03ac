import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { deliver } from '../../functions/statistics/deliver.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';

/** It is Tuesday 24 November 2026. */

const USE = { kind: 'recipient', recipient: 'thl', purpose: 'planning', provision: '668/2008 5 §' };

const byLength = (a: readonly unknown[], b: readonly unknown[]): number => a.length - b.length;

test('one edition that is spoilt keeps no other from its files, is told of each morning and in the list of the others, and is laid down once it is whole', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const notes = `/v1/case-notes/clients/${await newClient(world, worker)}/notes`;
  const entry = (eventAt: string) => worker.call('POST', notes, { body: anEntry({ eventAt }) });
  await entry('2026-10-20T08:00:00.000Z');
  await entry('2026-11-23T08:00:00.000Z');
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  const make = (period: string) =>
    mainUser.call('POST', '/v1/statistics/exports', {
      body: { definitionId: 'workDone', period, use: USE },
    });
  for (const period of ['2026-10', '2026-11']) expect((await make(period)).status).toBe(201);

  const stored = (await dumpOf(world.services, 'records')).find(
    (item) => item['entity'] === 'statisticsEdition' && item['period'] === '2026-11',
  );
  const Key = { pk: stored?.['pk'], sk: stored?.['sk'] };
  const client = world.services.tables.clientOf(world.controller);
  const spoil = (UpdateExpression: string, value: unknown) =>
    client.send(
      new UpdateCommand({
        TableName: world.services.tables.records,
        Key,
        UpdateExpression,
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  await spoil('SET csv = :value', 'spoilt');
  const lay = () => deliver(world.services, [world.controller]);
  const names = async () =>
    (await world.services.exports.list(world.controller, 'editions/workDone/')).objects.map(
      ({ name }) => name.split('/')[2],
    );
  expect(await lay()).toEqual({ delivered: 1, failed: 1 });
  expect(new Set(await names())).toEqual(new Set(['2026-10']));
  expect(await lay()).toEqual({ delivered: 0, failed: 1 });
  const list = () => mainUser.call('GET', '/v1/statistics/exports/workDone');
  expect((await list()).json).toEqual({
    exports: [expect.objectContaining({ period: '2026-10' })],
    unreadable: 1,
  });
  await spoil('SET csv = :value', stored?.['csv']);
  expect(await lay()).toEqual({ delivered: 1, failed: 0 });
  expect((await list()).json).toMatchObject({ exports: [{ period: '2026-11' }, { period: '2026-10' }] });
  expect(new Set(await names())).toEqual(new Set(['2026-10', '2026-11']));
});

test('the access log names what an export changed, and nothing where the same figures had been laid down', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const mainUser = await world.worker('mainUser');
  const notes = `/v1/case-notes/clients/${await newClient(world, worker)}/notes`;
  await worker.call('POST', notes, { body: anEntry() });
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  const body = { definitionId: 'workDone', period: '2026-11' };
  const twice = async (path: string, sent: object, eventName: string) => {
    for (const isNew of [true, false]) {
      expect((await mainUser.call('POST', path, { body: sent })).json).toMatchObject({ isNew });
    }
    const lines = (await linesOf(world.services)).filter((line) => line['eventName'] === eventName);
    return lines.map((line) => line['changedFields'] ?? []);
  };
  const exported = await twice('/v1/statistics/exports', { ...body, use: USE }, 'StatisticsExported');
  expect(exported.toSorted(byLength)).toEqual([[], ['edition']]);
  const published = await twice('/v1/statistics/publications', body, 'StatisticsPublished');
  expect(published.toSorted(byLength)).toEqual([[], ['publication']]);
});
