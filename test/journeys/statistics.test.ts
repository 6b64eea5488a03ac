import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { makeByCalendar } from '../../functions/statistics/make-by-calendar.ts';
import { Figure } from '../../shared/domain/statistics/model.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { workerInPost } from '../support/decisions.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const FIGURES = '/v1/statistics/figures';
const EXPORTS = '/v1/statistics/exports';
const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };

async function figuresOf(
  worker: Worker,
  definition: string,
  query: string,
): Promise<Record<string, unknown>> {
  const told = await worker.call('GET', `${FIGURES}/${definition}?${query}`);
  expect(told.status, told.body).toBe(200);
  const { figures } = z.object({ figures: z.array(Figure) }).parse(told.json);
  return Object.fromEntries(
    figures.map(({ measure, key, value, hidden }) => [
      key === undefined ? measure : `${measure} ${key}`,
      hidden === true ? 'hidden' : value,
    ]),
  );
}

/** Two visits of a service that a child was given. */
async function served(world: World, worker: Worker, service: object): Promise<void> {
  const clientId = await newClient(world, worker);
  const { caseId } = await openedCase(world, worker, clientId, { serviceTasks: ['childWelfare'] });
  const at = await openedService(worker, clientId, caseId, { serviceTask: 'childWelfare', ...service });
  expect((await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-24' })).status).toBe(200);
  for (const _ of [1, 2]) {
    const body = { on: '2026-11-24', hundredths: 100, unit: 'visits' };
    expect((await worker.call('POST', `${at}/deliveries`, { body })).status).toBe(201);
  }
}

const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));

