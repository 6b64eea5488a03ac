import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { act, openedCase, storedCase } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { worldOf } from '../support/controllers.ts';
import {
  actOn,
  decisionsOf,
  planBody,
  prepare,
  workerInPost,
  worldOfDecisions,
} from '../support/decisions.ts';
import { aDraft, begun, draftsAt, listed, opened, summaryOf } from '../support/documents.ts';
import { factsOf } from '../support/facts.ts';
import { inventedCode } from '../support/people.ts';
import { givenTask } from '../support/tasks.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** Asian päättäminen: what ends with a case, what must have ended before it, and the summary that closes it. */

const CHILDS_PLAN = '1.2.246.537.6.1506.15009.2024.11.28';
const FAMILY_WORK_PLAN = '1.2.246.537.6.1506.15014.2023.9.27';
const END = { closedOn: '2026-11-24', ground: 'needEnded' };

type Case = { world: World; worker: Worker; clientId: ClientId; caseId: CaseId };

async function childWelfareCase(more: Record<string, unknown> = {}): Promise<Case> {
  const world = await worldOf(defaultSettings);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, {
    code: inventedCode(LocalDate.parse('2014-05-02'), 907),
  });
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: ['childWelfare', 'families'],
    ...more,
  });
  return { world, worker, clientId, caseId };
}

async function planned({ worker, caseId }: Case, clientId: ClientId, definitionOid = CHILDS_PLAN) {
  const key = definitionOid === CHILDS_PLAN ? 'lastensuojelun_asiakassuunnitelma' : 'perhetyon_suunnitelma';
  const draftId = await begun(worker, clientId, {
    definitionOid,
    caseId,
    serviceTasks: ['childWelfare'],
    content: { [key]: {} },
  });
  const path = `/v1/plans/clients/${clientId}/plans`;
  const told = await worker.call('POST', path, { body: { draftId, draftVersion: 1 } });
  if (told.status !== 201) throw new Error(`not made: ${told.body ?? ''}`);
  return z.looseObject({ planId: z.string() }).parse(told.json).planId;
}

const plansOf = async ({ worker }: Case, clientId: ClientId, which: 'plans' | 'ended') =>
  (await worker.call('GET', `/v1/plans/clients/${clientId}/${which}`)).json;

const summaryDraft = (worker: Worker, clientId: ClientId, more: Record<string, unknown>): Promise<string> =>
  begun(worker, clientId, aDraft({ content: summaryOf('Perheen arki kantaa.'), ...more }));

const close = ({ worker, clientId, caseId }: Case, more: Record<string, unknown> = {}): Promise<Told> =>
  act(worker, clientId, caseId, 'close', { ...END, ...more });

const stateOf = async ({ world, caseId }: Case, clientId: ClientId): Promise<string | undefined> => {
  const { active, closed } = await storedCase(world, clientId, caseId);
  return (active ?? closed)?.state;
};

