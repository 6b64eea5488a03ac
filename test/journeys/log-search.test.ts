import { beforeAll, describe, expect, test } from 'vitest';
import { searchOld } from '../../functions/access-log/search-old.ts';
import { searchStep } from '../../functions/access-log/search-step.ts';
import { LogSearchId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { makePersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { loadLogSearch } from '../../shared/trail/search/store.ts';
import { verifyExtract } from '../../shared/trail/verifying/verify-extract.ts';
import { anyClient, logPageOf } from '../support/access-log.ts';
import { asCitizen } from '../support/citizen.ts';
import { expire } from '../support/expire.ts';
import { newClient } from '../support/new-client.ts';
import { contextOfRun, memorySealer } from '../support/sealing.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** The clock stands in November 2026 when the files are used, and 29 months later when somebody asks. */
const ADULT = makePersonalIdentityCode({ birthDate: LocalDate.parse('1980-01-01'), individualNumber: 911 });
const THEN = { from: '2026-11-01', to: '2026-12-31' };
const MONTHS_LATER = 29 * 31 * 24 * 60;

let world: World;
let log: ReturnType<typeof memorySealer>;
let worker: Worker;
let officer: Worker;
let clientId: string;
let other: string;

async function seal(): Promise<void> {
  await world.drained();
  // Of the months that lie between nothing is to be sealed.
  const begin = plusMinutes(world.clock.now(), -120);
  await sealLog(log.sealer, world.controller, { begin, again: true });
}

const run = () => searchOld(world.services, [world.controller]);

async function asked(subject: object, more: object = {}, who = officer): Promise<string> {
  const told = await who.call('POST', '/v1/access-log/searches', {
    body: { subject, days: THEN, ...more },
  });
  expect(told.status, told.body).toBe(201);
  return String(told.json['searchId']);
}

const found = (searchId: string, rest = '', who = officer): Promise<Told> =>
  who.call('GET', `/v1/access-log/searches/${searchId}${rest}`);

const namesIn = (told: Told): string[] => logPageOf(told).lines.map(({ eventName }) => eventName);

beforeAll(async () => {
  world = await testWorld();
  log = memorySealer(world.services);
  world.services.sealedLog = () => log.sealer;
  worker = await world.worker('broadResponsibility', { name: 'Ville Virta' });
  const born = { personalIdentityCode: ADULT, birthDate: undefined };
  ({ clientId } = await newClient(world, worker, { family: 'Vanha', given: 'Testi' }, born));
  other = await anyClient(world, worker);
  await world.drained();
  await worker.call('POST', '/v1/clients/search', { body: { name: 'vanha testi' } });
  await seal();
  // Each use is sealed by itself, so that a search has several batches to go through.
  for (let nth = 0; nth < 30; nth += 1) {
    world.clock.advance(1);
    await worker.call('GET', `/v1/clients/${nth % 10 === 9 ? other : clientId}`);
    if (nth % 10 === 9) await seal();
  }
  world.clock.advance(MONTHS_LATER);
  await expire(world.services, world.controller);
  await seal();
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
});

describe('lines that have left the table', () => {
  test('are asked for, found by the run in the sealed log, and read by who asked', async () => {
    const atOnce = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
    expect(namesIn(atOnce)).not.toContain('ClientFileOpened');
    const searchId = await asked({ of: 'client', clientId });
    expect(await found(searchId)).toMatchObject({ status: 409, json: { code: 'logSearch.underWay' } });
    expect(await run()).toMatchObject({ ended: 1, failed: 0 });
    const first = await found(searchId);
    expect(first.json).toMatchObject({ state: 'ready', subject: { of: 'client', clientId } });
    const rest = await found(searchId, `?cursor=${String(first.json['next'])}`);
    const lines = [...logPageOf(first).lines, ...logPageOf(rest).lines];
    expect(lines.filter(({ eventName }) => eventName === 'ClientFileOpened')).toHaveLength(27);
    expect(lines.map(({ eventName }) => eventName)).toContain('ClientCreated');
    expect(lines.map(({ eventTime }) => eventTime)).toEqual(
      lines
        .map(({ eventTime }) => eventTime)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(lines.flatMap(({ clients }) => clients))).toEqual(new Set([clientId]));
    expect(rest.json['next']).toBeUndefined();
    const own = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
    expect(namesIn(own)).toEqual(expect.arrayContaining(['LogSearchAsked', 'LogSearchRead']));
  });

  test('of a worker, a unit and a class are found by what the table is asked by', async () => {
    const ids = [
      await asked({ of: 'user', userId: worker.userId }, { class: 'search' }),
      await asked({ of: 'unit', unitId: world.units.families }),
      await asked({ of: 'controller' }, { class: 'breakGlass' }),
      await asked({ of: 'controller' }, { days: { from: '2020-01-01', to: '2020-12-31' } }),
    ];
    await run();
    const told = await Promise.all(ids.map((id) => found(id)));
    expect(told.map(({ json }) => json['found'])).toEqual([1, expect.any(Number), 0, 0]);
    expect(namesIn(told[0] ?? expect.fail())).toEqual(['ClientsListed']);
    expect(new Set(logPageOf(told[1] ?? expect.fail()).lines.flatMap(({ clients }) => clients))).toEqual(
      new Set([clientId, other]),
    );
    const list = await officer.call('GET', '/v1/access-log/searches');
    expect(list.json['searches']).toEqual(
      expect.arrayContaining(ids.map((searchId) => expect.objectContaining({ searchId, state: 'ready' }))),
    );
  });

  test('are not for others, not of units that are not one’s own, and not where the table answers', async () => {
    const searchId = await asked({ of: 'client', clientId });
    await run();
    const second = await world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    expect((await found(searchId, '', second)).status).toBe(404);
    const supervisor = await world.worker('supervisor', { specialRights: ['readAccessLog'] });
    const ask = (subject: object, days: object = THEN) =>
      supervisor.call('POST', '/v1/access-log/searches', { body: { subject, days } });
    expect((await ask({ of: 'unit', unitId: world.units.adults })).status).toBe(403);
    expect((await ask({ of: 'controller' })).status).toBe(403);
    expect((await ask({ of: 'unit', unitId: world.units.families })).status).toBe(201);
    expect(await ask({ of: 'client', clientId }, { from: '2029-01-01', to: '2029-01-02' })).toMatchObject({
      status: 409,
      json: { code: 'logSearch.inTable' },
    });
  });

  test('are found the same when the run is killed at any step and begins again', async () => {
    const whole = await asked({ of: 'client', clientId });
    await run();
    const searchId = LogSearchId.parse(await asked({ of: 'client', clientId }));
    const context = () => contextOfRun(world);
    let steps = 0;
    for (;;) {
      const search = await loadLogSearch(context(), searchId);
      if (search?.state !== 'waiting') break;
      await searchStep(context(), search, { batches: 1, places: 1000 });
      // Another run that had read the search before finds the step taken.
      await expect(searchStep(context(), search, { batches: 1, places: 1000 })).rejects.toThrow();
      steps += 1;
    }
    expect(steps).toBeGreaterThan(2);
    const [one, two] = [await found(whole), await found(searchId)];
    expect(two.json['lines']).toEqual(one.json['lines']);
    expect(two.json['looked']).toEqual(one.json['looked']);
  });
});

describe('a client who is given lines older than the table holds', () => {
  const of = (rest = ''): string => `/v1/log-requests/clients/${clientId}/requests${rest}`;
  const BY_LETTER = { channel: 'letter', asker: 'client', identity: 'identityDocument' };

  test('has them in the extract with their proofs, in the letter and at the citizens’ door', async () => {
    const today = world.clock.now().slice(0, 10);
    const recorded = await officer.call('POST', of(), {
      body: {
        receivedOn: today,
        ...BY_LETTER,
        days: { from: '2026-11-01', to: today },
        specialReason: 'Hovioikeuden käsittelyä varten.',
      },
    });
    expect(recorded.status, recorded.body).toBe(201);
    const requestId = String(recorded.json['requestId']);
    const body = { outcome: 'given', specialReasonHolds: true };
    expect((await officer.call('POST', of(`/${requestId}/answer`), { body, version: 1 })).status).toBe(200);
    const extract = (cursor?: string) =>
      officer.call('GET', of(`/${requestId}/extract${cursor === undefined ? '' : `?cursor=${cursor}`}`));
    expect(await extract()).toMatchObject({ status: 409, json: { code: 'logSearch.underWay' } });
    await run();
    await seal();
    const pages = [await extract()];
    for (let next = pages[0]?.json['next']; next !== undefined; next = pages.at(-1)?.json['next']) {
      pages.push(await extract(String(next)));
    }
    const key = await log.sealer.keyOf(world.controller);
    const names: unknown[] = [];
    for (const { json, status, body: text } of pages) {
      expect(status, text).toBe(200);
      expect(json['notHeldBefore']).toBeUndefined();
      expect(verifyExtract(json, key).findings).toEqual([]);
      const lines: { opened: { name: string; value: unknown }[] }[] = json['lines'] ?? [];
      names.push(...lines.map(({ opened }) => opened.find(({ name }) => name === 'eventName')?.value));
    }
    expect(names.filter((name) => name === 'ClientFileOpened')).toHaveLength(27);
    expect(names).toEqual(expect.arrayContaining(['ClientCreated', 'LogRequestRecorded']));
    expect(JSON.stringify(pages.map(({ json }) => json))).not.toContain(other);

    const letter = await officer.call('GET', of(`/${requestId}/letter`), {
      headers: { accept: 'text/html' },
    });
    expect(letter.status).toBe(200);
    const own = await asCitizen(world, ADULT, 'GET', `/v1/access-log/me/requests/${requestId}/extract`);
    expect(own.status, own.body).toBe(200);

    world.clock.advance(61 * 24 * 60);
    const late = await world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    expect(await late.call('GET', of(`/${requestId}/extract`))).toMatchObject({
      status: 409,
      json: { code: 'logRequest.searchAgain' },
    });
    const older = of(`/${requestId}/older`);
    expect((await late.call('POST', older, { version: 2 })).status).toBe(200);
    expect(await late.call('POST', older, { version: 3 })).toMatchObject({
      status: 409,
      json: { code: 'logSearch.underWay' },
    });
    await run();
    expect((await late.call('GET', of(`/${requestId}/extract`))).status).toBe(200);
    expect(await late.call('POST', older, { version: 3 })).toMatchObject({
      status: 409,
      json: { code: 'logRequest.notOlder' },
    });
  });

  test('is told until when the answer is read, and searches again at the citizens’ door without asking anybody', async () => {
    const me = (method: string, rest = '', version?: number) =>
      asCitizen(world, ADULT, method, `/v1/access-log/me/requests${rest}`, undefined, version);
    const [request] = (await me('GET')).json['requests'] ?? [];
    const { requestId, version, readableUntil } = Object(request);
    const today = helsinkiDateOf(world.clock.now());
    expect(readableUntil).toBe(addDays(today, 60));
    world.clock.advance(60 * 24 * 60);
    expect((await me('GET', `/${requestId}/extract`)).status).toBe(200);
    world.clock.advance(24 * 60);
    expect((await me('GET', `/${requestId}/extract`)).json).toMatchObject({ code: 'logRequest.searchAgain' });
    const again = await me('POST', `/${requestId}/older`, version);
    expect(again, again.body).toMatchObject({
      status: 200,
      json: { readableUntil: addDays(helsinkiDateOf(world.clock.now()), 60) },
    });
    await run();
    expect((await me('GET', `/${requestId}/extract`)).status).toBe(200);
  });
});
