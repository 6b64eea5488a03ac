import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { escalate } from '../../functions/deadlines/escalate.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
import { act, caseAt, openedCase, storedCase } from '../support/cases.ts';
import { standingUnit, startedDeadline } from '../support/deadlines.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { givenTask } from '../support/tasks.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Minutes of a day. */
const DAY = 1440;

/** A case of the families' unit is proposed to the adults' unit. */
type Setting = {
  world: World;
  worker: Worker;
  receiver: Worker;
  supervisor: Worker;
  clientId: ClientId;
  caseId: CaseId;
};

async function setting(more: Record<string, unknown> = {}): Promise<Setting> {
  const world = await testWorld();
  await standingUnit(world, world.units.adults);
  const worker = await world.worker('broadResponsibility');
  const receiver = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const supervisor = await world.worker('supervisor', { unitIds: [world.units.adults] });
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId, ...more });
  return { world, worker, receiver, supervisor, clientId, caseId };
}

const propose = ({ world, worker, clientId, caseId }: Setting): Promise<Told> =>
  act(worker, clientId, caseId, 'transfers', { toUnitId: world.units.adults, reason: 'Perhe on muuttanut.' });

async function proposed(of: Setting): Promise<{ at: string; transferId: string }> {
  const told = await propose(of);
  const { transferId } = z.object({ transferId: z.string() }).parse(told.json);
  return { at: `${caseAt(of.clientId, of.caseId)}/transfers/${transferId}`, transferId };
}

const waiting = async ({ world }: Setting, worker: Worker): Promise<string[]> => {
  const told = await worker.call('GET', `/v1/cases/units/${world.units.adults}/transfers`);
  const page = z.object({ transfers: z.array(z.looseObject({ transferId: z.string() })) });
  return page.parse(told.json).transfers.map(({ transferId }) => transferId);
};

