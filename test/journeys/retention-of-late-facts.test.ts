import { expect, test } from 'vitest';
import { anEntry, newClient } from '../support/case-notes.ts';
import { factsOf } from '../support/facts.ts';
import { betweenStore } from '../support/faults.ts';
import { done } from '../support/matters.ts';
import { approved, at, disposed, gathered, officials, rowsOf } from '../support/retention.ts';
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

test('what comes to a month after its facts were disposed of, and while they are, is told with its figures and counted in none', async () => {
  const world = await testWorld();
  const { archivist, manager } = await officials(world);
  const worker = await world.worker('broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const notes = `/v1/case-notes/clients/${await newClient(world, worker)}/notes`;
  const write = async () => done(await worker.call('POST', notes, { body: anEntry() }));
  await write();
  at(world, '2026-12-02');
  await nightOfStatistics(world);
  const figures = async () =>
    done(await supervisor.call('GET', '/v1/statistics/figures/workDone?period=2026-11'));
  const before = await figures();
  expect(before).not.toHaveProperty('cameAfterDisposal');
  at(world, '2039-01-03');
  await gathered(world);
  await approved(archivist, manager, '2039-01');
  at(world, '2039-01-12');
  // One comes after the last look, before the facts go.
  let isFirst = true;
  const between = betweenStore(world.services, async (call) => {
    if (isFirst && call.name === 'TransactWriteCommand') {
      isFirst = false;
      await write();
    }
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ failed: 0 });
  between.mend();
  await nightOfStatistics(world);
  expect(await figures()).toEqual({ ...before, cameAfterDisposal: 1 });

  await write();
  await write();
  await nightOfStatistics(world);
  expect(await figures()).toEqual({ ...before, cameAfterDisposal: 3 });
  // Told once, and the facts have gone as those before them.
  await nightOfStatistics(world);
  expect(await figures()).toEqual({ ...before, cameAfterDisposal: 3 });
  expect(await factsOf(world, '2026-11')).toEqual([]);
});
