import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { searchOld } from '../../functions/access-log/search-old.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { batchName } from '../../shared/trail/sealing/places.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { heldFrom } from '../../shared/trail/search/rules.ts';
import { anyClient, logPageOf } from '../support/access-log.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { expire } from '../support/expire.ts';
import { memorySealer } from '../support/sealing.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** The clock stands in November 2026 when the file is used first, and 29 months later when somebody asks. */
const MONTHS_LATER = 29 * 31 * 24 * 60;

let world: World;
let log: ReturnType<typeof memorySealer>;
let worker: Worker;
let supervisor: Worker;
let officer: Worker;
let clientId: string;

async function seal(): Promise<void> {
  await world.drained();
  const begin = plusMinutes(world.clock.now(), -120);
  await sealLog(log.sealer, world.controller, { begin, again: true });
}

const run = () => searchOld(world.services, [world.controller]);

/** The supervisor of the unit looks who has used the client's data, which is a use of them. */
async function look(): Promise<void> {
  world.clock.advance(1);
  expect((await supervisor.call('GET', `/v1/access-log/clients/${clientId}`)).status).toBe(200);
  await world.drained();
}

const later = () => world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });

async function asked(subject: object, more: object = {}): Promise<string> {
  const days = { from: '2026-11-01', to: helsinkiDateOf(world.clock.now()) };
  const told = await officer.call('POST', '/v1/access-log/searches', { body: { subject, days, ...more } });
  expect(told.status, told.body).toBe(201);
  return String(told.json['searchId']);
}

/** Every page of an answer. */
async function answer(searchId: string): Promise<Told[]> {
  await world.drained();
  const pages: Told[] = [];
  let cursor = '';
  do {
    const page = await officer.call('GET', `/v1/access-log/searches/${searchId}${cursor}`);
    expect(page.status, page.body).toBe(200);
    pages.push(page);
    cursor = page.json['next'] === undefined ? '' : `?cursor=${String(page.json['next'])}`;
  } while (cursor !== '');
  return pages;
}

const looks = (pages: Told[]) =>
  pages
    .flatMap((page) => logPageOf(page).lines)
    .filter(
      ({ eventName, userIdentity }) =>
        eventName === 'LogOfClientRead' && userIdentity.userId === supervisor.userId,
    );

beforeEach(async () => {
  world = await testWorld({ rows: true });
  log = memorySealer(world.services);
  world.services.sealedLog = () => log.sealer;
  worker = await world.worker('broadResponsibility', { name: 'Ville Virta' });
  supervisor = await world.worker('supervisor', { specialRights: ['readAccessLog'] });
  clientId = await anyClient(world, worker);
  await look();
  await look();
  await seal();
  world.clock.advance(MONTHS_LATER);
  await expire(world.services, world.controller);
  officer = await later();
});

describe('a search whose days reach up to now', () => {
  test('answers with every line of its days: sealed long ago, not sealed yet, and written after the run', async () => {
    await look();
    await seal();
    await look();
    const ids = [
      await asked({ of: 'client', clientId }),
      await asked({ of: 'client', clientId }, { class: 'supervision' }),
      await asked({ of: 'user', userId: supervisor.userId }),
      await asked({ of: 'user', userId: supervisor.userId }, { class: 'supervision' }),
    ];
    await run();
    ids.push(
      await asked({ of: 'unit', unitId: world.units.families }, { class: 'supervision' }),
      await asked({ of: 'controller' }),
    );
    const everyday = await asked({ of: 'user', userId: worker.userId }, { class: 'unit' });
    await run();
    await look();
    for (const [nth, searchId] of ids.entries()) {
      const pages = await answer(searchId);
      const found = looks(pages);
      expect(found, String(nth)).toHaveLength(5);
      expect(new Set(found.map(({ eventId }) => eventId)).size).toBe(5);
      const inTableFrom = addDays(heldFrom(addDays(helsinkiDateOf(world.clock.now()), 60)), 1);
      expect(pages[0]?.json).toMatchObject({ inTableFrom, readAt: world.clock.now() });
    }
    expect((await answer(everyday)).flatMap((page) => logPageOf(page).lines)).toEqual([]);
  });

  test('waits while the log is not sealed as far as the days that have left the table', async () => {
    const name = [...log.fresh.keys()].find((key) => key.endsWith('/looked')) ?? expect.fail();
    const searchId = await asked({ of: 'client', clientId });
    expect(await run()).toMatchObject({ steps: 0, failed: 0 });
    const waits = await officer.call('GET', `/v1/access-log/searches/${searchId}`);
    expect(waits).toMatchObject({ status: 409, json: { code: 'logSearch.underWay' } });
    log.fresh.set(name, Buffer.from(world.clock.now()));
    expect(await run()).toMatchObject({ ended: 1 });
    expect(looks(await answer(searchId))).toHaveLength(2);
  });
});

