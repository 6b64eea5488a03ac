import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { begun, finalise, opened } from '../support/documents.ts';
import { inventedCode } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Lastensuojelun asiakassuunnitelma, and one of the families' services. */
const CHILDS_PLAN = '1.2.246.537.6.1506.15009.2024.11.28';
const FAMILY_WORK_PLAN = '1.2.246.537.6.1506.15014.2023.9.27';

const CHILD = inventedCode(LocalDate.parse('2014-05-02'), 905);

type Case = { world: World; worker: Worker; clientId: ClientId; caseId: CaseId };

async function childWelfareCase(): Promise<Case> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { code: CHILD });
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['childWelfare'] });
  return { world, worker, clientId, caseId };
}

const drafted = ({ worker, clientId, caseId }: Case, more: Record<string, unknown> = {}): Promise<string> =>
  begun(worker, clientId, {
    definitionOid: CHILDS_PLAN,
    caseId,
    serviceTasks: ['childWelfare'],
    content: { lastensuojelun_asiakassuunnitelma: {} },
    ...more,
  });

const make = (worker: Worker, clientId: ClientId, draftId: string, more = {}): Promise<Told> =>
  worker.call('POST', `/v1/plans/clients/${clientId}/plans`, { body: { draftId, draftVersion: 1, ...more } });

async function made(of: Case, more = {}): Promise<{ planId: string; documentId: string; reviewBy: string }> {
  const told = await make(of.worker, of.clientId, await drafted(of), more);
  if (told.status !== 201) throw new Error(`not made: ${told.body ?? ''}`);
  return z.looseObject({ planId: z.string(), documentId: z.string(), reviewBy: z.string() }).parse(told.json);
}

const Plans = z.object({ plans: z.array(z.looseObject({ planId: z.string(), state: z.string() })) });

async function plansOf({ worker, clientId }: Case, which: 'plans' | 'ended' = 'plans') {
  return Plans.parse((await worker.call('GET', `/v1/plans/clients/${clientId}/${which}`)).json).plans;
}

async function missingOf({ world, worker }: Case): Promise<string[]> {
  await world.drained();
  const told = await worker.call('GET', `/v1/plans/units/${world.units.families}/missing`);
  const { cases } = z.object({ cases: z.array(z.object({ caseId: z.string() }).loose()) }).parse(told.json);
  return cases.map(({ caseId }) => caseId);
}

const planAt = ({ clientId }: Case, planId: string, what: string): string =>
  `/v1/plans/clients/${clientId}/plans/${planId}/${what}`;

