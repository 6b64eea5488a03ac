import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { PLANTINGS, type PlantingControl, PlantingKind } from '../../shared/domain/plantings/kind.ts';
import { PLANTED, PLANTED_CLIENT } from '../../shared/kernel/planted.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { controlsOf } from '../support/planted.ts';
import { findingsOf } from '../support/witnessed.ts';
import { testWorld, type World } from '../support/world.ts';

/** Each day violations are planted on an invented client: a control that sleeps is found out within a day. */

let world: World;
beforeEach(async () => {
  world = await testWorld();
});

const KINDS = [...PlantingKind.options].toSorted();

test('with all controls awake, each of the day’s violations is found, and nobody is alarmed', async () => {
  const { run, hour, days, alarms } = controlsOf(world);
  await run();
  const [planned] = await days();
  expect(planned).toMatchObject({ state: 'underWay', results: [] });
  await hour();
  await run();
  const [day] = await days();
  expect(day?.state).toBe('done');
  expect(day?.results.map(({ kind }) => kind).toSorted()).toEqual(KINDS);
  for (const { kind, result, found } of day?.results ?? []) {
    expect([kind, result, found?.control]).toEqual([kind, 'found', PLANTINGS[kind].control]);
  }
  expect(alarms()).toEqual([]);

  // Recognised after they were reported: nobody has to explain them.
  const findings = await findingsOf(world);
  expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['planted']));
  const lines = await linesOf(world.services);
  const told = lines
    .filter(({ eventName }) => eventName === 'PlantingsJudged')
    .flatMap(({ resources }) => resources);
  expect(told.map(({ id }) => id)).toContain(`${day?.on} lineOverwritten found`);

  // The invented client is in no file, list, count, task or index; its name begins as no client's does.
  expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain(PLANTED_CLIENT);
  expect(lines.flatMap(({ clients }) => clients)).not.toContain(PLANTED_CLIENT);

  const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
  const answer = await officer.call('GET', '/v1/access-log/plantings');
  const { days: shown } = z
    .object({
      days: z.array(z.object({ on: z.string(), results: z.array(z.looseObject({ kind: z.string() })) })),
    })
    .parse(answer.json);
  expect(shown[0]?.results).toContainEqual(
    expect.objectContaining({
      kind: 'eventDropped',
      result: 'found',
      sentence: PLANTINGS.eventDropped.sentence,
    }),
  );
  const supervisor = await world.worker('supervisor');
  expect(await supervisor.call('GET', '/v1/access-log/plantings')).toMatchObject({ status: 403 });
});

test('no control can know what is planted: the plan is sealed until its control has reported', async () => {
  const { run, days } = controlsOf(world);
  await run();
  const stored = [...(await dumpOf(world.services, 'records')), ...(await dumpOf(world.services, 'keys'))];
  const known = stored.filter(({ entity }) => entity !== 'outbox');
  expect(JSON.stringify(known)).not.toContain(PLANTED);
  expect(JSON.stringify(known)).not.toContain('secondVersion');
  expect((await days())[0]?.plan.subject).toBe('controller');
});

describe('a control that sleeps', () => {
  test.each(['witnesses', 'readerOfTheTrail', 'versions', 'sweeper'] satisfies PlantingControl[])(
    'is found out within a day, and an alarm sounds: %s',
    async (asleep) => {
      const { run, hour, days, alarms } = controlsOf(world);
      await run();
      await hour([asleep]);
      await run();
      const expected = KINDS.filter((kind) => PLANTINGS[kind].control === asleep);
      const [before] = await days();
      expect(before?.state).toBe('underWay');
      expect(alarms()).toEqual([]);
      world.clock.advance(24 * 60);
      await run();
      const [day] = await days();
      const missed = day?.results.filter(({ result }) => result === 'missed') ?? [];
      expect(missed.map(({ kind }) => kind).toSorted()).toEqual(expected);
      expect(day?.state).toBe('done');
      expect(new Set(alarms())).toEqual(new Set(['PLANTING_MISSED']));
    },
  );

  test('and so is one who lets a session read what is another controller’s: at once', async () => {
    const { run, days, alarms } = controlsOf(world, { tableRefuses: async () => false });
    await run();
    expect((await days())[0]?.results).toEqual([
      { kind: 'readAcrossControllers', of: expect.any(String), result: 'notRefused' },
    ]);
    expect(alarms()).toContain('PLANTING_MISSED');
  });
});

describe('what was not planted', () => {
  const openedBehind = async (): Promise<void> => {
    const key = '01KBN4PZ00000000000000000K';
    const context = { controller: world.controller, key };
    const { wrapped } = await world.services.vault.generate('client', context);
    await world.services.vault.unwrap('client', wrapped, context);
  };

  test('is told to a person once, beside what was', async () => {
    const { run, hour, alarms } = controlsOf(world);
    await run();
    await openedBehind();
    await hour();
    await run();
    expect(alarms()).toEqual(['WITNESS_FINDING']);
    expect((await findingsOf(world)).filter(({ state }) => state === 'open')).toHaveLength(2);
    await run();
    expect(alarms()).toHaveLength(1);
  });

  test('a report is kept back from nobody because a plan cannot be opened', async () => {
    const { run, hour, alarms } = controlsOf(world);
    await run();
    await hour();
    const { vault } = world.services;
    world.services.vault = {
      ...vault,
      unwrap: (purpose, ...rest) =>
        purpose === 'controller' ? Promise.reject(new Error('disabled')) : vault.unwrap(purpose, ...rest),
    };
    expect(await run()).toMatchObject({ failed: 2 });
    expect(alarms()).toContain('WITNESS_FINDING');
    expect(alarms()).toContain('LINE_OVERWRITTEN');
  });
});