describe('a case is closed', () => {
  test('with its summary: one act makes it final, ends the plan, its times and its tasks, and says so in one line', async () => {
    const of = await childWelfareCase();
    const { world, worker, clientId, caseId } = of;
    const planId = await planned(of, clientId);
    await givenTask(world, worker, clientId, { caseId });
    const draftId = await summaryDraft(worker, clientId, { caseId });

    const told = await close(of, { summary: { draftId, draftVersion: 1 } });
    expect(told.status).toBe(200);
    const { documentId } = z.looseObject({ documentId: z.string() }).parse(told.json);
    expect((await opened(worker, clientId, documentId)).json).toMatchObject({
      documentType: 'Yhteenveto',
      state: 'final',
      caseId,
      content: summaryOf('Perheen arki kantaa.'),
    });
    expect((await worker.call('GET', `${draftsAt(clientId)}/${draftId}`)).status).toBe(404);
    expect(await plansOf(of, clientId, 'plans')).toMatchObject({ plans: [] });
    expect(await plansOf(of, clientId, 'ended')).toMatchObject({
      plans: [{ planId, state: 'ended', endedOn: '2026-11-24', endGround: 'caseClosed' }],
    });
    expect((await worker.call('GET', `/v1/deadlines/clients/${clientId}?ended=false`)).json).toMatchObject({
      deadlines: [],
    });
    expect((await worker.call('GET', `/v1/deadlines/clients/${clientId}?ended=true`)).json).toMatchObject({
      deadlines: [{ state: 'cancelled', cancelGround: 'matterClosed' }],
    });
    expect((await worker.call('GET', `/v1/tasks/clients/${clientId}`)).json).toMatchObject({ tasks: [] });
    expect(await factsOf(world, '2026-11')).toContainEqual(
      expect.objectContaining({ kind: 'planEnded', on: '2026-11-24', code: 'caseClosed' }),
    );
    const lines = await logOf(world, clientId);
    expect(lines.filter(({ eventName }) => eventName === 'CaseClosed')).toMatchObject([
      {
        resources: expect.arrayContaining([
          expect.objectContaining({ kind: 'case', id: caseId }),
          expect.objectContaining({ kind: 'plan', id: planId }),
          expect.objectContaining({ kind: 'document', id: documentId }),
          expect.objectContaining({ kind: 'task' }),
          expect.objectContaining({ kind: 'deadline' }),
        ]),
        dataGroups: expect.arrayContaining(['case', 'plans', 'documents', 'deadlines', 'tasks']),
      },
    ]);
  });

  test('only when its services have ended: the refusal counts those that go on, and nothing has moved', async () => {
    const of = await childWelfareCase();
    const { world, worker, clientId, caseId } = of;
    const other = await openedCase(world, worker, clientId);
    await openedService(worker, clientId, other);
    const [granted, begunOne] = [
      await openedService(worker, clientId, caseId),
      await openedService(worker, clientId, caseId, { socialService: 'familyHomeService' }),
    ];
    await actOnService(worker, begunOne, 'start', 1, { startedOn: '2026-11-24' });
    const draftId = await summaryDraft(worker, clientId, { caseId });
    const summary = { draftId, draftVersion: 1 };
    expect(await close(of, { summary })).toMatchObject({
      status: 409,
      json: { code: 'case.goesOn', details: { services: 2 } },
    });
    expect(await stateOf(of, clientId)).toBe('open');
    expect((await listed(worker, clientId)).documents).toEqual([]);
    const end = { endedOn: '2026-11-24', endGround: 'needEnded' };
    expect((await actOnService(worker, granted, 'end', 1, end)).status).toBe(200);
    expect(await close(of, { summary })).toMatchObject({ json: { details: { services: 1 } } });
    expect((await actOnService(worker, begunOne, 'end', 2, end)).status).toBe(200);
    // A service of another case is none of its business.
    expect((await close(of, { summary })).status).toBe(200);
  });

  test('only when what is decided in it has ended: a decision that is prepared is made or cancelled first', async () => {
    const world = await worldOfDecisions();
    const worker = await workerInPost(world, 'broadResponsibility');
    const clientId = await newClient(world, worker, {
      code: inventedCode(LocalDate.parse('1980-05-05'), 905),
    });
    const caseId = await openedCase(world, worker, clientId, {
      serviceTasks: ['workingAge'],
      responsibleWorkerId: worker.userId,
    });
    const of = { world, worker, clientId, caseId };
    const told = await prepare(worker, clientId, { caseId, kind: '11052', ...planBody() });
    expect(told.status).toBe(201);
    expect(await close(of)).toMatchObject({
      status: 409,
      json: { code: 'case.goesOn', details: { services: 0, decisions: 1 } },
    });
    const at = `${decisionsOf(clientId)}/${String(told.json['decisionId'])}`;
    const cancelled = await actOn(worker, at, 'cancel', { ground: 'notNeeded', words: 'Asia raukesi.' });
    expect(cancelled.status).toBe(200);
    expect((await close(of)).status).toBe(200);
  });

  test('with a summary of its own and with no other draft', async () => {
    const of = await childWelfareCase();
    const { world, worker, clientId, caseId } = of;
    const other = await openedCase(world, worker, clientId);
    const inOther = await summaryDraft(worker, clientId, { caseId: other });
    const inNone = await summaryDraft(worker, clientId, {});
    const plan = await begun(worker, clientId, {
      definitionOid: CHILDS_PLAN,
      caseId,
      serviceTasks: ['childWelfare'],
      content: { lastensuojelun_asiakassuunnitelma: {} },
    });
    const own = await summaryDraft(worker, clientId, { caseId });
    for (const [draftId, draftVersion, code] of [
      [inOther, 1, 'case.notItsSummary'],
      [inNone, 1, 'case.notItsSummary'],
      [plan, 1, 'document.byAct'],
      [own, 2, 'request.stale'],
    ] as const) {
      expect((await close(of, { summary: { draftId, draftVersion } })).json).toMatchObject({ code });
    }
    const colleague = await world.worker('broadResponsibility');
    const theirs = await close({ ...of, worker: colleague }, { summary: { draftId: own, draftVersion: 1 } });
    expect(theirs.status).toBe(404);
    expect(await stateOf(of, clientId)).toBe('open');
    expect((await close(of, { summary: { draftId: own, draftVersion: 1 } })).status).toBe(200);
  });

  test('and opened again: it has no plan, and is listed as lacking one', async () => {
    const of = await childWelfareCase();
    const { world, worker, clientId, caseId } = of;
    await planned(of, clientId);
    expect((await close(of)).status).toBe(200);
    expect((await act(worker, clientId, caseId, 'reopen')).status).toBe(200);
    await world.drained();
    const missing = await worker.call('GET', `/v1/plans/units/${world.units.families}/missing`);
    expect(missing.json).toMatchObject({ cases: [{ caseId }] });
  });
});

