import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { rulesOf } from '../support/disclosures.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { inventedCode, restrictTo, text } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

/** A research permit names who may take data out by it, and may be about those who have never had a case. */

const AT = '/v1/disclosures/research-permits';
const Part = z.object({
  rows: z.array(
    z.object({ pseudonym: z.string(), birthYear: z.int().optional(), cases: z.array(z.looseObject({})) }),
  ),
  leftOut: z.int(),
  next: z.string().optional(),
});

let world: World;
let worker: Worker;
let director: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.K);
  worker = await world.worker('broadResponsibility', { unitIds: Object.values(world.units) });
  director = await world.worker('management', { unitIds: [], serviceTasks: [] });
  const from = LocalDate.parse('2020-01-01');
  const units = Object.values(world.units).map((unitId) => ({
    unitId,
    name: { fi: 'Keksitty yksikkö' },
    serviceTasks: [],
    from,
  }));
  await setUpUnits(world.services, world.controller, units, 'test');
});

const aPermit = (readers: readonly string[], more: object = {}) => ({
  grantor: 'authorities',
  grantedOn: '2026-11-01',
  period: { from: '2026-11-01', to: '2026-11-30' },
  serviceTasks: ['families'],
  data: ['birthYear', 'state'],
  cases: { from: '2026-01-01', to: '2026-11-30' },
  readers,
  study: 'Perhetyön vaikuttavuus, Esimerkkiyliopisto',
  decision: 'Sosiaalijohtaja 1.11.2026 § 12',
  ...more,
});

let people = 960;
function born(year: number): Promise<ClientId> {
  people += 1;
  const name = `Keksitty${'abcdefghij'.charAt(people % 10)} Henkilö`;
  return newClient(world, worker, { name, code: inventedCode(LocalDate.parse(`${year}-05-05`), people) });
}

/** All that the population of a permit gives, page after page. */
async function population(permitId: string, by = director): Promise<z.infer<typeof Part>> {
  const whole: z.infer<typeof Part> = { rows: [], leftOut: 0 };
  let cursor: string | undefined;
  do {
    const query: string = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const told = await by.call('GET', `${AT}/${permitId}/population${query}`);
    expect(told.status, told.body).toBe(200);
    const page = Part.parse(told.json);
    whole.rows.push(...page.rows);
    whole.leftOut += page.leftOut;
    cursor = page.next;
  } while (cursor !== undefined);
  return whole;
}

test('data are taken out by those alone whom the permit names, and these are users [K-11.8]', async () => {
  const other = await world.worker('management', { unitIds: [], serviceTasks: [] });
  const record = (readers: readonly string[]) =>
    director.call('POST', AT, { body: aPermit(readers, { population: {} }) });
  expect((await record([])).status).toBe(400);
  expect((await record([other.userId, other.userId])).status).toBe(400);
  expect(rulesOf(await record([other.userId, '01KBN4PZ0000000000000000ZZ']))).toEqual(['research.readers']);
  const permitId = text(await record([other.userId]), 'permitId');
  const clientIds = [await born(1980)];
  for (const told of [
    await director.call('POST', `${AT}/${permitId}/extract`, { body: { clientIds } }),
    await director.call('GET', `${AT}/${permitId}/population`),
  ]) {
    expect([told.status, told.json['code']]).toEqual([403, 'research.notReader']);
  }
  expect((await other.call('POST', `${AT}/${permitId}/extract`, { body: { clientIds } })).status).toBe(200);
  expect((await population(permitId, other)).rows).toEqual([]);
  const listed = await director.call('GET', AT);
  expect(listed.json).toMatchObject({
    permits: expect.arrayContaining([expect.objectContaining({ permitId, readers: [other.userId] })]),
  });
});

test('those who have never had a case are of the population where the permit says so, each once, by age and days', async () => {
  const [without, older, open, closed, hidden] = [
    await born(1985),
    await born(1950),
    await born(1986),
    await born(1987),
    await born(1988),
  ];
  await openedCase(world, worker, open);
  const over = await openedCase(world, worker, closed, { serviceTasks: ['childWelfare'] });
  done(await act(worker, closed, over, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  await restrictTo(world, hidden, [worker.userId]);
  const permitOf = async (more: object, days = { from: '2026-01-01', to: '2026-11-30' }): Promise<string> => {
    const of = { birthYears: { from: 1985, to: 1995 }, ...more };
    const body = aPermit([director.userId], { population: of, cases: days });
    return text(await director.call('POST', AT, { body }), 'permitId');
  };
  const yearsOf = ({ rows }: z.infer<typeof Part>) =>
    rows
      .map(({ birthYear, cases }) => [birthYear, cases.length])
      .toSorted((a, b) => String(a).localeCompare(String(b)));

  expect(yearsOf(await population(await permitOf({})))).toEqual([[1986, 1]]);
  const permitId = await permitOf({ withoutCases: true });
  const given = await population(permitId);
  expect(yearsOf(given)).toEqual([
    [1985, 0],
    [1986, 1],
  ]);
  expect(given.leftOut).toBe(1);
  expect(new Set(given.rows.map(({ pseudonym }) => pseudonym)).size).toBe(2);
  const lines = (await linesOf(world.services)).filter(
    ({ disclosure }) => disclosure?.recipient.reference === permitId,
  );
  expect(lines.flatMap(({ clients }) => clients).toSorted()).toEqual([without, open].toSorted());

  // Of a clienthood that began on other days, or of another age, nobody is given, by being named either.
  const before = await permitOf({ withoutCases: true }, { from: '2025-01-01', to: '2025-12-31' });
  expect((await population(before)).rows).toEqual([]);
  const clientIds = [without, older, open, closed].map((id) => ClientId.parse(id));
  const extract = async (id: string) =>
    Part.parse((await director.call('POST', `${AT}/${id}/extract`, { body: { clientIds } })).json);
  expect(yearsOf(await extract(permitId))).toEqual([
    [1985, 0],
    [1986, 1],
  ]);
  expect(yearsOf(await extract(await permitOf({})))).toEqual([[1986, 1]]);
  expect((await extract(before)).rows).toEqual([]);
});