describe('figures', () => {
  test('tell how much open care and substitute care was given and to how many, and the supervisor sees the own units [J-1.17, J-1.24]', async () => {
    const world = await worldOf(PROFILES.J);
    await standingUnit(world, world.units.families);
    const worker = await world.worker('broadResponsibility');
    await served(world, worker, { socialService: 'childWelfareOpenCare' });
    await served(world, worker, { socialService: 'childWelfareOpenCare' });
    await served(world, worker, { socialService: 'substituteCare' });
    const supervisor = await world.worker('supervisor');
    expect(await figuresOf(supervisor, 'childWelfareServices', 'period=2026-11')).toEqual({
      openCareStarted: 2,
      openCarePersons: 2,
      substituteCareStarted: 1,
      substituteCareDeliveries: 2,
      substituteCarePersons: 1,
      afterCarePersons: 0,
    });
    expect(await figuresOf(supervisor, 'servicesGiven', 'period=2026&by=code')).toMatchObject({
      deliveries: 6,
      persons: 3,
      'persons childWelfareOpenCare': 2,
      'persons substituteCare': 1,
    });
    // Of the municipality of the controller, where a unit says no other.
    expect(
      await figuresOf(supervisor, 'childWelfareServices', 'period=2026-11&by=municipality'),
    ).toMatchObject({
      'openCareStarted 172': 2,
    });
    const elsewhere = await world.worker('supervisor', { unitIds: [world.units.adults] });
    expect(await figuresOf(elsewhere, 'servicesGiven', 'period=2026-11')).toMatchObject({ persons: 0 });
    expect(await linesOf(world, { eventName: 'StatisticsFiguresRead' })).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ dataGroups: ['statistics'] })]),
    );
    const stored = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'fact');
    expect(stored.length).toBeGreaterThan(10);
    expect(JSON.stringify(stored)).not.toMatch(/clientId|about|Esimerkki|TILAP/);
  });

  test('follow an entry: corrected into another month it moves there, removed it is gone', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const clientId = await newClient(world, worker);
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    const noteId = text(await worker.call('POST', notes, { body: anEntry() }), 'noteId');
    const entries = async () => [
      (await figuresOf(supervisor, 'workDone', 'period=2026-10'))['entries'],
      (await figuresOf(supervisor, 'workDone', 'period=2026-11'))['entries'],
    ];
    expect(await entries()).toEqual([0, 1]);
    const { caseId: _, ...entry } = {
      caseId: undefined,
      ...anEntry({ eventAt: '2026-10-30T08:30:00.000Z' }),
    };
    const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Päivä oli väärä.' };
    const corrected = await worker.call('POST', `${notes}/${noteId}/correct`, {
      version: 1,
      body: { entry, reason },
    });
    expect(corrected.status, corrected.body).toBe(200);
    expect(await entries()).toEqual([1, 0]);
    const removed = await worker.call('POST', `${notes}/${noteId}/remove`, {
      version: 2,
      body: { reason: { ...reason, ground: 'unnecessary' } },
    });
    expect(removed.status, removed.body).toBe(200);
    expect(await entries()).toEqual([0, 0]);
  });

  test('are of a person by a name of one year: counted once in it, and not over its turn', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const clientId = await newClient(world, worker);
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    await worker.call('POST', notes, { body: anEntry() });
    at(world, '2027-01-04T10:00:00.000Z');
    await worker.call('POST', notes, { body: anEntry({ eventAt: '2026-12-30T08:30:00.000Z' }) });
    await worker.call('POST', notes, { body: anEntry({ eventAt: '2027-01-04T08:30:00.000Z' }) });
    expect(await figuresOf(supervisor, 'workDone', 'period=2026')).toMatchObject({
      entries: 2,
      personsMet: 1,
    });
    const facts = (await dumpOf(world.services, 'records')).flatMap(({ entity, fact }) =>
      entity === 'fact' ? [z.looseObject({ on: z.string(), person: z.string() }).parse(fact)] : [],
    );
    const names = (year: string) =>
      new Set(facts.filter(({ on }) => on.startsWith(year)).map(({ person }) => person));
    expect([names('2026').size, names('2027').size]).toEqual([1, 1]);
    expect([...names('2026')]).not.toEqual([...names('2027')]);
    expect(await supervisor.call('GET', `${FIGURES}/workDone?period=2026-12..2027-01`)).toMatchObject({
      status: 422,
      json: { code: 'statistics.personsOverYears' },
    });
  });

  test('for publication are of whole periods that are over and of the whole, with small numbers hidden', async () => {
    const world = await worldOf(PROFILES.J);
    const worker = await world.worker('broadResponsibility');
    const mainUser = await world.worker('mainUser');
    await served(world, worker, { socialService: 'substituteCare' });
    const refused = async (query: string) =>
      (await mainUser.call('GET', `${FIGURES}/childWelfareServices?${query}`)).json['code'];
    expect(await refused('period=2026-11&for=publication')).toBe('statistics.notOver');
    expect(await refused('period=2026-09..2026-10&for=publication')).toBe('statistics.wholePeriods');
    expect(await refused('period=2026-10&for=publication&by=unit')).toBe('statistics.notDivided');
    expect(await refused('period=2026-11')).toBe('access.notAllowed');
    at(world, '2026-11-30T22:00:00.000Z');
    expect(
      await figuresOf(mainUser, 'childWelfareServices', 'period=2026-11&for=publication&by=municipality'),
    ).toEqual({
      openCareStarted: 0,
      openCarePersons: 0,
      substituteCareStarted: 'hidden',
      substituteCareDeliveries: 'hidden',
      substituteCarePersons: 'hidden',
      afterCarePersons: 0,
    });
    expect((await worker.call('GET', `${FIGURES}/childWelfareServices?period=2026-11`)).status).toBe(403);
  });

  test('of what no act records are not shown: the definition says what it waits for', async () => {
    const world = await testWorld();
    const supervisor = await world.worker('supervisor');
    const told = await supervisor.call('GET', '/v1/statistics/definitions');
    expect(told.json).toMatchObject({
      definitions: expect.arrayContaining([
        expect.objectContaining({
          id: 'childWelfareProcessingTimes',
          collection: {
            recipient: 'thl',
            provision: '668/2008 5 §',
            period: '2026-04..2026-09',
            dueOn: '2026-10-17',
          },
        }),
      ]),
      waiting: expect.arrayContaining([expect.objectContaining({ id: 'costsByMunicipality' })]),
    });
    expect(await supervisor.call('GET', `${FIGURES}/costsByMunicipality?period=2026`)).toMatchObject({
      status: 409,
      json: { code: 'statistics.waits' },
    });
  });
});

