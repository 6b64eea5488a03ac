import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { lookForSigns } from '../../functions/access-log/look-for-signs.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { recordPerson, restrictTo } from '../support/people.ts';
import { listed, recorded, supervisesToo } from '../support/signs.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Minutes of a day: it is Tuesday noon, and the run looks at it in the night after. */
const DAY = 1440;
const SIGNS = '/v1/access-log/signs';
const WORDS = 'Soitin työntekijälle: hän ei muista syytä.';

const Page = z.object({
  signs: z.array(
    z.looseObject({
      signId: z.string(),
      code: z.string(),
      userId: z.string(),
      clientId: z.string().optional(),
      state: z.string(),
      version: z.int(),
      sentence: z.looseObject({ en: z.string() }),
    }),
  ),
});
const signsIn = (told: Told) => Page.parse(told.json).signs;

let world: World;
let curious: Worker;
let supervisor: Worker;
/** Supervisor of the same unit, who works with clients too. */
let working: Worker;
let other: Worker;
let officer: Worker;
let cousin: string;
let secret: string;
const run = () => lookForSigns(world.services, [world.controller]);
const queue = async (by: Worker, more = '') =>
  signsIn(await by.call('GET', `${SIGNS}?unitId=${world.units.families}${more}`));
const escalated = async (by: Worker = officer) => signsIn(await by.call('GET', SIGNS));

/** A worker of the unit looks at a namesake, a supervisor at a stranger late in the evening, and both at a restricted file. */
beforeAll(async () => {
  world = await testWorld();
  const special = { specialRights: ['readAccessLog' as const] };
  curious = await world.worker('broadResponsibility', { name: 'Uteliainen Utu' });
  const own = await world.worker('broadResponsibility');
  supervisor = await world.worker('supervisor', special);
  working = await world.worker('broadResponsibility', { name: 'Uteliainen Sirpa', ...special });
  await supervisesToo(world, working);
  other = await world.worker('supervisor', { ...special, unitIds: [world.units.adults] });
  officer = await world.worker('dataProtectionOfficer', { ...special, unitIds: [] });
  const { families } = world.units;
  await listed(world, curious, families, 'Utu Uteliainen');
  await listed(world, own, families, 'Oma Työntekijä');
  await listed(world, working, families, 'Sirpa Uteliainen');
  cousin = await recordPerson(world, own, {
    name: { family: 'Uteliainen', given: 'Serkku' },
    birthDate: '1980-01-01',
  });
  const stranger = await recordPerson(world, own, {
    name: { family: 'Vieras', given: 'Veli' },
    birthDate: '1981-01-01',
  });
  secret = await recordPerson(world, own, {
    name: { family: 'Uteliainen', given: 'Salla' },
    birthDate: '1982-01-01',
  });
  await restrictTo(world, secret, [own.userId, curious.userId]);
  world.clock.advance(60);
  await curious.call('GET', `/v1/clients/${cousin}`);
  await curious.call('GET', `/v1/clients/${stranger}`);
  await curious.call('GET', `/v1/clients/${secret}`);
  await working.call('GET', `/v1/clients/${cousin}`);
  world.clock.advance(DAY);
});

describe('the run of the night', () => {
  test('brings what the day had before a reviewer, once, and leaves a line of whose log it looked at [U-9.16, K-13.19]', async () => {
    const first = await run();
    expect(first).toMatchObject({ workers: 3, found: 3, escalated: 0, failed: 0 });
    expect(await run()).toEqual({ workers: 0, lines: 0, found: 0, escalated: 0, ended: 0, failed: 0 });
    const mine = await queue(supervisor);
    expect(mine).toMatchObject([
      { code: 'sameSurname', clientId: cousin, userId: curious.userId, state: 'open' },
    ]);
    expect(mine[0]?.sentence.en).toBe(
      'The client bears, or has borne, the surname of the worker, and the worker has no task of their own in the matter.',
    );
    const lines = (await linesOf(world.services)).filter(({ eventName }) => eventName === 'LogLookedThrough');
    expect(lines.every(({ basis }) => basis.kind === 'supervision')).toBe(true);
    expect(lines.flatMap(({ resources }) => resources.map(({ id }) => id))).toContain(curious.userId);
    expect(lines.some(({ clients }) => clients.includes(z.string().parse(cousin) as never))).toBe(true);
  });

  test('sends to the data-protection officer at once what a supervisor did, and what concerns a restricted file', async () => {
    const found = await escalated();
    expect(new Set(found.map(({ userId, clientId }) => `${userId} ${clientId}`))).toEqual(
      new Set([`${curious.userId} ${secret}`, `${working.userId} ${cousin}`]),
    );
    expect((await queue(officer)).length).toBe(3);
  });
});