describe('a transfer between units', () => {
  test('is proposed, read and accepted: case, deadlines and tasks are in the new unit in one commit', async () => {
    const of = await setting();
    const { world, worker, receiver, supervisor, clientId, caseId } = of;
    await startedDeadline(world, clientId, '2026-11-05', { caseId, workerId: worker.userId });
    await givenTask(world, worker, clientId, { caseId });
    const { at, transferId } = await proposed(of);
    expect(await waiting(of, receiver)).toEqual([transferId]);
    expect((await supervisor.call('GET', at)).json).toMatchObject({
      state: 'proposed',
      until: '2026-12-08',
      reason: 'Perhe on muuttanut.',
      case: { name: 'Perheen tuen tarve', version: 2 },
    });
    const body = { responsibleWorkerId: receiver.userId };
    expect((await supervisor.call('POST', `${at}/accept`, { body, version: 2 })).json).toMatchObject({
      version: 3,
    });

    const { active } = await storedCase(world, clientId, caseId);
    expect(active).toMatchObject({ unitId: world.units.adults, responsibleWorkerId: receiver.userId });
    expect(active).not.toHaveProperty('referredTo');
    const late = await receiver.call('GET', '/v1/deadlines/own?list=late');
    expect(late.json).toMatchObject({ deadlines: [{ caseId, unitId: world.units.adults }] });
    const queue = await receiver.call('GET', `/v1/tasks/units/${world.units.adults}?list=queue`);
    expect(queue.json).toMatchObject({ tasks: [{ caseId }] });
    expect(await waiting(of, receiver)).toEqual([]);
    expect((await receiver.call('GET', at)).json).toMatchObject({ state: 'accepted', endedOn: '2026-11-24' });
    const [line, ...others] = (await linesOf(world.services)).filter(
      ({ eventName }) => eventName === 'TransferAccepted',
    );
    expect(others).toEqual([]);
    expect(line?.basis).toMatchObject({ kind: 'referral', reference: caseId });
    expect(line?.resources.map(({ kind }) => kind)).toEqual(['case', 'deadline', 'task']);
    expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain('muuttanut');
  });

  test('opens this one case to the unit that was asked, on the log, and nothing else of the client', async () => {
    const of = await setting();
    const { world, worker, receiver, clientId, caseId } = of;
    const other = await openedCase(world, worker, clientId);
    expect((await receiver.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      code: 'access.noTie',
    });
    await proposed(of);
    expect((await receiver.call('GET', caseAt(clientId, caseId))).json).toMatchObject({ caseId });
    expect((await receiver.call('GET', caseAt(clientId, other))).json).toMatchObject({
      code: 'request.notFound',
    });
    for (const path of [
      `/v1/clients/${clientId}`,
      `/v1/cases/clients/${clientId}/closed`,
      `/v1/tasks/clients/${clientId}`,
    ]) {
      expect((await receiver.call('GET', path)).json).toMatchObject({ code: 'access.noTie' });
    }
    const note = await act(worker, clientId, caseId, 'suspend', { suspendedOn: '2026-11-24' });
    expect(note.status).toBe(200);
    const lines = await linesOf(world.services);
    expect(lines.find(({ basis }) => basis.kind === 'referral')).toMatchObject({
      eventName: 'CaseRead',
      clients: [clientId],
      basis: { reference: caseId },
    });
    const stranger = await world.worker('broadResponsibility', {
      unitIds: [world.units.adults],
      serviceTasks: ['older'],
    });
    expect((await stranger.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      code: 'access.noTie',
    });
  });

  test('ends for the unit that was asked when its days are over; the proposer takes it back and proposes anew', async () => {
    const of = await setting();
    const { world, worker, receiver, clientId, caseId } = of;
    const { at } = await proposed(of);
    world.clock.advance(15 * 24 * 60);
    expect((await receiver.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      code: 'access.noTie',
    });
    expect(await waiting(of, receiver)).toEqual([]);
    expect((await propose(of)).json).toMatchObject({ code: 'transfer.isProposed' });
    expect((await worker.call('POST', `${at}/withdraw`, { version: 2 })).json).toMatchObject({ version: 3 });
    expect((await worker.call('POST', `${at}/withdraw`, { version: 3 })).json).toMatchObject({
      code: 'transfer.isOver',
    });
    expect((await propose(of)).status).toBe(200);
    expect(await waiting(of, receiver)).toHaveLength(1);
  });

  test('that nobody answers puts a task before its proposer after the days the controller gives, once, until it is answered', async () => {
    const of = await setting();
    const { world, worker, receiver, clientId, caseId } = of;
    const { at } = await proposed(of);
    const reminders = async (): Promise<unknown[]> => {
      await escalate(world.services, [world.controller]);
      const told = await worker.call('GET', '/v1/tasks/own');
      return z.object({ tasks: z.array(z.looseObject({})) }).parse(told.json).tasks;
    };
    world.clock.advance(6 * DAY);
    expect(await reminders()).toEqual([]);
    world.clock.advance(DAY);
    const reminder = { kind: 'transferNotAnswered', subject: { kind: 'case', id: caseId }, clientId };
    expect(await reminders()).toMatchObject([reminder]);
    world.clock.advance(DAY);
    expect(await reminders()).toHaveLength(1);
    const body = { responsibleWorkerId: receiver.userId };
    expect((await receiver.call('POST', `${at}/accept`, { body, version: 2 })).status).toBe(200);
    expect(await reminders()).toEqual([]);
  });

  test('is returned with a reason, and the case stands as it did before', async () => {
    const of = await setting();
    const { world, worker, receiver, clientId, caseId } = of;
    const before = (await storedCase(world, clientId, caseId)).active;
    const { at } = await proposed(of);
    const body = { reason: 'Perhe asuu edelleen alueellanne.' };
    expect((await receiver.call('POST', `${at}/return`, { body, version: 2 })).status).toBe(200);
    const { active } = await storedCase(world, clientId, caseId);
    expect(active).toEqual({
      ...before,
      version: 3,
      earlier: active?.earlier,
      updatedAt: active?.updatedAt,
      updatedBy: receiver.userId,
    });
    expect((await receiver.call('GET', at)).json).toMatchObject({ code: 'access.noTie' });
    expect((await worker.call('GET', at)).json).toMatchObject({
      state: 'returned',
      returnReason: body.reason,
    });
    const late = { body: { responsibleWorkerId: receiver.userId }, version: 3 };
    expect((await receiver.call('POST', `${at}/accept`, late)).json).toMatchObject({ code: 'access.noTie' });
  });

  test('is answered by the unit that was asked and by no other', async () => {
    const of = await setting();
    const { worker } = of;
    const { at } = await proposed(of);
    const body = { responsibleWorkerId: worker.userId };
    expect((await worker.call('POST', `${at}/accept`, { body, version: 2 })).json).toMatchObject({
      code: 'access.notAllowed',
    });
    const reason = { reason: 'Ei.' };
    expect((await worker.call('POST', `${at}/return`, { body: reason, version: 2 })).json).toMatchObject({
      code: 'access.notAllowed',
    });
  });

  test('goes to a unit that is there and is another; a closed case goes nowhere', async () => {
    const of = await setting();
    const { world, worker, clientId, caseId } = of;
    const to = (toUnitId: string) => act(worker, clientId, caseId, 'transfers', { toUnitId, reason: 'Syy.' });
    expect((await to(world.units.families)).json).toMatchObject({ code: 'transfer.sameUnit' });
    expect((await to('01KBN4PZ00000000000000000A')).json).toMatchObject({ code: 'transfer.unitUnknown' });
    const { at } = await proposed(of);
    const close = () => act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'moved' });
    expect((await close()).json).toMatchObject({ findings: [{ rule: 'case.transfersGoOn' }] });
    await worker.call('POST', `${at}/withdraw`, { version: 2 });
    expect((await close()).status).toBe(200);
    expect(await waiting(of, of.receiver)).toEqual([]);
    expect((await to(world.units.adults)).json).toMatchObject({ code: 'case.isClosed' });
    expect((await of.receiver.call('GET', at)).json).toMatchObject({ code: 'access.noTie' });
  });

  test('takes a shared case whole: the heads of all its clients move together', async () => {
    const world = await testWorld();
    await standingUnit(world, world.units.adults);
    const worker = await world.worker('broadResponsibility');
    const receiver = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
    const sibling = await newClient(world, worker, { name: 'Mallila Eino' });
    const caseId = await openedCase(world, worker, clientId, { otherClientIds: [sibling] });
    const { at } = await proposed({ world, worker, receiver, supervisor: receiver, clientId, caseId });
    const body = { responsibleWorkerId: receiver.userId };
    expect((await receiver.call('POST', `${at}/accept`, { body, version: 2 })).status).toBe(200);
    for (const of of [clientId, sibling]) {
      expect((await storedCase(world, of, caseId)).active).toMatchObject({
        unitId: world.units.adults,
        version: 3,
      });
    }
  });
});