describe('the processing times of child welfare', () => {
  test('are exported by the calendar: caught up with after an outage, the same when made again, anew when corrected [U-4.42]', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await workerInPost(world, 'broadResponsibility');
    const mainUser = await world.worker('mainUser');
    const { clientId, caseId, told } = await begun(world, worker);
    // A day after the three months of the law.
    at(world, '2027-02-25T10:00:00.000Z');
    const draft = await draftOf(worker, clientId, caseId);
    const end = { ...draft, result: 'childWelfareClient', specialSupport: true };
    const finish = `${AT(clientId)}/${text(told, 'assessmentId')}/finish`;
    expect((await worker.call('POST', finish, { version: 1, body: end })).status).toBe(200);

    const run = () => makeByCalendar(world.services, [world.controller]);
    // Until midnight of 31 March in Helsinki, in summer time, the half year goes on; the one before it had nothing.
    at(world, '2027-03-31T20:59:00.000Z');
    expect(await run()).toMatchObject({ failed: 0, late: 0 });
    const list = `${EXPORTS}/childWelfareProcessingTimes`;
    expect((await mainUser.call('GET', list)).json).toEqual({ exports: [] });
    at(world, '2027-03-31T21:00:00.000Z');
    expect(await run()).toEqual({ made: 1, late: 0, failed: 0 });
    expect(await run()).toEqual({ made: 0, late: 0, failed: 0 });
    const one = `${list}/2026-10..2027-03/1`;
    const read = await mainUser.call('GET', one);
    expect(read.json).toMatchObject({
      manifest: { definitionVersion: 1, edition: 1, use: THL, differences: 0 },
      rows: expect.arrayContaining([
        { measure: 'begunInTime', value: 1 },
        { measure: 'readyInTime', value: 0 },
        { measure: 'readyLate', value: 1 },
        { measure: 'readyLate', by: 'unit', key: world.units.families, value: 1 },
      ]),
    });
    const csv = await mainUser.call('GET', `${one}/csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const { manifest } = z
      .object({ manifest: z.looseObject({ csv: z.object({ sha256: z.string() }) }) })
      .parse(read.json);
    expect(
      createHash('sha256')
        .update(csv.body ?? '')
        .digest('hex'),
    ).toBe(manifest.csv.sha256);

    // The same, asked for by hand, is the same edition; after its day a missing one is made late.
    const body = { definitionId: 'childWelfareProcessingTimes', period: '2026-10..2027-03', use: THL };
    expect((await mainUser.call('POST', EXPORTS, { body })).json).toMatchObject({ edition: 1, isNew: false });
    at(world, '2027-04-20T08:00:00.000Z');
    expect(await run()).toEqual({ made: 0, late: 0, failed: 0 });
  });

  test('that are counted anew make a next edition with what became different, and one that is missing is made late', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility');
    const mainUser = await world.worker('mainUser');
    const run = () => makeByCalendar(world.services, [world.controller]);
    const first = await begun(world, worker);
    expect(first.told.status).toBe(201);
    at(world, '2027-04-20T08:00:00.000Z');
    expect(await run()).toEqual({ made: 1, late: 1, failed: 0 });
    const clientId = await newClient(world, worker);
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    at(world, '2026-12-01T08:00:00.000Z');
    const body = { definitionId: 'workDone', period: '2026-11', use: { ...THL, purpose: 'planning' } };
    expect((await mainUser.call('POST', EXPORTS, { body })).json).toMatchObject({ edition: 1, isNew: true });
    await worker.call('POST', notes, { body: anEntry() });
    expect((await mainUser.call('POST', EXPORTS, { body })).json).toMatchObject({ edition: 2, isNew: true });
    expect((await mainUser.call('GET', `${EXPORTS}/workDone/2026-11/2`)).json).toMatchObject({
      differences: expect.arrayContaining([{ measure: 'entries', before: 0, after: 1 }]),
    });
    expect((await mainUser.call('GET', `${EXPORTS}/workDone/2026-11/1`)).json).toMatchObject({
      differences: [],
    });
    expect((await mainUser.call('GET', `${EXPORTS}/workDone/2026-11/3`)).status).toBe(404);
  });
});
