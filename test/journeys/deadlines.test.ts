import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { BodyId, type ClientId, DeadlineId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { bodyKey } from '../../shared/table/keys.ts';
import { newClient } from '../support/case-notes.ts';
import { actingContext, committed, startedDeadline } from '../support/deadlines.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { restrictTo } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** It is 24 November 2026, a Tuesday. */
const Page = z.object({
  deadlines: z.array(z.looseObject({ deadlineId: z.string(), dueOn: z.string() })),
  next: z.string().optional(),
});
const LISTS = ['late', 'due', 'coming', 'others', 'unexplained'] as const;

const mine = (worker: Worker, list: string, more = ''): Promise<Told> =>
  worker.call('GET', `/v1/deadlines/own?list=${list}${more}`);
const ofUnit = (world: World, worker: Worker, list: string): Promise<Told> =>
  worker.call('GET', `/v1/deadlines/units/${world.units.families}?list=${list}`);
const ids = (told: Told): string[] => Page.parse(told.json).deadlines.map(({ deadlineId }) => deadlineId);
const at = (clientId: ClientId, deadlineId: string, what = ''): string =>
  `/v1/deadlines/clients/${clientId}/deadlines/${deadlineId}${what}`;

async function setting(): Promise<{ world: World; worker: Worker; clientId: ClientId }> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  return { world, worker, clientId };
}

describe('the times at hand', () => {
  test('are late, due today, coming or others’ to use, each list by itself, mine and my unit’s', async () => {
    const { world, worker, clientId } = await setting();
    const of = { workerId: worker.userId };
    const begun = async (on: string, more = {}) =>
      (await startedDeadline(world, clientId, on, { ...of, ...more })).deadlineId;
    const late = await begun('2026-11-12');
    const due = await begun('2026-11-13');
    const coming = await begun('2026-11-16');
    const appeal = await begun('2026-11-02', { rule: 'appeal' });
    await begun('2026-11-24', { rule: 'protectionAssessmentReady' });
    const expected = { late: [late], due: [due], coming: [coming], others: [appeal], unexplained: [] };
    for (const list of LISTS) {
      expect(ids(await mine(worker, list))).toEqual(expected[list]);
      expect(ids(await ofUnit(world, worker, list))).toEqual(expected[list]);
    }
    expect((await mine(worker, 'late')).json).toMatchObject({
      deadlines: [
        {
          rule: 'protectionAssessmentStart',
          dueOn: '2026-11-23',
          late: true,
          reasonMissing: true,
          purpose: 'duty',
          client: { family: 'Mallila', given: 'Aino' },
        },
      ],
    });
    for (const path of ['own', `units/${world.units.families}`]) {
      expect((await worker.call('GET', `/v1/deadlines/${path}/counts`)).json).toEqual({
        late: { count: 1, more: false },
        due: { count: 1, more: false },
        coming: { count: 1, more: false },
        others: { count: 1, more: false },
        unexplained: { count: 0, more: false },
      });
    }
  });

  test('come a page at a time, and each page is on the log with the clients it named', async () => {
    const { world, worker, clientId } = await setting();
    const workerId = worker.userId;
    const begun = [];
    for (const on of ['2026-11-05', '2026-11-09', '2026-11-06']) {
      begun.push((await startedDeadline(world, clientId, on, { workerId })).deadlineId);
    }
    const first = await mine(worker, 'late', '&limit=2');
    expect(ids(first)).toEqual([begun[0], begun[2]]);
    const cursor = Page.parse(first.json).next;
    expect(ids(await mine(worker, 'late', `&limit=2&cursor=${cursor}`))).toEqual([begun[1]]);
    expect((await mine(worker, 'due', `&cursor=${cursor}`)).json).toMatchObject({ code: 'request.invalid' });
    const lines = (await linesOf(world.services)).filter(
      ({ eventName, outcome }) => eventName === 'OwnDeadlinesListed' && outcome.result === 'allowed',
    );
    expect(lines.map(({ clients }) => clients)).toEqual([[clientId], [clientId]]);
  });

  test('of a unit are shown to who has a right there, of the service tasks it covers, and no restricted client', async () => {
    const { world, worker, clientId } = await setting();
    const hidden = await newClient(world, worker, { name: 'Rajattu Eino' });
    const shown = await startedDeadline(world, clientId, '2026-11-12');
    const ofSubstance = await startedDeadline(world, clientId, '2026-11-12', { serviceTasks: ['substance'] });
    await startedDeadline(world, hidden, '2026-11-12');
    await restrictTo(world, hidden, [worker.userId]);
    const narrow = await world.worker('implementing', { serviceTasks: ['families'] });
    expect(ids(await ofUnit(world, narrow, 'late'))).toEqual([shown.deadlineId]);
    const wide = await world.worker('implementing', { serviceTasks: ['families', 'substance'] });
    expect(ids(await ofUnit(world, wide, 'late')).toSorted()).toEqual(
      [shown.deadlineId, ofSubstance.deadlineId].toSorted(),
    );
    const elsewhere = await world.worker('implementing', { unitIds: [world.units.adults] });
    expect((await ofUnit(world, elsewhere, 'late')).json).toMatchObject({ code: 'access.notAllowed' });
  });

  test('hold those of an intake matter that has no client yet', async () => {
    const { world, worker } = await setting();
    const { changes, deadline } = startDeadline(actingContext(world), {
      rule: 'protectionUrgentNeed',
      start: { on: LocalDate.parse('2026-11-24') },
      partition: bodyKey(world.controller, BodyId.parse(newId(world.services))).pk,
      subject: { kind: 'intake', id: 'X' },
      serviceTasks: ['families'],
      unitId: world.units.families,
    });
    await committed(world, changes);
    const told = await ofUnit(world, worker, 'due');
    expect(ids(told)).toEqual([deadline.deadlineId]);
    expect(told.body).not.toContain('family');
  });
});

