import { describe, expect, test } from 'vitest';
import { recountPeriod } from '../../infra/statistics/recount.ts';
import { newLists } from '../../shared/domain/statistics/cubes/lists.ts';
import { packedCube } from '../../shared/domain/statistics/cubes/pack.ts';
import {
  countMonth,
  loadCube,
  loadCubeHeads,
  loadCubeParts,
  loadLateFacts,
} from '../../shared/domain/statistics/cubes/store.ts';
import { storeCube } from '../../shared/domain/statistics/cubes/store-cube.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { statisticsKeys, workKeys } from '../../shared/table/keys.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import type { World } from '../support/world.ts';

/** It is the night of Tuesday 1 December 2026. */

const MONTH = '2026-11';

async function county() {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Keksitty Oona' });
  const body = anEntry({ eventAt: '2026-11-24T08:00:00.000Z' });
  const write = async (): Promise<void> => {
    const told = await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body });
    expect(told.status, told.body).toBe(201);
  };
  await write();
  world.clock.set(Instant.parse('2026-12-01T02:30:00.000Z'));
  await nightOfStatistics(world);
  return { world, write, where: { services: world.services, actor: { controller: world.controller } } };
}

/** What is done while something else is under way: as a call goes to the table, before it arrives. */
function asItAsks(
  { services, controller }: World,
  meanwhile: (command: string, asked: string) => Promise<void>,
): void {
  const client = services.tables.clientOf(controller);
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        await meanwhile(String(commandName).replace('Command', ''), JSON.stringify(args.input));
        return next(args);
      },
    { step: 'initialize', name: 'meanwhile', priority: 'high' },
  );
}

describe('a month is counted while something else happens to it', () => {
  test('a fact that comes to a month while it is counted anew is no difference: it is counted again', async () => {
    const { world, write, where } = await county();
    const facts = workKeys.factPartition(world.controller, MONTH);
    let isFirst = true;
    asItAsks(world, async (command, asked) => {
      if (!isFirst || command !== 'Query' || !asked.includes(facts)) return;
      isFirst = false;
      await write();
    });
    const before = await loadCubeHeads(where, [MONTH]);
    const recount = () =>
      recountPeriod(world.services, world.controller, {
        period: Period.parse(MONTH),
        ranBy: 'operator',
        told: () => undefined,
      });
    const all = (before[0]?.facts ?? 0) + 1;
    expect(await recount()).toEqual([{ month: MONTH, cube: 'same', facts: all }]);
    expect(isFirst).toBe(false);
    expect(await loadLateFacts(where)).toEqual([]);
    expect(await loadCubeHeads(where, [MONTH])).toMatchObject([{ version: 2, facts: all }]);
  });

  test('of two that store one month at a moment the loser takes its own parts away', async () => {
    const { world, where } = await county();
    const counted = await countMonth(where, MONTH);
    const [before] = await loadCubeHeads(where, [MONTH]);
    let isFirst = true;
    let first: Promise<boolean> | undefined;
    asItAsks(world, async (command) => {
      if (!isFirst || (command !== 'Put' && command !== 'PutItem')) return;
      isFirst = false;
      first = storeCube(where, before, counted);
      await first;
    });
    expect(await storeCube(where, before, counted)).toBe(false);
    expect(await first).toBe(true);
    const [head] = await loadCubeHeads(where, [MONTH]);
    const parts = await loadCubeParts(where, MONTH);
    expect(parts).toHaveLength(head?.parts ?? 0);
    expect((await loadCube(where, MONTH, newLists()))?.snapshot).toBe(counted.snapshot);
  });

  test('who tidies up after itself leaves the parts of one that is about to put its head', async () => {
    const { world, where } = await county();
    const counted = await countMonth(where, MONTH);
    const [before] = await loadCubeHeads(where, [MONTH]);
    const parts = statisticsKeys.cubePartition(world.controller, MONTH);
    const [firstEnded, secondIsAbout] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let writes = 0;
    let second: Promise<boolean> | undefined;
    asItAsks(world, async (command, asked) => {
      if (command.startsWith('TransactWrite')) {
        writes += 1;
        if (writes !== 2 || second === undefined) return;
        secondIsAbout.resolve();
        await firstEnded.promise;
      }
      if (command === 'Query' && asked.includes(parts) && writes === 1 && second === undefined) {
        const [now] = await loadCubeHeads(where, [MONTH]);
        second = storeCube(where, now, counted);
        await secondIsAbout.promise;
      }
    });
    expect(await storeCube(where, before, counted)).toBe(true);
    firstEnded.resolve();
    expect(await second).toBe(true);
    const stored = await loadCube(where, MONTH, newLists());
    expect(stored && packedCube(stored.cube)).toEqual(packedCube(counted.cube));
    expect(await loadCubeHeads(where, [MONTH])).toMatchObject([{ version: 3 }]);
  });

  test('parts that a making left which was cut short are gone with the first that is stored a day later', async () => {
    const { world, where } = await county();
    const counted = await countMonth(where, MONTH);
    asItAsks(world, async (command) => {
      if (command.startsWith('TransactWrite')) throw new Error('It was cut short.');
    });
    const [before] = await loadCubeHeads(where, [MONTH]);
    await expect(storeCube(where, before, counted)).rejects.toThrow('cut short');
    world.services.tables.clientOf(world.controller).middlewareStack.remove('meanwhile');
    expect(await loadCubeParts(where, MONTH)).toHaveLength(2);
    world.clock.set(Instant.parse('2026-12-02T02:31:00.000Z'));
    expect(await storeCube(where, before, counted)).toBe(true);
    expect(await loadCubeParts(where, MONTH)).toHaveLength(1);
  });
});
