import { describe, expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import type { Told, Worker } from '../support/world.ts';

/** Tilastotietojen luovuttaminen ja oma käyttö: who is given figures, and for what, as each notice says. */

const EXPORTS = '/v1/statistics/exports';
const body = (use: object) => ({ definitionId: 'workDone', period: '2026-11', use });
const own = (use: string) => ({ kind: 'own', use });
const to = (recipient: string, purpose: string) => ({
  kind: 'recipient',
  recipient,
  purpose,
  provision: '668/2008 5 §',
});

/** A controller of this notice whose November is over. */
async function atMonthsEnd(profile: keyof typeof PROFILES) {
  const world = await worldOf(PROFILES[profile]);
  await newClient(world, await world.worker('broadResponsibility'));
  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  return { world, mainUser: await world.worker('mainUser') };
}

const made = (mainUser: Worker, use: object): Promise<Told> =>
  mainUser.call('POST', EXPORTS, { body: body(use) });
const REFUSED = { status: 403, json: { code: 'statistics.mayNotBeGiven' } };

describe('figures are given and used as the notice says', () => {
  test('in Joutsa to THL and other authorities by a provision of law, and for the budget, interim report and accounts [J-4.4, J-4.5]', async () => {
    const { world, mainUser } = await atMonthsEnd('J');
    expect(await made(mainUser, to('otherAuthorities', 'other'))).toMatchObject({ status: 201 });
    for (const use of ['budget', 'interimReport', 'accounts']) {
      expect(await made(mainUser, own(use))).toMatchObject({
        status: 201,
        json: { edition: 1, isNew: true },
      });
    }
    // The interim report is of the year until now, whichever months that are.
    const interim = { definitionId: 'servicesGiven', use: own('interimReport') };
    const ofMonths = (period: string) => mainUser.call('POST', EXPORTS, { body: { ...interim, period } });
    expect(await ofMonths('2026-01..2026-08')).toMatchObject({ status: 201 });
    expect(await ofMonths('2026-02..2026-08')).toMatchObject({
      json: {
        code: 'statistics.wholePeriods',
        details: { periods: expect.arrayContaining(['fromJanuary']) },
      },
    });
    expect(await made(mainUser, to('nationalRegisters', 'research'))).toMatchObject(REFUSED);
    expect(await made(mainUser, own('development'))).toMatchObject(REFUSED);
    expect(await made(mainUser, { ...to('thl', 'statistics'), provision: undefined })).toMatchObject({
      status: 400,
    });
    // What was given stays, with its recipient or use, and the log says who made it.
    const { exports } = (await mainUser.call('GET', `${EXPORTS}/workDone`)).json;
    expect(exports).toHaveLength(4);
    expect(exports).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ use: own('budget') }),
        expect.objectContaining({ use: to('otherAuthorities', 'other') }),
      ]),
    );
    const lines = await linesOf(world.services);
    expect(
      lines.filter(
        ({ eventName, outcome }) => eventName === 'StatisticsExported' && outcome.result === 'allowed',
      ),
    ).toHaveLength(5);
  });

  test('in Uusikaupunki to THL and other authorities by a provision of law, with the recipient and purpose [U-7.14]', async () => {
    const { mainUser } = await atMonthsEnd('U');
    for (const recipient of ['thl', 'otherAuthorities']) {
      expect(await made(mainUser, to(recipient, 'statistics'))).toMatchObject({ status: 201 });
    }
    expect(await made(mainUser, own('planning'))).toMatchObject(REFUSED);
  });

  test('in Keski-Uusimaa to national registers for research, planning and statistics, and for own planning and development [K-5.25, K-11.7]', async () => {
    const { mainUser } = await atMonthsEnd('K');
    for (const purpose of ['research', 'planning', 'statistics']) {
      expect(await made(mainUser, to('nationalRegisters', purpose))).toMatchObject({ status: 201 });
    }
    for (const use of ['planning', 'development']) {
      expect(await made(mainUser, own(use))).toMatchObject({ status: 201 });
    }
    expect(await made(mainUser, to('thl', 'statistics'))).toMatchObject(REFUSED);
  });
});
