import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { recountPeriod } from '../../infra/statistics/recount.ts';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import { packedCube } from '../../shared/domain/statistics/cubes/pack.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import { countMonth, loadCubeHeads, loadLateFacts } from '../../shared/domain/statistics/cubes/store.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { statisticsKeys } from '../../shared/table/keys.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import type { Worker, World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));

async function figuresOf(supervisor: Worker): Promise<unknown> {
  const told = await supervisor.call('GET', '/v1/statistics/figures/workDone?period=2026-11&by=unit');
  expect(told.status, told.body).toBe(200);
  return told.json['figures'];
}

const entries = async (supervisor: Worker): Promise<unknown> => {
  const figures = await figuresOf(supervisor);
  const whole = Array.isArray(figures)
    ? figures.find(({ measure, key }) => measure === 'entries' && !key)
    : 0;
  return whole?.value;
};

describe('a month that is over', () => {
  test('is stored as sums in the night after it, and kept right when something is removed or comes late', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const where = { services: world.services, actor: { controller: world.controller } };
    const run = () => nightOfStatistics(world);
    const clientId = await newClient(world, worker, { name: 'Keksitty Oona' });
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    const eventAt = '2026-11-24T08:00:00.000Z';
    const first = await worker.call('POST', notes, { body: anEntry({ eventAt }) });
    await worker.call('POST', notes, { body: anEntry({ eventAt }) });
    await run();
    expect(await loadCubeHeads(where, ['2026-10', '2026-11'])).toEqual([]);
    expect(await entries(supervisor)).toBe(2);

    at(world, '2026-12-01T02:30:00.000Z');
    const before = await figuresOf(supervisor);
    await run();
    const [cube] = await loadCubeHeads(where, ['2026-11']);
    expect(cube).toMatchObject({ month: '2026-11', version: 1, persons: 1, parts: 1 });
    expect(await figuresOf(supervisor)).toEqual(before);
    const stored = await dumpOf(world.services, 'records');
    expect(JSON.stringify(stored.filter(({ entity }) => entity === 'statisticsCube'))).not.toContain(
      clientId,
    );

    // In December an entry of November is removed, and another one written: both are seen at once, and by the next night.
    const removal = {
      version: 1,
      body: { reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Wrong client.' } },
    };
    const removed = await worker.call('POST', `${notes}/${text(first, 'noteId')}/remove`, removal);
    expect(removed.status, removed.body).toBe(200);
    expect(await entries(supervisor)).toBe(1);
    for (const _ of [1, 2]) await worker.call('POST', notes, { body: anEntry({ eventAt }) });
    expect(await entries(supervisor)).toBe(3);
    expect((await loadLateFacts(where)).map(({ months }) => months)).toEqual([
      ['2026-11'],
      ['2026-11'],
      ['2026-11'],
    ]);
    await run();
    expect(await loadLateFacts(where)).toEqual([]);
    expect(await loadCubeHeads(where, ['2026-11'])).toMatchObject([
      { version: 2, facts: Number(cube?.facts) + 3 },
    ]);
    expect(await entries(supervisor)).toBe(3);
    const parts = (await dumpOf(world.services, 'records')).filter(
      ({ entity }) => entity === 'statisticsCubePart',
    );
    expect(parts).toHaveLength(1);
    const period = Period.parse('2026-11');
    const [counted, fromFacts] = [await countPeriod(where, period), await countMonth(where, '2026-11')];
    expect(counted.cubes.map(packedCube)).toEqual([packedCube(fromFacts.cube)]);
    await run();
    expect(await loadCubeHeads(where, ['2026-11'])).toMatchObject([{ version: 2 }]);

    // A cube of which a part is missing is not read, and two that are made at one moment are one.
    const [part] = parts;
    await world.services.tables.clientOf(world.controller).send(
      new DeleteCommand({
        TableName: world.services.tables.records,
        Key: { pk: part?.['pk'], sk: part?.['sk'] },
      }),
    );
    expect(await entries(supervisor)).toBe(3);
    await world.services.tables.clientOf(world.controller).send(
      new DeleteCommand({
        TableName: world.services.tables.records,
        Key: statisticsKeys.cube(world.controller, '2026-11'),
      }),
    );
    const made = await Promise.all([makeCubes(where), makeCubes(where)]);
    expect(made.flat()).toEqual(['2026-11']);
    expect((await countPeriod(where, period)).cubes.map(packedCube)).toEqual([packedCube(fromFacts.cube)]);

    // Counted anew by hand: all is as it was, until a fact is lost; December goes on.
    const recount = async () => {
      const asked = { period: Period.parse('2026-10..2026-12'), ranBy: 'operator', told: () => undefined };
      const months = await recountPeriod(world.services, world.controller, asked);
      return months.map(({ month, cube: is, facts }) => [month, is, facts]);
    };
    const all = fromFacts.facts;
    expect(await recount()).toEqual([
      ['2026-10', 'same', 0],
      ['2026-11', 'same', all],
      ['2026-12', 'open', 0],
    ]);
    const items = await dumpOf(world.services, 'records');
    const names = new Set(items.map(({ sk }) => String(sk)));
    // One that counts: of one that was taken back the loss changes no figure.
    const lost = items.find(
      ({ entity, sk }) =>
        entity === 'fact' && String(sk).startsWith('of#') && !names.has(`un${String(sk).slice(2)}`),
    );
    await world.services.tables.clientOf(world.controller).send(
      new DeleteCommand({
        TableName: world.services.tables.records,
        Key: { pk: lost?.['pk'], sk: lost?.['sk'] },
      }),
    );
    expect((await recount())[1]).toEqual(['2026-11', 'replaced', all - 1]);
    expect((await recount())[1]).toEqual(['2026-11', 'same', all - 1]);
    expect(await linesOf(world.services)).toContainEqual(
      expect.objectContaining({ eventName: 'StatisticsRecounted', clients: [] }),
    );
  });
});
