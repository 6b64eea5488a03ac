import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import {
  CHILDS_PLAN,
  childWelfareCase,
  close,
  planned,
  plansOf,
  stateOf,
  summaryDraft,
} from '../support/closing.ts';
import { actOn, decisionsOf, planBody, prepare, workerInPost } from '../support/decisions.ts';
import { begun, draftsAt, listed, opened, summaryOf } from '../support/documents.ts';
import { factsOf } from '../support/facts.ts';
import { inventedCode } from '../support/people.ts';
import { givenTask } from '../support/tasks.ts';
import { worldOfDecisions } from '../support/world-of-decisions.ts';

/** Asian päättäminen: what ends with a case, what must have ended before it, and the summary that closes it. */

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

  test('afterwards, for a month that is over, with as much beside it as a commit holds', async () => {
    const of = await childWelfareCase();
    const { world, worker, clientId, caseId } = of;
    for (let nth = 0; nth < 12; nth += 1) await givenTask(world, worker, clientId, { caseId });
    world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
    const told = await close(of);
    expect(told.status, told.body).toBe(200);
    expect((await worker.call('GET', `/v1/tasks/clients/${clientId}`)).json).toMatchObject({ tasks: [] });
    expect(await factsOf(world, '2026-11')).toContainEqual(
      expect.objectContaining({ kind: 'caseClosed', on: '2026-11-24' }),
    );
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