describe('searches that wait', () => {
  test('are five of one person at most, whatever they ask: another is taken when one has ended', async () => {
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const ask = (by: Worker) =>
      by.call('POST', '/v1/access-log/searches', { body: { subject: { of: 'client', clientId }, days } });
    for (let nth = 0; nth < 5; nth += 1) expect((await ask(officer)).status).toBe(201);
    const refused = { status: 409, json: { code: 'logSearch.tooManyWaiting' } };
    expect(await ask(officer)).toMatchObject(refused);
    expect((await ask(await later())).status).toBe(201);
    await seal();
    await run();
    const both = await Promise.all([ask(officer), ask(officer), ask(officer)]);
    expect(Math.min(...both.map(({ status }) => status))).toBe(201);
    const taken = both.filter(({ status }) => status === 201).length;
    for (let nth = taken; nth < 5; nth += 1) expect((await ask(officer)).status).toBe(201);
    expect(await ask(officer)).toMatchObject(refused);
  });
});

const findings = async (): Promise<{ kind: string; evidence: string; state: string }[]> =>
  (await officer.call('GET', '/v1/access-log/witness-findings')).json['findings'] ?? [];

const FIRST = () => batchName(world.controller, 0);

describe('a batch of the sealed log that is not as it was sealed', () => {
  test('with fewer lines than were sealed, though its hash is right, ends the search and is a finding', async () => {
    await seal();
    const bytes = log.locked.get(FIRST()) ?? expect.fail();
    const fewer = Buffer.from(`${bytes.toString('utf8').trimEnd().split('\n').slice(1).join('\n')}\n`);
    log.locked.set(FIRST(), fewer);
    for (const { head, ...item } of await dumpOf(world.services, 'trail')) {
      if (typeof head !== 'object' || head === null || !('from' in head) || head.from !== 0) continue;
      const other = { ...head, batch: { name: 'x', sha256: sha256Of(fewer.toString('utf8')) } };
      const { tables } = world.services;
      await tables
        .clientOf(world.controller)
        .send(new PutCommand({ TableName: tables.trail, Item: { ...item, head: other } }));
    }
    const searchId = await asked({ of: 'client', clientId });
    expect(await run()).toMatchObject({ failed: 1, ended: 1 });
    const told = await officer.call('GET', `/v1/access-log/searches/${searchId}`);
    expect(told).toMatchObject({ status: 409, json: { code: 'logSearch.notWhole' } });
    expect(await findings()).toMatchObject([{ kind: 'sealedLogNotWhole', evidence: FIRST(), state: 'open' }]);
  });

  test('with another word than was sealed ends the search, and the run says so', async () => {
    await seal();
    const sealed = log.locked.get(FIRST()) ?? expect.fail();
    log.locked.set(FIRST(), Buffer.from(sealed.toString('utf8').replace('Ville Virta', 'Ville Virtb')));
    const searchId = await asked({ of: 'client', clientId });
    expect(await run()).toMatchObject({ failed: 1 });
    const told = await officer.call('GET', `/v1/access-log/searches/${searchId}`);
    expect(told).toMatchObject({ status: 409, json: { code: 'logSearch.notWhole' } });
  });

  test('when it changes after the search, nobody is given its lines, each is told so, and it is one finding', async () => {
    await seal();
    const searchId = await asked({ of: 'client', clientId });
    const today = helsinkiDateOf(world.clock.now());
    const requests = `/v1/log-requests/clients/${clientId}/requests`;
    const recorded = await officer.call('POST', requests, {
      body: {
        receivedOn: today,
        channel: 'letter',
        asker: 'client',
        identity: 'identityDocument',
        days: { from: '2026-11-01', to: today },
        specialReason: 'Hovioikeuden käsittelyä varten.',
      },
    });
    const request = `${requests}/${String(recorded.json['requestId'])}`;
    const body = { outcome: 'given', specialReasonHolds: true };
    expect((await officer.call('POST', `${request}/answer`, { body, version: 1 })).status).toBe(200);
    await run();
    await answer(searchId);
    const bytes = log.locked.get(FIRST()) ?? expect.fail();
    log.locked.set(FIRST(), Buffer.from(bytes.toString('utf8').replace('Ville Virta', 'Ville Virtb')));
    const before = new Set((await linesOf(world.services)).map(({ eventId }) => eventId));
    for (const path of [`/v1/access-log/searches/${searchId}`, `${request}/extract`]) {
      let told = await officer.call('GET', path);
      while (told.status === 200) {
        expect(told.json['next'], path).toBeDefined();
        told = await officer.call('GET', `${path}?cursor=${String(told.json['next'])}`);
      }
      expect(told, path).toMatchObject({ status: 409, json: { code: 'logSearch.notWhole' } });
      expect(told.body).not.toContain('Virtb');
    }
    const letter = await officer.call('GET', `${request}/letter`, { headers: { accept: 'text/html' } });
    expect(letter).toMatchObject({ status: 409, json: { code: 'logSearch.notWhole' } });
    expect(await findings()).toMatchObject([{ kind: 'sealedLogNotWhole', evidence: FIRST() }]);
    const lines = (await linesOf(world.services)).filter(({ eventId }) => !before.has(eventId));
    expect(lines.filter(({ outcome }) => outcome.code === 'logSearch.notWhole')).toHaveLength(3);
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(lines.length);
  });
});
