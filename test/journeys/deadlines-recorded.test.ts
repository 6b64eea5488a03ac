import { describe, expect, test } from 'vitest';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient, openTestCase } from '../support/case-notes.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { startedDeadline } from '../support/deadlines.ts';
import { linesOf } from '../support/dump.ts';
import { timesOfFile } from '../support/matters.ts';
import { inventedCode, text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** It is 24 November 2026, a Tuesday, at noon in Helsinki. */
async function setting() {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openTestCase(world, clientId);
  return { world, worker, clientId, caseId };
}

const start = (worker: Worker, clientId: ClientId, body: object, key?: string): Promise<Told> =>
  worker.call('POST', `/v1/deadlines/clients/${clientId}`, { body, ...(key === undefined ? {} : { key }) });

const at = (clientId: ClientId, told: Told | string): string =>
  `/v1/deadlines/clients/${clientId}/deadlines/${typeof told === 'string' ? told : text(told, 'deadlineId')}`;

/** What is recorded of an own time, in its version. */
const act = (worker: Worker, path: string, what: string, version: number, body: object): Promise<Told> =>
  worker.call('POST', `${path}/${what}`, { version, body });

const assistance = async (world: World, clientId: ClientId, caseId: CaseId): Promise<string> =>
  at(
    clientId,
    (await startedDeadline(world, clientId, '2026-11-20', { rule: 'assistanceDecision', caseId })).deadlineId,
  );

describe('an event that has no act of its own', () => {
  test('begins its time when it is recorded, with the case’s unit, and ends it; the hours are counted from the minute', async () => {
    const { world, worker, clientId, caseId } = await setting();
    const began = { at: '2026-11-24T08:30:00.000Z' };
    const carer = await world.worker('implementing');
    const told = await start(carer, clientId, { rule: 'isolation', event: began, caseId }, 'isolation-1');
    expect(told, told.body).toMatchObject({ status: 201, headers: { location: at(clientId, told) } });
    // Sent again, it is the same one.
    const again = await start(carer, clientId, { rule: 'isolation', event: began, caseId }, 'isolation-1');
    expect(again.json).toEqual(told.json);
    expect((await worker.call('GET', at(clientId, told))).json).toMatchObject({
      rule: 'isolation',
      state: 'running',
      dueAt: '2026-11-24T20:30:00.000Z',
      caseId,
      subject: { kind: 'case', id: caseId },
      unitId: world.units.families,
      serviceTasks: ['families'],
    });
    const met = await act(carer, at(clientId, told), 'meet', 1, {
      event: { at: '2026-11-24T09:45:00.000Z' },
    });
    expect(met.json).toEqual({ deadlineId: text(told, 'deadlineId'), version: 2 });
    expect(await timesOfFile(worker, clientId)).toEqual({ isolation: 'met' });
    const lines = (await linesOf(world.services)).filter(({ eventName }) => eventName.startsWith('Deadline'));
    expect(lines.filter(({ eventName }) => eventName === 'DeadlineStarted')[0]?.clients).toEqual([clientId]);
    expect(lines.filter(({ eventName }) => eventName === 'DeadlineMet')[0]?.clients).toEqual([clientId]);
  });

  test('recorded after its time was over leaves the time late, until its reason is recorded', async () => {
    const { worker, clientId, caseId } = await setting();
    const event = { on: '2026-11-02' };
    const told = await start(worker, clientId, { rule: 'assistanceCompletionAsked', event, caseId });
    const path = at(clientId, told);
    await act(worker, path, 'meet', 1, { event: { on: '2026-11-24' } });
    expect((await worker.call('GET', path)).json).toMatchObject({ state: 'lateMet', reasonMissing: true });
    const why = { reason: 'staffShortage', words: 'Käsittelijä oli sairaana.' };
    expect((await act(worker, path, 'lateness', 2, why)).status).toBe(200);
    expect((await worker.call('GET', path)).json).toMatchObject({
      reason: 'staffShortage',
      reasonMissing: false,
    });
  });

  test('that the law asks for again and again begins its time anew when it was met', async () => {
    const { worker, clientId, caseId } = await setting();
    const event = { on: '2026-10-23' };
    const told = await start(worker, clientId, { rule: 'restrictionRecordsSent', event, caseId });
    const met = await act(worker, at(clientId, told), 'meet', 1, { event: { on: '2026-11-20' } });
    expect((await worker.call('GET', at(clientId, text(met, 'nextId')))).json).toMatchObject({
      rule: 'restrictionRecordsSent',
      state: 'running',
      startedOn: '2026-11-20',
      dueOn: '2026-12-20',
      caseId,
    });
  });

  test('of after-care ends its time at the age of the law, by the birth date in the file', async () => {
    const { world, worker } = await setting();
    const code = inventedCode(LocalDate.parse('2005-03-01'));
    const clientId = await newClient(world, worker, { name: 'Nuori Niilo', code });
    const caseId = await openTestCase(world, clientId);
    const told = await start(worker, clientId, { rule: 'afterCare', event: { on: '2026-10-01' }, caseId });
    expect((await worker.call('GET', at(clientId, told))).json).toMatchObject({ dueOn: '2028-03-01' });
  });

  test('may lie ahead where the time runs up to it: the payer is told before the day of payment', async () => {
    const { worker, clientId, caseId } = await setting();
    const told = await start(worker, clientId, { rule: 'payerTold', event: { on: '2026-12-15' }, caseId });
    const path = at(clientId, told);
    expect((await worker.call('GET', path)).json).toMatchObject({ dueOn: '2026-12-01' });
    await act(worker, path, 'meet', 1, { event: { on: '2026-11-24' } });
    expect((await worker.call('GET', path)).json).toMatchObject({ state: 'met', endedOn: '2026-11-24' });
  });

  test('of an urgent need is carried out by the service that is begun for it', async () => {
    const { worker, clientId, caseId } = await setting();
    const event = { on: '2026-11-24' };
    await start(worker, clientId, { rule: 'urgentDecisionCarriedOut', event, caseId });
    const service = await openedService(worker, clientId, caseId, {
      basis: { kind: 'urgentNeed' },
      validFrom: '2026-11-24',
    });
    await actOnService(worker, service, 'start', 1, { startedOn: '2026-11-24' });
    expect(await timesOfFile(worker, clientId)).toEqual({ urgentDecisionCarriedOut: 'met' });
  });

  test('is not recorded for an act’s time, in another’s case, before it happened, or without its minute', async () => {
    const { world, worker, clientId, caseId } = await setting();
    const today = { on: '2026-11-24' };
    const foreign = await openTestCase(world, clientId, { serviceTasks: ['substance'] });
    const refused: [object, string][] = [
      [{ rule: 'assistanceDecision', event: today, caseId }, 'deadline.beginsByAct'],
      [{ rule: 'documentRequest', event: today, caseId }, 'deadline.beginsByAct'],
      [{ rule: 'carerPaymentStops', event: { on: '2026-11-25' }, caseId }, 'deadline.stillToCome'],
      [{ rule: 'isolation', event: { at: '2026-11-24T10:00:00.001Z' }, caseId }, 'deadline.stillToCome'],
      [{ rule: 'isolation', event: today, caseId }, 'deadline.noMoment'],
      [{ rule: 'carerPaymentStops', event: today, caseId: foreign }, 'deadline.noCase'],
      [{ rule: 'carerPaymentStops', event: { on: '0202-11-24' }, caseId }, 'request.invalid'],
    ];
    for (const [body, code] of refused) {
      expect((await start(worker, clientId, body)).json).toMatchObject({ code });
    }
    const clerk = await world.worker('administrative');
    const body = { rule: 'carerPaymentStops', event: today, caseId };
    expect((await start(clerk, clientId, body)).json).toMatchObject({ code: 'access.notAllowed' });
  });

  test('is not recorded as the end of an act’s time, twice, before the beginning, or over what another has changed', async () => {
    const { world, worker, clientId, caseId } = await setting();
    const event = { on: '2026-11-20' };
    const path = at(clientId, await start(worker, clientId, { rule: 'carerPaymentStops', event, caseId }));
    const met = (version: number, on: string) => act(worker, path, 'meet', version, { event: { on } });
    expect((await met(1, '2026-11-19')).json).toMatchObject({ code: 'deadline.beforeItBegan' });
    expect((await met(1, '2026-11-25')).json).toMatchObject({ code: 'deadline.stillToCome' });
    expect((await met(7, '2026-11-24')).json).toMatchObject({
      code: 'request.stale',
      details: { version: 1 },
    });
    expect((await met(1, '2026-11-24')).status).toBe(200);
    expect((await met(2, '2026-11-24')).json).toMatchObject({ code: 'deadline.isOver' });
    const acts = await assistance(world, clientId, caseId);
    const told = await act(worker, acts, 'meet', 1, { event: { on: '2026-11-24' } });
    expect(told.json).toMatchObject({ code: 'deadline.beginsByAct', details: { startedBy: 'act' } });
  });
});

describe('an itemised request to complete an application for social assistance', () => {
  test('meets its own time and lets the decision wait; over Christmas the seven working days begin anew', async () => {
    const { world, worker, clientId, caseId } = await setting();
    const path = await assistance(world, clientId, caseId);
    const event = { on: '2026-11-20' };
    await start(worker, clientId, { rule: 'assistanceCompletionAsked', event, caseId });
    const paused = await act(worker, path, 'pause', 1, { on: '2026-11-24', until: '2026-12-08' });
    expect(paused, paused.body).toMatchObject({ status: 200 });
    expect((await worker.call('GET', path)).json).toMatchObject({
      state: 'paused',
      pausedUntil: '2026-12-08',
    });
    expect(await timesOfFile(worker, clientId)).toEqual({
      assistanceDecision: 'paused',
      assistanceCompletionAsked: 'met',
    });
    world.clock.set(Instant.parse('2026-12-22T10:00:00.000Z'));
    expect((await act(worker, path, 'resume', 2, { on: '2026-12-22' })).status).toBe(200);
    expect((await worker.call('GET', path)).json).toMatchObject({
      state: 'running',
      dueOn: '2027-01-04',
      pauses: [{ on: '2026-11-24', until: '2026-12-08', resumedOn: '2026-12-22' }],
    });
  });

  test('lets no other time wait, none that waits already, and nothing go on that does not; in the arranging roles alone', async () => {
    const { world, worker, clientId, caseId } = await setting();
    const path = await assistance(world, clientId, caseId);
    const pause = { on: '2026-11-24', until: '2026-12-08' };
    const code = async (told: Promise<Told>): Promise<unknown> => (await told).json['code'];
    const carer = await world.worker('implementing');
    expect(await code(act(carer, path, 'pause', 1, pause))).toBe('access.notAllowed');
    expect(await code(act(worker, path, 'resume', 1, { on: pause.on }))).toBe('deadline.isNotPaused');
    expect(await code(act(worker, path, 'pause', 1, { ...pause, on: '2026-11-25' }))).toBe(
      'deadline.stillToCome',
    );
    expect(await code(act(worker, path, 'pause', 1, { ...pause, on: '2026-11-19' }))).toBe(
      'deadline.beforeItBegan',
    );
    expect(await code(act(worker, path, 'pause', 9, pause))).toBe('request.stale');
    expect((await act(worker, path, 'pause', 1, pause)).status).toBe(200);
    expect(await code(act(worker, path, 'pause', 2, pause))).toBe('deadline.mayNotPause');
    expect(await code(act(worker, path, 'resume', 2, { on: '2026-11-23' }))).toBe('deadline.beforeItBegan');
    const event = { on: '2026-11-20' };
    const other = at(clientId, await start(worker, clientId, { rule: 'carerPaymentStops', event, caseId }));
    expect(await code(act(worker, other, 'pause', 1, pause))).toBe('deadline.mayNotPause');
  });
});
