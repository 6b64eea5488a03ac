import { expect, test } from 'vitest';
import * as z from 'zod';
import { MergedPerson } from '../../shared/domain/statistics/merged-persons.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { dumpOf } from '../support/dump.ts';
import { changedTo } from '../support/people.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import { testWorld, type Worker } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

async function personsMet(supervisor: Worker, period: string): Promise<(number | undefined)[]> {
  const told = await supervisor.call('GET', `/v1/statistics/figures/workDone?period=${period}`);
  const { figures } = z
    .looseObject({ figures: z.array(z.looseObject({ measure: z.string(), value: z.int() })) })
    .parse(told.json);
  return ['entries', 'personsMet'].map((id) => figures.find(({ measure }) => measure === id)?.value);
}

test('somebody who was recorded twice is one person in the figures once that is found, of months that are over too, and two again if it was wrong', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const supervisor = await world.worker('supervisor');
  const [once, again, third] = [
    await newClient(world, worker, { name: 'Virtanen Liisa' }),
    await newClient(world, worker, { name: 'Wirtanen Liisa' }),
    await newClient(world, worker, { name: 'Wirtanen Elisabet' }),
  ];
  const met = (clientId: string, eventAt: string) =>
    worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry({ eventAt }) });
  await met(once, '2026-11-23T08:30:00.000Z');
  await met(again, '2026-11-24T08:30:00.000Z');
  world.clock.set(Instant.parse('2026-12-02T08:00:00.000Z'));
  await nightOfStatistics(world);
  await met(third, '2026-12-01T08:30:00.000Z');
  expect(await personsMet(supervisor, '2026')).toEqual([3, 3]);

  expect(await changedTo(worker, again, '/merge', { into: third })).toMatchObject({ status: 200 });
  expect(await personsMet(supervisor, '2026-11')).toEqual([2, 2]);
  expect(await personsMet(supervisor, '2026')).toEqual([3, 2]);
  expect(await changedTo(worker, third, '/merge', { into: once })).toMatchObject({ status: 200 });
  expect(await personsMet(supervisor, '2026-11')).toEqual([2, 1]);
  expect(await personsMet(supervisor, '2026')).toEqual([3, 1]);
  // What says so names nobody and no time, and lies apart for each year.
  const marks = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'mergedPerson');
  expect(marks.length).toBeGreaterThan(2);
  expect(z.array(MergedPerson).safeParse(marks).error).toBeUndefined();
  expect(JSON.stringify(marks)).not.toMatch(new RegExp(`${once}|${again}|${third}|2026-1`));

  expect(await changedTo(worker, once, `/merged/${third}/undo`, undefined)).toMatchObject({ status: 200 });
  expect(await personsMet(supervisor, '2026')).toEqual([3, 2]);
  await nightOfStatistics(world);
  expect(await personsMet(supervisor, '2026-11')).toEqual([2, 2]);
});

test('they are one also in a year before their files were made, and two again however late the merge is undone', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const supervisor = await world.worker('supervisor');
  const [once, again] = [
    await newClient(world, worker, { name: 'Virtanen Liisa' }),
    await newClient(world, worker, { name: 'Wirtanen Liisa' }),
  ];
  for (const clientId of [once, again]) {
    const body = anEntry({ eventAt: '2025-12-30T08:30:00.000Z' });
    await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body });
  }
  expect(await changedTo(worker, again, '/merge', { into: once })).toMatchObject({ status: 200 });
  expect(await personsMet(supervisor, '2025')).toEqual([2, 1]);
  world.clock.set(Instant.parse('2039-01-02T08:00:00.000Z'));
  expect(await changedTo(worker, once, `/merged/${again}/undo`, undefined)).toMatchObject({ status: 200 });
  expect(await personsMet(supervisor, '2025')).toEqual([2, 2]);
  expect((await dumpOf(world.services, 'records')).map(({ entity }) => entity)).not.toContain('mergedPerson');
});
