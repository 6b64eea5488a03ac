import { describe, expect, test } from 'vitest';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aBan, aClient, declared, rulesOf } from '../support/disclosures.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { restrictTo, text } from '../support/people.ts';

/** Uusikaupunki and Keski-Uusimaa: for research data are given by a permit, on its terms (U-11.8, K-11.8). */

const AT = '/v1/disclosures/research-permits';
const aPermit = (more: object = {}) => ({
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
    const record = (more: object = {}) => director.call('POST', AT, { body: aPermit(more) });
    expect(rulesOf(await record())).toEqual(['research.grantor']);
    const granted = { grantor: 'authorities' };
    expect(rulesOf(await record({ ...granted, period: { from: '2026-11-01' } }))).toEqual([
      'research.period',
    ]);
    expect((await worker.call('POST', AT, { body: aPermit(granted) })).json['code']).toBe(
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
    expect(rulesOf(await director.call('POST', AT, { body: aPermit({ grantor: 'authorities' }) }))).toEqual([
      'research.grantor',
    ]);
    expect((await director.call('POST', AT, { body: aPermit({ grantor: 'ministry' }) })).status).toBe(201);
    const permitId = text(await director.call('POST', AT, { body: aPermit() }), 'permitId');
    const leftOut = async (): Promise<unknown> =>
      (await director.call('POST', `${AT}/${permitId}/extract`, { body: { clientIds: [clientId] } })).json[
        'leftOut'
      ];
    expect(await leftOut()).toBe(1);
    await declared(worker, clientId, aBan({ kind: 'usePermission' }));
    expect(await leftOut()).toBe(0);
  });
});
