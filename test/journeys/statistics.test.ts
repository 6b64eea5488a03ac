import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Figure } from '../../shared/domain/statistics/model.ts';
import { CaseId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { actOn, inFileAt } from '../support/intake.ts';
import { text } from '../support/people.ts';
import { CASE, NO_MEASURES, onSiblings } from '../support/siblings.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const FIGURES = '/v1/statistics/figures';

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
async function served(world: World, worker: Worker, service: object, name = 'Esimerkki Aino'): Promise<void> {
  const clientId = await newClient(world, worker, { name });
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['childWelfare'] });
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
    await served(world, worker, { socialService: 'childWelfareOpenCare' }, 'Keksitty Eino');
    await served(world, worker, { socialService: 'substituteCare' }, 'Olematon Oona');
    const supervisor = await world.worker('supervisor');
    expect(await figuresOf(supervisor, 'childWelfareServices', 'period=2026-11')).toEqual({
      openCareStarted: 2,
      openCarePersons: 2,
      substituteCareStarted: 1,
      substituteCareDeliveries: 2,
      substituteCareEnded: 0,
      substituteCareDays: 0,
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
    expect(await linesOf(world.services)).toContainEqual(
      expect.objectContaining({
        eventName: 'StatisticsFiguresRead',
        clients: [],
        dataGroups: ['statistics'],
      }),
    );
    const stored = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'fact');
    expect(stored.length).toBeGreaterThan(10);
    expect(JSON.stringify(stored)).not.toMatch(/clientId|about|Esimerkki|TILAP/);
  });

  test('tell the guidance of clients from what arrived to what was opened, and the services with whom they reached [U-7.13, J-1.26]', async () => {
    for (const profile of [PROFILES.U, PROFILES.J]) {
      const world = await worldOf(profile);
      const worker = await world.worker('broadResponsibility');
      const { matterId, aino, eino } = await onSiblings(world, worker);
      const closed = await actOn(worker, inFileAt(eino, matterId), '/close', NO_MEASURES);
      expect(closed.status, closed.body).toBe(200);
      const opened = await actOn(worker, inFileAt(aino, matterId), '/open-case', CASE(world));
      expect(opened.status, opened.body).toBeLessThan(300);
      const service = await openedService(worker, aino, CaseId.parse(text(opened, 'caseId')), {
        serviceTask: 'childWelfare',
        socialService: 'childWelfareOpenCare',
      });
      expect((await actOnService(worker, service, 'start', 1, { startedOn: '2026-11-24' })).status).toBe(200);
      const supervisor = await world.worker('supervisor');
      expect(await figuresOf(supervisor, 'guidanceProcess', 'period=2026-11')).toEqual({
        received: 1,
        handled: 2,
        handlingDays: 0,
        guided: 0,
        referred: 0,
        casesOpened: 1,
        assessmentsBegun: 0,
        plansMade: 0,
        servicesStarted: 1,
      });
      expect(await figuresOf(supervisor, 'guidanceProcess', 'period=2026-11&by=code')).toMatchObject({
        'handled noMeasures': 1,
        'handled caseOpened': 1,
        'received childWelfareNotification': 1,
      });
      expect(await figuresOf(supervisor, 'childWelfareNotifications', 'period=2026-11')).toEqual({
        notifications: 1,
        children: 2,
        becameClients: 0,
      });
      expect(await figuresOf(supervisor, 'servicesGiven', 'period=2026-11')).toMatchObject({
        opened: 1,
        persons: 1,
      });
    }
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
    // Eleven months could be taken from their year.
    expect(await refused('period=2025&for=publication')).toBe('statistics.wholePeriods');
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
      substituteCareEnded: 0,
      substituteCareDays: 0,
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
