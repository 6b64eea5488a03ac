import { expect, test } from 'vitest';
import { anEntry, newClient } from '../support/case-notes.ts';
import { done } from '../support/matters.ts';
import { at, gathered, officials, rowsOf } from '../support/retention.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import { testWorld } from '../support/world.ts';

/** It is Tuesday 24 November 2026. Facts of a month go after twelve years; its sums stay. */

test('a month to which facts came late is not disposed of before its sums hold them', async () => {
  const world = await testWorld();
  const { archivist } = await officials(world);
  const worker = await world.worker('broadResponsibility');
  const notes = `/v1/case-notes/clients/${await newClient(world, worker)}/notes`;
  const write = async () => done(await worker.call('POST', notes, { body: anEntry() }));
  await write();
  at(world, '2026-12-02');
  await nightOfStatistics(world);
  await write();
  at(world, '2038-12-03');
  const listed = async (month: string) => {
    expect(await gathered(world)).toMatchObject({ failed: 0 });
    return (await rowsOf(archivist, month)).filter(({ unitId }) => unitId.includes('factMonth'));
  };
  expect(await listed('2038-12')).toEqual([]);
  await nightOfStatistics(world);
  at(world, '2039-01-03');
  expect(await listed('2039-01')).toHaveLength(1);
});
