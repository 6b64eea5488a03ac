import { expect, test } from 'vitest';
import { newClient } from '../support/case-notes.ts';
import { act, caseAt, openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { changedTo } from '../support/people.ts';

/** What three controllers promise of matters and of the end of a relationship, each under its own settings. */

test('in Loimaa a matter becomes pending, by an application too, with its day and who brought it [L-4.2]', async () => {
  const world = await worldOf(PROFILES.L);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const pending = {
    wayOfOpening: 'application',
    initiator: 'guardian',
    openedAt: '2026-11-23T08:00:00.000Z',
  };
  const caseId = await openedCase(world, worker, clientId, pending);
  expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
    ...pending,
    state: 'open',
  });
  expect((await worker.call('GET', `/v1/clients/${clientId}`)).json).toMatchObject({ cases: [{ caseId }] });
});

test('in Keski-Uusimaa applications and contacts are kept, and how each was handled [K-6.4]', async () => {
  const world = await worldOf(PROFILES.K);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const closedOn = '2026-11-24';
  for (const [wayOfOpening, ground] of [
    ['application', 'serviceEnded'],
    ['contact', 'noMeasures'],
  ] as const) {
    const caseId = await openedCase(world, worker, clientId, { wayOfOpening });
    await act(worker, clientId, caseId, 'assign', { responsibleWorkerId: worker.userId });
    await act(worker, clientId, caseId, 'close', { closedOn, ground });
    expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      wayOfOpening,
      responsibleWorkerId: worker.userId,
      state: 'closed',
      closedOn,
      closingGround: ground,
    });
  }
});

test('in Uusikaupunki a file leaves the active set when the relationship ends, and ties nobody any more [U-8.1]', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const onCall = await world.worker('broadResponsibility', { duties: ['onCall'] });
  const clientId = await newClient(world, worker);
  const file = () => onCall.call('GET', `/v1/clients/${clientId}`);
  expect((await file()).json).toMatchObject({ state: 'active' });
  const end = { endedOn: '2026-11-24', ground: 'needEnded' };
  expect(await changedTo(worker, clientId, '/relationship/end', end)).toMatchObject({ status: 200 });
  expect((await file()).json).toMatchObject({ state: 'archived', relationship: { state: 'ended' } });
  expect(await worker.call('GET', `/v1/clients/${clientId}`)).toMatchObject({
    status: 403,
    json: { code: 'access.noTie' },
  });
});