describe('whoever looks into it', () => {
  test('is the supervisor of the unit or who watches all use, and never oneself', async () => {
    const [sign] = await queue(supervisor);
    const own = (await escalated()).find(({ userId }) => userId === working.userId);
    const answers = await Promise.all([
      other.call('GET', `${SIGNS}?unitId=${world.units.families}`),
      supervisor.call('GET', SIGNS),
      curious.call('GET', `${SIGNS}?unitId=${world.units.families}`),
      other.call('GET', `${SIGNS}/${sign?.signId}`),
      working.call('GET', `${SIGNS}/${own?.signId}`),
      supervisor.call('GET', `${SIGNS}/report?month=2026-11`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 404, 403]);
    expect(answers[3]?.json).toEqual({ ...answers[4]?.json, ...pick(answers[3]) });
  });

  test('records what was found in words that are sealed, and a later look beside it', async () => {
    const [sign] = await queue(supervisor);
    const at = `${SIGNS}/${sign?.signId}`;
    const suspects = { outcome: 'misuseSuspected', words: WORDS, reference: 'CASE-1' };
    expect((await supervisor.call('POST', `${at}/outcome`, { body: suspects, version: 7 })).status).toBe(412);
    expect(
      (await supervisor.call('POST', `${at}/outcome`, { body: suspects, version: 1 })).json,
    ).toMatchObject({
      version: 2,
    });
    expect(await queue(supervisor)).toEqual([]);
    const later = { outcome: 'explained', words: 'Sijaisuus oli kirjaamatta.' };
    await officer.call('POST', `${at}/outcome`, { body: later, version: 2 });
    expect((await supervisor.call('GET', at)).json).toMatchObject({
      state: 'reviewed',
      outcome: 'explained',
      outcomes: [
        { ...suspects, by: supervisor.userId },
        { ...later, by: officer.userId },
      ],
    });
    expect(await queue(supervisor, '&list=reviewed')).toMatchObject([{ signId: sign?.signId }]);
    for (const table of ['records', 'trail'] as const) {
      expect(leaksOf([WORDS, 'Sijaisuus', 'Uteliainen Serkku'], await dumpOf(world.services, table))).toEqual(
        [],
      );
    }
  });

  test('finds in the report of the month how many there were and what came of them, and nobody', async () => {
    const told = await officer.call('GET', `${SIGNS}/report?month=2026-11`);
    expect(told.json).toMatchObject({
      all: { found: 3, waiting: 2, escalated: 2, outcomes: { explained: 1, misuseSuspected: 0 } },
      byRule: [{ code: 'sameSurname', found: 3 }],
      byUnit: [{ unitId: world.units.families, longestDays: 0 }],
    });
    for (const id of [cousin, secret, curious.userId]) expect(told.body).not.toContain(id);
  });

  test('is found by the data-protection officer when nobody else does, and an alarm when nobody at all', async () => {
    await curious.call('GET', `/v1/clients/${cousin}`);
    world.clock.advance(DAY);
    await run();
    expect(await queue(supervisor)).toHaveLength(1);
    world.clock.advance(8 * DAY);
    expect(await run()).toMatchObject({ escalated: 1 });
    expect(await queue(supervisor)).toEqual([]);
    expect(await escalated()).toHaveLength(3);
    expect(world.logged.some(({ code }) => code === 'REVIEWS_LATE')).toBe(false);
    world.clock.advance(7 * DAY);
    await run();
    expect(world.logged.filter(({ code }) => code === 'REVIEWS_LATE')).toMatchObject([
      { level: 'error', fields: { count: 3 } },
    ]);
  });

  test('finds the worker’s own file and address by what the employer has on record, of which only hashes are kept', async () => {
    const admin = await world.worker('mainUser');
    const CODE = '010190-900P';
    const address = { street: 'Keksittykatu 1 A 2', postalCode: '05990' };
    const known = { personalIdentityCode: CODE, address };
    const at = `/v1/access-rights/users/${curious.userId}/known-as`;
    expect((await admin.call('POST', at, { body: known })).status).toBe(404);
    await recorded(world, curious);
    expect((await admin.call('POST', at, { body: known })).json).toEqual({
      userId: curious.userId,
      version: 1,
    });
    const home = await world.worker('broadResponsibility');
    const self = await recordPerson(world, home, {
      name: { family: 'Entinen', given: 'Nimi' },
      personalIdentityCode: CODE,
    });
    const spouse = await recordPerson(world, home, {
      name: { family: 'Toinen', given: 'Puoliso' },
      birthDate: '1990-01-01',
      addresses: [{ ...address, street: 'KEKSITTYKATU 1 a 2', postOffice: 'Keskikylä' }],
    });
    for (const clientId of [self, spouse]) await curious.call('GET', `/v1/clients/${clientId}`);
    // A worker of another unit, to whom the client is a colleague all the same.
    const { adults } = world.units;
    const far = await world.worker('broadResponsibility', { unitIds: [adults] });
    await listed(world, far, adults, 'Kaisa Kaukainen');
    await far.call('GET', `/v1/clients/${self}`);
    world.clock.advance(DAY);
    expect(await run()).toMatchObject({ found: 3, failed: 0 });
    const there = signsIn(await officer.call('GET', `${SIGNS}?unitId=${adults}`));
    expect([...(await queue(officer)), ...there].map(({ code, clientId }) => `${code} ${clientId}`)).toEqual(
      expect.arrayContaining([`ownFile ${self}`, `sameAddress ${spouse}`, `colleague ${self}`]),
    );
    const records = await dumpOf(world.services, 'records');
    expect(records.filter((item) => JSON.stringify(item).includes('knownAs'))).not.toEqual([]);
    expect(leaksOf([CODE, 'Keksittykatu'], records)).toEqual([]);
  });

  test('ends when the months that the controller keeps it are over, and what nobody looked into does not', async () => {
    const waiting = await escalated();
    const signsNow = async () =>
      (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'sign');
    const ofReviewed = (await signsNow()).filter(({ state }) => state === 'reviewed');
    expect(ofReviewed).not.toEqual([]);
    world.clock.advance(24 * 31 * DAY);
    const before = await linesOf(world.services);
    expect(await run()).toMatchObject({ ended: ofReviewed.length });
    const left = await signsNow();
    const ids = waiting.map(({ signId }) => signId);
    expect(left.map(({ signId }) => signId)).toEqual(expect.arrayContaining(ids));
    expect(left.filter(({ state }) => state === 'reviewed')).toEqual([]);
    const lines = await linesOf(world.services);
    expect(lines.slice(0, before.length)).toEqual(before);
    const told = lines.find(({ reasonCode }) => reasonCode === 'retentionEnded')?.resources ?? [];
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set(ofReviewed.map(({ signId }) => signId)));
  });

  test('reads by which rules it was found, with sources and numbers', async () => {
    const told = await supervisor.call('GET', `${SIGNS}/rules`);
    expect(told.json).toMatchObject({ settings: { reviewWithinDays: 7, historyYears: 5 } });
    expect(told.body).toContain('703/2023 § 9');
  });
});

/** What differs between two refusals that are to look alike: the request’s own id. */
const pick = (told: Told | undefined) => ({
  requestId: told?.json['requestId'],
  instance: told?.json['instance'],
});
