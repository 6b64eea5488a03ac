import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { calendarContext } from '../../functions/statistics/export-by-calendar.ts';
import { commit } from '../../shared/commit.ts';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import { Publication } from '../../shared/domain/statistics/publications/model.ts';
import { factItem } from '../../shared/fact-items.ts';
import { keyOfFact } from '../../shared/kept-facts.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import type { StoredFact } from '../../shared/statistics-fact.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { text } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. Persons behind what differs between two publications of one table. */

const Told = z.object({ publication: Publication, isNew: z.boolean() });
const JARVENPAA = '186';
const TUUSULA = '858';
const UNIT = { serviceTasks: ['childWelfare'], from: '2026-01-01' };

type Named = { about: string; fact: StoredFact };

const started = (nth: number, unitId: UnitId, about: string): Named => ({
  about,
  fact: {
    kind: 'serviceStarted',
    on: LocalDate.parse('2026-11-02'),
    unitId,
    serviceTasks: ['childWelfare'],
    code: 'childWelfareOpenCare',
    // Spread as the hashes of persons are: the publication keeps how many stand in each group of them.
    person: createHash('sha256').update(`${nth}`).digest('hex').slice(0, 32),
  },
});

async function add(world: World, facts: readonly Named[]): Promise<void> {
  const { services, controller } = world;
  const index = await blindIndex(services, controller);
  await commit(calendarContext(services, controller, 'StatisticsRunNoted'), {
    changes: [],
    rebuilt: {
      puts: facts.map((one) => factItem(keyOfFact(controller, index, one), one.fact)),
      removes: [],
      months: ['2026-11'],
    },
    line: { clients: [], resources: [], dataGroups: [] },
    answer: { body: {} },
  });
}

const publish = async (mainUser: Worker, definitionId = 'childWelfareServices') => {
  const told = await mainUser.call('POST', '/v1/statistics/publications', {
    body: { definitionId, period: '2026-11' },
  });
  const { figures } = Told.parse(told.json).publication;
  return (key?: string) => figures.find((one) => one.measure === 'openCareStarted' && one.key === key);
};

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, nth) => from + nth);

async function twoMunicipalities() {
  const world = await worldOf(PROFILES.K);
  const mainUser = await world.worker('mainUser');
  const unitIn = async (municipality: string, fi: string) => {
    const told = await mainUser.call('POST', '/v1/controllers/units', {
      body: { ...UNIT, municipality, name: { fi } },
    });
    return UnitId.parse(text(told, 'unitId'));
  };
  const [north, small, south] = [
    await unitIn(JARVENPAA, 'Pohjoinen'),
    await unitIn(JARVENPAA, 'Pieni'),
    await unitIn(TUUSULA, 'Eteläinen'),
  ];
  return { world, mainUser, north, small, south };
}

test('a correction of many times that are one person’s is not told by publishing anew; one of many persons is', async () => {
  const { world, mainUser, north, south } = await twoMunicipalities();
  await add(
    world,
    numbers(1, 20).map((nth) => started(nth, north, `n${nth}`)),
  );
  await add(
    world,
    numbers(100, 20).map((nth) => started(nth, south, `s${nth}`)),
  );
  // Eight are of one person.
  const same = numbers(1, 8).map((nth) => started(50, north, `same${nth}`));
  await add(world, same);
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  const first = await publish(mainUser);
  expect([first()?.value, first(JARVENPAA)?.value]).toEqual([48, 28]);

  await add(
    world,
    same.slice(1).map(({ about, fact }) => ({ about, fact: { ...fact, undoes: true } })),
  );
  const second = await publish(mainUser);
  expect(second(JARVENPAA)).toEqual({ measure: 'openCareStarted', key: JARVENPAA, hidden: true });
  expect(second()?.value).not.toBe(41);

  // In the other municipality twelve came who had not been counted.
  await add(
    world,
    numbers(200, 12).map((nth) => started(nth, south, `late${nth}`)),
  );
  const third = await publish(mainUser);
  expect(third(TUUSULA)).toEqual({ measure: 'openCareStarted', key: TUUSULA, value: 32 });
});

test('of a unit that changes municipality between two publications the part is not told: what was published is held where it was counted', async () => {
  const { world, mainUser, north, small, south } = await twoMunicipalities();
  await add(
    world,
    numbers(1, 20).map((nth) => started(nth, north, `n${nth}`)),
  );
  await add(
    world,
    numbers(100, 20).map((nth) => started(nth, south, `s${nth}`)),
  );
  await add(
    world,
    numbers(1, 6).map((nth) => started(50, small, `same${nth}`)),
  );
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  const first = await publish(mainUser);
  expect([first()?.value, first(JARVENPAA)?.value, first(TUUSULA)?.value]).toEqual([46, 26, 20]);
  const moved = await mainUser.call('PUT', `/v1/controllers/units/${small}`, {
    version: 1,
    body: { ...UNIT, municipality: TUUSULA, name: { fi: 'Pieni' } },
  });
  expect(moved.status, moved.body).toBe(200);
  const second = await publish(mainUser);
  // Twenty in the one or twenty-six in the other would say that six were begun by the small unit, all for one person.
  expect(second(JARVENPAA)?.value).toBeUndefined();
  expect(second(TUUSULA)?.value).toBeUndefined();
});
