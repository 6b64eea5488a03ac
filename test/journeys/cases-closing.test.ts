import { describe, expect, test } from 'vitest';
import { anEntry, newClient, pageOf, write } from '../support/case-notes.ts';
import { act, caseAt, openedCase, storedCase } from '../support/cases.ts';
import { factsOf } from '../support/facts.ts';
import { changedTo } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

describe('a case is closed', () => {
  test('with its ground: out of the active set, its due month counted, its entries still readable', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const caseId = await openedCase(world, worker, clientId);
    await write(worker, clientId, anEntry({ caseId }));
    const end = { closedOn: '2026-11-24', ground: 'needEnded' };
    for (const closedOn of ['2026-11-23', '2026-11-25']) {
      expect((await act(worker, clientId, caseId, 'close', { ...end, closedOn })).json).toMatchObject({
        code: 'case.notValid',
        findings: [{ rule: 'case.dayInOrder', path: '/body/closedOn' }],
      });
    }
    expect((await act(worker, clientId, caseId, 'close', end)).json).toMatchObject({ version: 2 });

    expect(await storedCase(world, clientId, caseId)).toEqual({
      active: undefined,
      closed: expect.objectContaining({
        dueMonth: '2056-12',
        g4pk: expect.stringContaining('2056-12'),
        // No more among what the unit has in hand: among what it has closed.
        g2sk: expect.stringMatching(/^kc#/),
        state: 'closed',
      }),
    });
    expect((await storedCase(world, clientId, caseId)).closed).not.toHaveProperty('g1pk');
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).json['cases']).toEqual([]);
    const closed = {
      caseId,
      name: 'Perheen tuen tarve',
      state: 'closed',
      closedOn: '2026-11-24',
      closingGround: 'needEnded',
    };
    expect((await worker.call('GET', `/v1/cases/clients/${clientId}/closed`)).json).toMatchObject({
      cases: [closed],
    });
    expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject(closed);
    expect((await pageOf(worker, clientId)).json).toMatchObject({
      notes: [{ caseId, content: { text: 'Kotikäynti sujui hyvin.' } }],
    });
    expect(
      (await act(worker, clientId, caseId, 'suspend', { suspendedOn: '2026-11-24' })).json,
    ).toMatchObject({
      code: 'case.isClosed',
    });
    expect(await factsOf(world, '2026-11')).toContainEqual({
      kind: 'caseClosed',
      on: '2026-11-24',
      unitId: world.units.families,
      serviceTasks: ['families'],
      code: 'needEnded',
      days: 0,
    });
  });

  test('and ties nobody any more; then the relationship can end and the file leaves the active set', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const successor = await world.worker('arranging', { unitIds: [world.units.adults] });
    const clientId = await newClient(world, worker);
    const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: successor.userId });
    const end = { endedOn: '2026-11-24', ground: 'needEnded' };
    expect((await changedTo(worker, clientId, '/relationship/end', end)).json).toMatchObject({
      code: 'client.openCases',
      details: { caseIds: [caseId] },
    });
    await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
    expect((await successor.call('GET', `/v1/clients/${clientId}`)).status).toBe(403);
    expect((await changedTo(worker, clientId, '/relationship/end', end)).status).toBe(200);
  });

  test('and reopened: back in the active set with its content, and nothing of it is due', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId });
    await write(worker, clientId, anEntry({ caseId }));
    expect((await act(worker, clientId, caseId, 'reopen')).json).toMatchObject({ code: 'case.isNotClosed' });
    await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
    expect((await act(worker, clientId, caseId, 'reopen')).json).toMatchObject({ version: 3 });
    const { active, closed } = await storedCase(world, clientId, caseId);
    expect(closed).toBeUndefined();
    expect(active).toMatchObject({ state: 'open', g1pk: expect.stringContaining(worker.userId) });
    for (const gone of ['closedOn', 'closingGround', 'dueMonth', 'g4pk', 'g4sk']) {
      expect(active).not.toHaveProperty(gone);
    }
    expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      state: 'open',
      name: 'Perheen tuen tarve',
    });
    expect((await write(worker, clientId, anEntry({ caseId }))).status).toBe(201);
    expect((await pageOf(worker, clientId)).json['notes']).toHaveLength(2);
  });
});

test('a suspended case stays in the file and ties its workers, and is resumed', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  expect((await act(worker, clientId, caseId, 'resume')).json).toMatchObject({ code: 'case.isNotSuspended' });
  await act(worker, clientId, caseId, 'suspend', { suspendedOn: '2026-11-24' });
  expect((await worker.call('GET', `/v1/clients/${clientId}`)).json['cases']).toEqual([
    expect.objectContaining({ state: 'suspended', suspendedOn: '2026-11-24' }),
  ]);
  const again = await act(worker, clientId, caseId, 'suspend', { suspendedOn: '2026-11-24' });
  expect(again.json).toMatchObject({ code: 'case.isSuspended' });
  await act(worker, clientId, caseId, 'resume');
  const resumed = await worker.call('GET', caseAt(clientId, caseId));
  expect(resumed.json).toMatchObject({ state: 'open' });
  expect(resumed.json).not.toHaveProperty('suspendedOn');
});

test('applications and contacts that made a matter pending are kept with how they were handled [K-6.4]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const applied = await openedCase(world, worker, clientId, {
    wayOfOpening: 'application',
    initiator: 'guardian',
  });
  const contacted = await openedCase(world, worker, clientId, {
    wayOfOpening: 'contact',
    initiator: 'authority',
  });
  await act(worker, clientId, applied, 'close', { closedOn: '2026-11-24', ground: 'noMeasures' });
  await act(worker, clientId, contacted, 'suspend', { suspendedOn: '2026-11-24' });
  const [of, other] = [
    await worker.call('GET', caseAt(clientId, applied)),
    await worker.call('GET', caseAt(clientId, contacted)),
  ];
  expect(of.json).toMatchObject({
    wayOfOpening: 'application',
    initiator: 'guardian',
    openedAt: '2026-11-24T08:00:00.000Z',
    state: 'closed',
    closingGround: 'noMeasures',
  });
  expect(other.json).toMatchObject({
    wayOfOpening: 'contact',
    initiator: 'authority',
    state: 'suspended',
    suspendedOn: '2026-11-24',
  });
});