describe('a client plan', () => {
  test('is made of a draft: its document is final, and the law says when it is reviewed [U-4.23] [U-5.4] [K-6.6]', async () => {
    const of = await childWelfareCase();
    const { planId, documentId, reviewBy } = await made(of);
    expect(reviewBy).toBe('2027-11-24');
    expect((await opened(of.worker, of.clientId, documentId)).json).toMatchObject({
      documentType: 'Suunnitelma',
      kind: 'clientPlan',
      state: 'final',
      caseId: of.caseId,
    });
    expect(await plansOf(of)).toMatchObject([{ planId, documentId, state: 'inForce', reviewBy }]);
  });

  test('of a child is reviewed within a year: earlier as agreed, later is refused', async () => {
    const of = await childWelfareCase();
    const late = await make(of.worker, of.clientId, await drafted(of), { reviewBy: '2027-11-25' });
    expect(late).toMatchObject({ status: 422, json: { code: 'plan.notValid' } });
    const soon = await make(of.worker, of.clientId, await drafted(of), { reviewBy: '2026-11-24' });
    expect(soon.status).toBe(422);
    expect((await made(of, { reviewBy: '2027-05-01' })).reviewBy).toBe('2027-05-01');
  });

  test('takes the place of the one before it, which stays to be read', async () => {
    const of = await childWelfareCase();
    const first = await made(of);
    of.world.clock.advance(60);
    const second = await made(of);
    expect(await plansOf(of)).toMatchObject([{ planId: second.planId, replaces: first.planId }]);
    expect(await plansOf(of, 'ended')).toMatchObject([
      { planId: first.planId, state: 'replaced', replacedBy: second.planId },
    ]);
    expect((await opened(of.worker, of.clientId, first.documentId)).status).toBe(200);
  });

  test('that is good as it is begins a new year with its review', async () => {
    const of = await childWelfareCase();
    const { planId } = await made(of);
    of.world.clock.advance(60 * 24 * 100);
    const path = planAt(of, planId, 'review');
    const body = { reviewedOn: '2027-03-01' };
    expect((await of.worker.call('POST', path, { version: 1, body })).status).toBe(200);
    expect(await plansOf(of)).toMatchObject([{ planId, reviewedOn: '2027-03-01', reviewBy: '2028-03-01' }]);
    expect(await of.worker.call('POST', path, { version: 1, body })).toMatchObject({
      status: 412,
      json: { code: 'request.stale' },
    });
    const early = { version: 2, body: { reviewedOn: '2026-11-01' } };
    expect((await of.worker.call('POST', path, early)).status).toBe(422);
  });

  test('is made by its own act, in an active case, and of nothing that is no plan', async () => {
    const of = await childWelfareCase();
    const { worker, clientId } = of;
    expect(await finalise(worker, clientId, await drafted(of))).toMatchObject({
      status: 409,
      json: { code: 'document.byAct', details: { module: 'plans' } },
    });
    const noCase = await drafted(of, { caseId: undefined });
    expect(await make(worker, clientId, noCase)).toMatchObject({ json: { code: 'plan.noCase' } });
    expect(await make(worker, clientId, await begun(worker, clientId))).toMatchObject({
      json: { code: 'document.byAct' },
    });
    expect((await make(worker, clientId, noCase, { draftVersion: 2 })).status).toBe(412);
    expect((await make(await of.world.worker('broadResponsibility'), clientId, noCase)).status).toBe(404);
  });

  test('made twice at once is made once', async () => {
    const of = await childWelfareCase();
    const draftId = await drafted(of);
    const told = await Promise.all([1, 2].map(() => make(of.worker, of.clientId, draftId)));
    expect(Math.min(...told.map(({ status }) => status))).toBe(201);
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await plansOf(of)).toHaveLength(1);
  });
});

describe('who has no plan', () => {
  test('every client of child welfare is listed until a plan is made, and again when it ends [J-1.22] [J-1.23]', async () => {
    const of = await childWelfareCase();
    const { world, worker, clientId, caseId } = of;
    await openedCase(world, worker, clientId, { serviceTasks: ['families'] });
    expect(await missingOf(of)).toEqual([caseId]);
    const { planId } = await made(of);
    expect(await missingOf(of)).toEqual([]);
    const ended = await worker.call('POST', planAt(of, planId, 'end'), {
      version: 1,
      body: { endedOn: '2026-11-24', endGround: 'otherGround' },
    });
    expect(ended.status).toBe(200);
    expect(await missingOf(of)).toEqual([caseId]);
    await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'serviceEnded' });
    expect(await missingOf(of)).toEqual([]);
  });

  test('another plan than the client plan leaves the client listed [K-6.8]', async () => {
    const of = await childWelfareCase();
    const draftId = await drafted(of, {
      definitionOid: FAMILY_WORK_PLAN,
      content: { perhetyon_suunnitelma: {} },
    });
    const told = await make(of.worker, of.clientId, draftId);
    expect(told.status).toBe(201);
    expect(told.json).not.toHaveProperty('reviewBy');
    expect(await missingOf(of)).toEqual([of.caseId]);
  });

  test('a case that becomes one of child welfare is listed from then on', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { code: CHILD });
    const caseId = await openedCase(world, worker, clientId);
    const of = { world, worker, clientId, caseId };
    expect(await missingOf(of)).toEqual([]);
    await act(worker, clientId, caseId, '', { serviceTasks: ['families', 'childWelfare'] });
    expect(await missingOf(of)).toEqual([caseId]);
  });
});

describe('a unit’s plans', () => {
  test('are listed by the day of their review, for the unit’s own workers', async () => {
    const of = await childWelfareCase();
    const { planId } = await made(of, { reviewBy: '2027-02-01' });
    await of.world.drained();
    const path = `/v1/plans/units/${of.world.units.families}/reviews`;
    const told = await of.worker.call('GET', path);
    expect(told.json).toMatchObject({
      plans: [{ planId, reviewBy: '2027-02-01', client: { family: 'Esimerkki' } }],
    });
    const stranger = await of.world.worker('broadResponsibility', { unitIds: [of.world.units.adults] });
    expect((await stranger.call('GET', path)).status).toBe(403);
  });
});