describe('a time that was exceeded', () => {
  test('asks for its reason until somebody records it; the words are sealed and read in the file', async () => {
    const { world, worker, clientId } = await setting();
    const started = await startedDeadline(world, clientId, '2026-11-12', { workerId: worker.userId });
    const { deadlineId } = started;
    await committed(
      world,
      meetDeadline(actingContext(world), started, { on: LocalDate.parse('2026-11-24') }).changes,
    );
    expect(ids(await mine(worker, 'unexplained'))).toEqual([deadlineId]);
    expect(ids(await mine(worker, 'late'))).toEqual([]);

    const body = { reason: 'clientNotReached', words: 'Perhettä ei tavoitettu.' };
    const told = await worker.call('POST', at(clientId, deadlineId, '/lateness'), { body, version: 2 });
    expect(told.json).toEqual({ deadlineId, version: 3 });
    expect(ids(await mine(worker, 'unexplained'))).toEqual([]);
    expect((await worker.call('GET', at(clientId, deadlineId))).json).toMatchObject({
      state: 'lateMet',
      reason: 'clientNotReached',
      words: 'Perhettä ei tavoitettu.',
      reasonMissing: false,
    });
    expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain('tavoitettu');
    const stale = await worker.call('POST', at(clientId, deadlineId, '/lateness'), { body, version: 2 });
    expect(stale.json).toMatchObject({ code: 'request.stale' });
  });

  test('has its reason recorded while it runs still, and what is not late has none', async () => {
    const { world, worker, clientId } = await setting();
    const late = await startedDeadline(world, clientId, '2026-11-12', { workerId: worker.userId });
    const fresh = await startedDeadline(world, clientId, '2026-11-20', { workerId: worker.userId });
    const said = { body: { reason: 'staffShortage' }, version: 1 };
    expect((await worker.call('POST', at(clientId, late.deadlineId, '/lateness'), said)).status).toBe(200);
    expect((await mine(worker, 'late')).json).toMatchObject({
      deadlines: [{ deadlineId: late.deadlineId, late: true, reason: 'staffShortage', reasonMissing: false }],
    });
    const told = await worker.call('POST', at(clientId, fresh.deadlineId, '/lateness'), said);
    expect(told.json).toMatchObject({ code: 'deadline.isNotLate' });
  });
});

describe('the times of one client', () => {
  test('are part of the file: those that run and those that have ended', async () => {
    const { world, worker, clientId } = await setting();
    const running = await startedDeadline(world, clientId, '2026-11-20');
    const mistaken = await startedDeadline(world, clientId, '2026-11-20');
    const cancelled = await worker.call('POST', at(clientId, mistaken.deadlineId, '/cancel'), {
      body: { ground: 'mistake' },
      version: 1,
    });
    expect(cancelled.status).toBe(200);
    const list = (more = '') => worker.call('GET', `/v1/deadlines/clients/${clientId}${more}`);
    expect(ids(await list())).toEqual([running.deadlineId]);
    expect((await list('?ended=true')).json).toMatchObject({
      deadlines: [{ deadlineId: mistaken.deadlineId, state: 'cancelled', cancelGround: 'mistake' }],
    });
    const again = await worker.call('POST', at(clientId, mistaken.deadlineId, '/cancel'), {
      body: { ground: 'mistake' },
      version: 2,
    });
    expect(again.json).toMatchObject({ code: 'deadline.isOver' });
  });

  test('are for who has a tie to the client; one of another service task is not there', async () => {
    const { world, worker, clientId } = await setting();
    const { deadlineId } = await startedDeadline(world, clientId, '2026-11-20', {
      serviceTasks: ['substance'],
    });
    const narrow = await world.worker('implementing', { serviceTasks: ['families'] });
    expect((await narrow.call('GET', at(clientId, deadlineId))).json).toMatchObject({
      code: 'request.notFound',
    });
    expect(ids(await narrow.call('GET', `/v1/deadlines/clients/${clientId}`))).toEqual([]);
    const stranger = await world.worker('implementing', { unitIds: [world.units.adults] });
    expect((await stranger.call('GET', at(clientId, deadlineId))).json).toMatchObject({
      code: 'access.noTie',
    });
    const none = DeadlineId.parse(newId(world.services));
    expect((await worker.call('GET', at(clientId, none))).json).toMatchObject({ code: 'request.notFound' });
  });
});

test('the times of the law are listed with their sources', async () => {
  const { worker } = await setting();
  const told = await worker.call('GET', '/v1/deadlines/rules');
  const { rules } = z.object({ rules: z.array(z.looseObject({ rule: z.string() })) }).parse(told.json);
  expect(rules.filter(({ rule }) => rule === 'afterCare')).toMatchObject([
    { status: 'fromMemory', validity: { to: '2023-12-31' } },
    { statute: '417/2007 § 75 (1283/2023)', count: { latestAge: 23 } },
  ]);
});
