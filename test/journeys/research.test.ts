import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId, UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aBan, aClient, declared, rulesOf } from '../support/disclosures.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { inventedCode, restrictTo, text } from '../support/people.ts';
import type { Worker } from '../support/world.ts';

/** Uusikaupunki and Keski-Uusimaa: for research data are given by a permit, on its terms (U-11.8, K-11.8). */

const Part = z.object({
  rows: z.array(z.object({ pseudonym: z.string(), cases: z.array(z.looseObject({})) })),
  leftOut: z.int(),
  next: z.string().optional(),
});

const AT = '/v1/disclosures/research-permits';
const aPermit = ({ userId }: Worker, more: object = {}) => ({
  readers: [userId],
  grantor: 'controllerAuthority',
  grantedOn: '2026-11-01',
  period: { from: '2026-11-01', to: '2026-11-30' },
  serviceTasks: ['families'],
  data: ['serviceTasks', 'openedMonth', 'state'],
  cases: { from: '2026-01-01', to: '2026-11-30' },
  study: 'Perhetyön vaikuttavuus, Esimerkkiyliopisto',
  decision: 'Sosiaalijohtaja 1.11.2026 § 12',
  ...more,
});

describe('a research permit', () => {
  test('of a grantor that the controller names is needed for each extract, which holds what it names, under its own pseudonyms, until its last day [K-11.8]', async () => {
    const world = await worldOf(PROFILES.K);
    const worker = await world.worker('broadResponsibility');
    const director = await world.worker('management', { unitIds: [], serviceTasks: [] });
    const [one, other, hidden] = [
      await aClient(world, worker),
      await aClient(world, worker),
      await aClient(world, worker),
    ];
    await openedCase(world, worker, one);
    await openedCase(world, worker, other, { serviceTasks: ['childWelfare'] });
    await restrictTo(world, hidden, [worker.userId]);
    const record = (more: object = {}) => director.call('POST', AT, { body: aPermit(director, more) });
    expect(rulesOf(await record())).toEqual(['research.grantor']);
    const granted = { grantor: 'authorities' };
    expect(rulesOf(await record({ ...granted, period: { from: '2026-11-01' } }))).toEqual([
      'research.period',
    ]);
    expect((await worker.call('POST', AT, { body: aPermit(director, granted) })).json['code']).toBe(
      'access.notAllowed',
    );
    const permitId = text(await record(granted), 'permitId');
    const extract = (id: string, clientIds: readonly string[] = [one, other, hidden]) =>
      director.call('POST', `${AT}/${id}/extract`, { body: { clientIds } });
    expect((await extract('01KBN4PZ0000000000000000ZZ')).status).toBe(404);
    const given = await extract(permitId);
    expect(given.json).toMatchObject({ permitId, leftOut: 1 });
    const rows: { pseudonym: string; cases: object[] }[] = given.json['rows'] ?? [];
    expect(new Set(rows.map(({ cases }) => cases.length))).toEqual(new Set([0, 1]));
    expect(rows.flatMap(({ cases }) => cases)).toEqual([
      { serviceTasks: ['families'], openedMonth: '2026-11', state: 'open' },
    ]);
    expect(given.body).not.toMatch(new RegExp(`${one}|${other}|Keksitty`));

    const line = (await linesOf(world.services)).find(({ disclosure }) => disclosure?.purpose === 'research');
    expect(line?.clients.toSorted()).toEqual([one, other].toSorted());
    expect(line?.disclosure).toMatchObject({
      recipient: { kind: 'other', reference: permitId },
      ground: { kind: 'provision', provision: '621/1999 28 §' },
    });
    // The same person is another under another permit, and the same again under the same.
    const second = text(await record(granted), 'permitId');
    const of = async (id: string): Promise<unknown> =>
      Object((await extract(id, [one])).json['rows'])[0]?.pseudonym;
    expect(await of(permitId)).toBe(await of(permitId));
    expect(await of(second)).not.toBe(await of(permitId));

    const ended = await director.call('POST', `${AT}/${second}/end`, { version: 1 });
    expect(ended.status).toBe(200);
    expect(await extract(second)).toMatchObject({ status: 409, json: { code: 'research.notInForce' } });
    const list = await director.call('GET', AT);
    expect(list.json).toMatchObject({
      permits: expect.arrayContaining([expect.objectContaining({ inForce: false })]),
    });
    world.clock.advance(7 * 24 * 60);
    expect(await extract(permitId)).toMatchObject({ status: 409, json: { code: 'research.notInForce' } });
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), await linesOf(world.services)]);
    expect(stored).not.toContain('Esimerkkiyliopisto');
  });

  test('can be granted by the controller’s authority or the Ministry, and waits for the client’s permission where the controller asks for one [U-11.8]', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const director = await world.worker('management', { unitIds: [], serviceTasks: [] });
    const clientId = await aClient(world, worker);
    expect(
      rulesOf(await director.call('POST', AT, { body: aPermit(director, { grantor: 'authorities' }) })),
    ).toEqual(['research.grantor']);
    expect(
      (await director.call('POST', AT, { body: aPermit(director, { grantor: 'ministry' }) })).status,
    ).toBe(201);
    const permitId = text(await director.call('POST', AT, { body: aPermit(director) }), 'permitId');
    const leftOut = async (): Promise<unknown> =>
      (await director.call('POST', `${AT}/${permitId}/extract`, { body: { clientIds: [clientId] } })).json[
        'leftOut'
      ];
    expect(await leftOut()).toBe(1);
    await declared(worker, clientId, aBan({ kind: 'usePermission' }));
    expect(await leftOut()).toBe(0);
  });

  test('that declares its study population selects it a part at a time: by task, days, age group and municipality, each person once, under pseudonyms, and named in a line', async () => {
    const world = await worldOf(PROFILES.K);
    const worker = await world.worker('broadResponsibility', { unitIds: Object.values(world.units) });
    const director = await world.worker('management', { unitIds: [], serviceTasks: [] });
    const [first, second, third] = Object.values(world.units);
    if (first === undefined || second === undefined) throw new Error('two units at least');
    await setUpUnits(
      world.services,
      world.controller,
      [first, second, third].flatMap((unitId, nth) =>
        unitId === undefined
          ? []
          : [
              {
                unitId,
                name: { fi: 'Keksitty yksikkö' },
                serviceTasks: [],
                from: LocalDate.parse('2020-01-01'),
                municipality: nth < 2 ? '186' : '245',
              },
            ],
      ),
      'test',
    );
    const born = (year: number, nth: number) =>
      newClient(world, worker, {
        name: 'Keksitty Henkilö',
        code: inventedCode(LocalDate.parse(`${year}-05-05`), nth),
      });
    const opened = (clientId: ClientId, unitId: UnitId, more: object = {}) =>
      openedCase(world, worker, clientId, { unitId, ...more });
    const several = await born(1980, 941);
    const over = await opened(several, first);
    done(await act(worker, several, over, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
    world.clock.advance(1);
    await opened(several, second);
    const [elsewhere, older, otherTask, hidden] = [
      await born(1981, 942),
      await born(1950, 943),
      await born(1982, 944),
      await born(1983, 945),
    ];
    if (third !== undefined) await opened(elsewhere, third);
    await opened(older, first);
    await opened(otherTask, first, { serviceTasks: ['childWelfare'] });
    await opened(hidden, second);
    await restrictTo(world, hidden, [worker.userId]);
    const last = await born(1990, 946);
    await opened(last, second);

    const granted = { grantor: 'authorities' };
    const population = { birthYears: { from: 1970, to: 1995 }, municipalities: ['186'] };
    const wrong = { ...population, birthYears: { from: 1995, to: 1970 } };
    const record = async (more: object) =>
      director.call('POST', AT, { body: aPermit(director, { ...granted, ...more }) });
    expect((await record({ population: wrong })).status).toBe(400);
    const none = text(await record({}), 'permitId');
    const part = (id: string, cursor?: string) =>
      director.call(
        'GET',
        `${AT}/${id}/population${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
      );
    expect((await part(none)).json).toMatchObject({ status: 409, code: 'research.noPopulation' });
    const permitId = text(await record({ population }), 'permitId');
    expect((await worker.call('GET', `${AT}/${permitId}/population`)).status).toBe(403);

    const rows: { pseudonym: string; cases: object[] }[] = [];
    let leftOut = 0;
    let cursor: string | undefined;
    const answers: string[] = [];
    do {
      const told = await part(permitId, cursor);
      expect(told.status, told.body).toBe(200);
      const page = Part.parse(told.json);
      rows.push(...page.rows);
      leftOut += page.leftOut;
      cursor = page.next;
      answers.push(told.body ?? '');
    } while (cursor !== undefined);
    // One person with a closed case and an open one in two units is one row with both.
    expect(rows.map(({ cases }) => cases.length).toSorted((one, other) => one - other)).toEqual([1, 2]);
    expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(2);
    expect(leftOut).toBe(1);
    for (const answer of answers) {
      for (const clientId of [several, last, older, hidden]) expect(answer).not.toContain(clientId);
    }
    const lines = (await linesOf(world.services)).filter(
      ({ eventName, disclosure }) => eventName === 'ResearchPopulationExtracted' && disclosure !== undefined,
    );
    expect(lines.flatMap(({ clients }) => clients).toSorted()).toEqual([several, last].toSorted());
    expect(lines[0]?.disclosure).toMatchObject({ purpose: 'research', recipient: { reference: permitId } });
    // Whom the permit is not about is not given by being named either.
    const named = { clientIds: [several, last, older, elsewhere, otherTask] };
    const extract = await director.call('POST', `${AT}/${permitId}/extract`, { body: named });
    expect(Part.parse(extract.json)).toMatchObject({ leftOut: 3 });
    expect(extract.json['rows']).toHaveLength(2);
    // The place where a look stands is of one permit and one caller.
    const other = text(await record({ population }), 'permitId');
    const { next } = Part.parse((await part(permitId)).json);
    if (next !== undefined) expect((await part(other, next)).status).toBe(400);
    done(await director.call('POST', `${AT}/${permitId}/end`, { version: 1 }));
    expect((await part(permitId)).json).toMatchObject({ code: 'research.notInForce' });
  });
});
