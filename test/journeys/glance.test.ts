import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { booked } from '../support/appointments.ts';
import { anEntry, logOf, newClient, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { openedService } from '../support/client-services.ts';
import { counted } from '../support/counted.ts';
import { actOn } from '../support/decisions.ts';
import { finished } from '../support/documents.ts';
import { begunDeadline, madePlan } from '../support/glance.ts';
import { changedTo } from '../support/people.ts';
import { testWorld, type Worker } from '../support/world.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

const glance = (worker: Worker, clientId: string) => worker.call('GET', `/v1/client-file/${clientId}/glance`);

const Seen = z.looseObject({
  underWay: z.record(z.string(), z.array(z.looseObject({}))),
  lines: z.array(z.looseObject({ what: z.string() })),
});

describe('a file at a glance', () => {
  test('says who the client is, what is open and coming, and the latest entries and documents, in one call', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
    await changedTo(
      worker,
      clientId,
      '/base-data',
      {
        changes: {
          birthDate: '2012-11-25',
          serviceLanguage: 'sv',
          interpreter: { language: 'so' },
        },
        source: { kind: 'client', channel: 'visit' },
      },
      'PATCH',
    );
    const caseId = await openedCase(world, worker, clientId);
    const appointmentId = await booked(world, worker, clientId);
    await write(worker, clientId);
    world.clock.advance(1);
    const documentId = await finished(worker, clientId);
    world.clock.advance(1);
    const told = await glance(worker, clientId);
    expect(told).toMatchObject({
      status: 200,
      json: {
        clientId,
        person: {
          name: { family: 'Mallila', given: 'Aino' },
          birthDate: '2012-11-25',
          // Fourteen tomorrow.
          age: 13,
          serviceLanguage: 'sv',
          interpreter: { language: 'so' },
        },
        restricted: false,
        relationship: { state: 'active', ownWorkerId: worker.userId },
        ownWorker: { userId: worker.userId, name: expect.any(String), post: expect.any(String) },
        cases: [{ caseId, name: 'Perheen tuen tarve' }],
        underWay: { appointments: [{ appointmentId, subject: 'Palvelutarpeen arviointi' }] },
        lines: [
          {
            what: 'document',
            documentId,
            documentType: 'Yhteenveto',
            documentName: { fi: expect.stringMatching(/yhteenveto/i), sv: expect.stringMatching(/samman/i) },
            state: 'final',
          },
          { what: 'entry', entryType: 'meetingOrContact', state: 'final' },
        ],
      },
    });
    expect(told.body).not.toContain('Kotikäynti sujui hyvin');
    const [line] = await logOf(world, clientId);
    expect(line).toMatchObject({ eventName: 'FileSeenAtGlance', readOnly: true });
  });

  test('shows times that run, the first due first, and says which are late', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const deadlines = async () => Seen.parse((await glance(worker, clientId)).json).underWay['deadlines'];
    expect(await deadlines()).toEqual([]);
    await begunDeadline(world, clientId);
    expect(await deadlines()).toEqual([expect.objectContaining({ state: 'running', late: false })]);
    world.clock.advance(200 * 24 * 60);
    expect(await deadlines()).toEqual([expect.objectContaining({ late: true })]);
  });

  test('shows the plans in force that the worker may use, the one to be reviewed first at the head', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'substance'] });
    const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
    const clientId = await newClient(world, worker);
    await madePlan(world, clientId, { reviewBy: '2027-06-01', serviceTasks: ['families'] });
    await madePlan(world, clientId, { reviewBy: '2026-11-23', serviceTasks: ['substance'] });
    const plans = async (by: Worker) => Seen.parse((await glance(by, clientId)).json).underWay['plans'];
    expect(await plans(worker)).toEqual([
      expect.objectContaining({ reviewBy: '2026-11-23', late: true }),
      expect.objectContaining({ reviewBy: '2027-06-01', late: false }),
    ]);
    expect(await plans(narrow)).toEqual([expect.objectContaining({ serviceTasks: ['families'] })]);
  });

  test('shows the tasks that wait and that somebody has, with their words', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const elsewhere = await world.worker('arranging', { serviceTasks: ['substance'] });
    const clientId = await newClient(world, worker);
    const told = await worker.call('POST', `/v1/tasks/clients/${clientId}/tasks`, {
      body: {
        words: 'Soita koululle.',
        dueOn: '2026-11-27',
        unitId: world.units.families,
        serviceTasks: ['families'],
      },
    });
    expect(told.status, told.body).toBe(201);
    const tasks = async (by: Worker) => Seen.parse((await glance(by, clientId)).json).underWay['tasks'];
    expect(await tasks(worker)).toEqual([
      expect.objectContaining({ state: 'queued', words: 'Soita koululle.', serviceTasks: ['families'] }),
    ]);
    expect(await tasks(elsewhere)).toEqual([]);
  });

  test('shows decisions at hand and the copies whose time runs, to those whose task covers them', async () => {
    const { world, preparer, decider, clientId, at, concernedId } = await issuedDecision();
    await actOn(preparer, at, 'services', { concernedId, way: 'letter' });
    const elsewhere = await world.worker('implementing', {
      serviceTasks: ['substance'],
      services: ['shelter'],
    });
    const seen = async (by: Worker) => Seen.parse((await glance(by, clientId)).json).underWay;
    expect(await seen(decider)).toMatchObject({
      decisions: [{ state: 'issued', kind: '11052', issuedOn: '2026-11-24', termOver: false }],
      notices: [{ concernedId, way: 'letter', state: 'sent' }],
    });
    world.clock.advance(7 * 24 * 60);
    expect((await seen(decider))['notices']).toEqual([expect.objectContaining({ state: 'sent' })]);
    expect(await seen(elsewhere)).toMatchObject({ decisions: [], notices: [] });
    await actOn(preparer, at, 'revoke', { ground: 'factualError', words: 'Tulot laskettiin väärin.' });
    expect(await seen(decider)).toMatchObject({ decisions: [], notices: [] });
  });

  test('shows services in force, and says that charging for them is not recorded here', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await openedService(worker, clientId, await openedCase(world, worker, clientId));
    expect(Seen.parse((await glance(worker, clientId)).json).underWay['services']).toEqual([
      expect.objectContaining({
        socialService: 'familyWork',
        state: 'granted',
        charging: {
          state: 'notRecorded',
          fi: expect.stringContaining('ei kirjata'),
          sv: expect.any(String),
          en: expect.any(String),
        },
      }),
    ]);
  });

  test('shows a safety ban, and no address, telephone or municipality of who is under one', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await changedTo(
      worker,
      clientId,
      '/base-data',
      {
        changes: { phones: ['040 1234567'], homeMunicipality: '895' },
        source: { kind: 'client', channel: 'visit' },
      },
      'PATCH',
    );
    expect((await glance(worker, clientId)).json['person']).toMatchObject({ phones: ['040 1234567'] });
    await changedTo(worker, clientId, '/safety-ban', { source: { kind: 'client', channel: 'visit' } });
    const told = await glance(worker, clientId);
    expect(told.json).toMatchObject({ safetyBan: {}, person: { hidden: ['homeMunicipality', 'phones'] } });
    expect(told.body).not.toMatch(/1234567|895/);
  });

  test('of who reads some tasks only, shows the latest lines of those, however many others are newer', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { serviceTasks: ['families', 'substance'] });
    const narrow = await world.worker('arranging', { serviceTasks: ['families'] });
    const clientId = await newClient(world, worker);
    await write(worker, clientId, anEntry({ eventAt: '2026-11-01T08:00:00.000Z' }));
    for (let hour = 1; hour < 23; hour += 1) {
      const eventAt = `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
      await write(worker, clientId, anEntry({ eventAt, serviceTasks: ['substance'] }));
    }
    expect(Seen.parse((await glance(narrow, clientId)).json).lines).toEqual([
      expect.objectContaining({ at: '2026-11-01T08:00:00.000Z', serviceTasks: ['families'] }),
    ]);
    expect(Seen.parse((await glance(worker, clientId)).json).lines).toHaveLength(10);
  });

  test('costs one round of reads and the line, however many entries and documents there are', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const counter = counted(world.services, world.controller);
    await glance(worker, clientId);
    const few = await counter.costOf(() => glance(worker, clientId));
    for (let hour = 1; hour < 23; hour += 1) {
      const eventAt = `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
      await write(worker, clientId, anEntry({ eventAt }));
    }
    await finished(worker, clientId);
    const many = await counter.costOf(() => glance(worker, clientId));
    for (const { cost } of [few, many]) {
      expect(cost).toMatchObject({
        calls: { GetItem: 1, Query: 4, BatchGetItem: 1, PutItem: 1 },
        rounds: 2,
        kmsCalls: 0,
      });
    }
    expect(many.cost.readUnits - few.cost.readUnits).toBeLessThanOrEqual(8);
  });
});