describe('a shared case is closed', () => {
  async function siblings(more: number): Promise<Case & { others: ClientId[] }> {
    const world = await worldOf(defaultSettings);
    const worker = await world.worker('broadResponsibility');
    const clients: ClientId[] = [];
    for (let nth = 0; nth <= more; nth += 1) {
      const code = inventedCode(LocalDate.parse(`20${10 + nth}-05-02`), 911);
      clients.push(await newClient(world, worker, { code }));
    }
    const [clientId, ...others] = clients;
    if (clientId === undefined) throw new Error('no client');
    const serviceTasks = ['childWelfare', 'families'];
    const caseId = await openedCase(world, worker, clientId, { serviceTasks, otherClientIds: others });
    return { world, worker, clientId, caseId, others };
  }

  test('with what each of its clients has: a service of one keeps it open, plans of all end, one summary is in every file', async () => {
    const of = await siblings(1);
    const { worker, clientId, caseId, others } = of;
    const [brother = clientId] = others;
    await planned(of, clientId);
    await planned(of, brother, FAMILY_WORK_PLAN);
    const service = await openedService(worker, brother, caseId);
    const draftId = await summaryDraft(worker, clientId, { caseId });
    const summary = { draftId, draftVersion: 1, alsoOf: others };
    expect(await close(of, { summary })).toMatchObject({ json: { details: { services: 1 } } });
    await actOnService(worker, service, 'end', 1, { endedOn: '2026-11-24', endGround: 'needEnded' });
    const told = await close(of, { summary });
    expect(told.status).toBe(200);
    const { documentId } = z.looseObject({ documentId: z.string() }).parse(told.json);
    for (const client of [clientId, brother]) {
      expect(await stateOf(of, client)).toBe('closed');
      expect(await plansOf(of, client, 'plans')).toMatchObject({ plans: [] });
      expect(await plansOf(of, client, 'ended')).toMatchObject({ plans: [{ endGround: 'caseClosed' }] });
      expect((await opened(worker, client, documentId)).json).toMatchObject({ state: 'final', caseId });
    }
  });

  test('of many clients in parts when all of it does not fit: the summary first, then the case', async () => {
    const of = await siblings(6);
    const { worker, clientId, caseId, others } = of;
    const stranger = await newClient(of.world, worker, { name: 'Vieras Ville' });
    const draftId = await summaryDraft(worker, clientId, { caseId });
    const summary = { draftId, draftVersion: 1, alsoOf: others };
    expect((await close(of, { summary: { ...summary, alsoOf: [stranger] } })).json).toMatchObject({
      code: 'document.notOfCase',
    });
    expect(await close(of, { summary })).toMatchObject({ status: 409, json: { code: 'case.tooMuchAtOnce' } });
    expect(await stateOf(of, clientId)).toBe('open');
    const path = `${draftsAt(clientId)}/${draftId}/finalise`;
    const final = await worker.call('POST', path, { body: { draftVersion: 1, alsoOf: others } });
    expect(final.status).toBe(201);
    expect((await close(of)).status).toBe(200);
  });
});
