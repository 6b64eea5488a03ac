import { expect, test } from 'vitest';
import { anEntry, logOf, newClient, pageOf, write } from '../support/case-notes.ts';
import { act, askToOpen, caseAt, openedCase, storedCase } from '../support/cases.ts';
import { linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { betweenStore, cancelled } from '../support/faults.ts';
import { changedTo, restrictTo } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

async function siblings(world: World, worker: Worker) {
  return [
    await newClient(world, worker, { name: 'Mallila Aino' }),
    await newClient(world, worker, { name: 'Mallila Eino' }),
    await newClient(world, worker, { name: 'Mallila Irja' }),
  ] as const;
}

test('a case of siblings is opened once and lies in the file of each, under one key, with a line for each', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const [aino, eino, irja] = await siblings(world, worker);
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino, aino, eino] });
  await world.drained();
  for (const clientId of [aino, eino]) {
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).json['cases']).toEqual([
      expect.objectContaining({ caseId, name: 'Perheen tuen tarve', shared: true }),
    ]);
    const lines = await logOf(world, clientId);
    const opened = lines.find(({ eventName }) => eventName === 'CaseOpened');
    expect(opened).toMatchObject({ clients: [clientId], resources: [{ kind: 'case', client: clientId }] });
  }
  expect((await worker.call('GET', `/v1/clients/${irja}`)).json['cases']).toEqual([]);
  expect((await worker.call('GET', caseAt(aino, caseId))).json).toMatchObject({
    clientId: aino,
    otherClients: [{ clientId: eino, family: 'Mallila', given: 'Eino' }],
  });
  const opened = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'caseOpened');
  expect(opened).toHaveLength(1);
});

test('an act on a shared case changes it in every file, or in none', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const [aino, eino] = await siblings(world, worker);
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
  await act(worker, eino, caseId, '', { name: 'Uusi nimi' });
  await act(worker, aino, caseId, 'suspend', { suspendedOn: '2026-11-24' });
  for (const clientId of [aino, eino]) {
    expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      name: 'Uusi nimi',
      state: 'suspended',
      version: 3,
    });
  }
  const broken = betweenStore(world.services, ({ name, send }) =>
    name === 'TransactWriteCommand' ? Promise.reject(cancelled('None', 'ValidationError')) : send(),
  );
  const end = { closedOn: '2026-11-24', ground: 'needEnded' };
  expect((await act(worker, aino, caseId, 'close', end)).status).toBe(500);
  broken.mend();
  for (const clientId of [aino, eino]) {
    expect((await storedCase(world, clientId, caseId)).active).toMatchObject({ state: 'suspended' });
  }
  await act(worker, aino, caseId, 'close', end);
  for (const clientId of [aino, eino]) {
    const { active, closed } = await storedCase(world, clientId, caseId);
    expect(active).toBeUndefined();
    expect(closed).toMatchObject({ state: 'closed', version: 4, dueMonth: '2056-12' });
  }
  await act(worker, eino, caseId, 'reopen');
  for (const clientId of [aino, eino]) {
    expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      name: 'Uusi nimi',
      state: 'open',
    });
  }
});

test('a further sibling joins a case, and what is written under it opens in each file, closed and reopened too', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const [aino, eino, irja] = await siblings(world, worker);
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
  await write(worker, aino, anEntry({ caseId }, { text: 'Ainosta.' }));
  world.clock.advance(60);
  expect((await act(worker, aino, caseId, 'clients', { addedClientId: irja })).json).toMatchObject({
    version: 2,
  });
  expect((await act(worker, aino, caseId, 'clients', { addedClientId: irja })).json).toMatchObject({
    code: 'case.clientInCase',
  });
  expect((await write(worker, irja, anEntry({ caseId }, { text: 'Irjasta.' }))).status).toBe(201);
  expect((await worker.call('GET', caseAt(irja, caseId))).json).toMatchObject({
    name: 'Perheen tuen tarve',
    joinedAt: '2026-11-24T11:00:00.000Z',
    otherClients: [{ clientId: aino }, { clientId: eino }],
  });
  const added = (await linesOf(world.services)).filter(({ eventName }) => eventName === 'ClientAddedToCase');
  expect(added.map(({ clients, outcome }) => ({ clients, ...outcome }))).toContainEqual({
    clients: [aino, eino, irja],
    result: 'allowed',
  });
  await act(worker, eino, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
  await act(worker, irja, caseId, 'reopen');
  for (const [clientId, text] of [
    [aino, 'Ainosta.'],
    [irja, 'Irjasta.'],
  ] as const) {
    expect((await pageOf(worker, clientId)).json).toMatchObject({ notes: [{ caseId, content: { text } }] });
  }
});

test('nobody is drawn into a case by a worker without a tie to them; ten clients at most, each with a relationship', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const other = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const [aino, eino, irja] = await siblings(world, worker);
  const caseId = await openedCase(world, worker, aino, { responsibleWorkerId: other.userId });
  expect((await act(other, aino, caseId, 'clients', { addedClientId: eino })).json).toMatchObject({
    code: 'access.noTie',
  });
  await changedTo(worker, eino, '/relationship/end', { endedOn: '2026-11-24', ground: 'moved' });
  const onCall = await world.worker('broadResponsibility', { duties: ['onCall'] });
  expect((await act(onCall, aino, caseId, 'clients', { addedClientId: eino })).json).toMatchObject({
    code: 'case.noRelationship',
  });
  expect((await askToOpen(world, onCall, irja, { otherClientIds: [eino] })).json).toMatchObject({
    code: 'case.noRelationship',
  });
  const family = [];
  for (let nth = 0; nth < 9; nth += 1)
    family.push(await newClient(world, worker, { name: `Suur Perhe${nth}` }));
  const full = await openedCase(world, worker, irja, { otherClientIds: family });
  expect((await act(worker, irja, full, 'clients', { addedClientId: aino })).json).toMatchObject({
    code: 'case.tooManyClients',
  });
  expect((await askToOpen(world, worker, irja, { otherClientIds: [...family, aino] })).status).toBe(400);
  await act(worker, irja, full, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
  expect((await act(worker, irja, full, 'reopen')).status).toBe(200);
});

test('a sibling whom the worker may not know of is not named, in the case or anywhere in the answer', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const [aino, eino] = await siblings(world, worker);
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
  const reader = await world.worker('broadResponsibility');
  await restrictTo(world, eino, [reader.userId]);
  for (const path of [caseAt(aino, caseId), `/v1/clients/${aino}`]) {
    const told = await worker.call('GET', path);
    expect(told.body).not.toMatch(new RegExp(`${eino}|Eino`));
  }
  expect((await worker.call('GET', caseAt(eino, caseId))).status).toBe(404);
  const before = await linesOf(world.services);
  expect(before.filter(({ eventName }) => eventName === 'CaseRead')).not.toContainEqual(
    expect.objectContaining({ clients: expect.arrayContaining([eino]), outcome: { result: 'allowed' } }),
  );
  expect((await reader.call('GET', caseAt(aino, caseId))).json).toMatchObject({
    otherClients: [{ clientId: eino }],
  });
  // The case is one: what happens to it happens in the restricted file too, and stands in its log.
  await act(worker, aino, caseId, 'suspend', { suspendedOn: '2026-11-24' });
  expect((await storedCase(world, eino, caseId)).active).toMatchObject({ state: 'suspended' });
  expect(await linesOf(world.services)).toContainEqual(
    expect.objectContaining({ eventName: 'CaseSuspended', clients: [aino, eino] }),
  );
  // An own worker of the one alone, once the case ties nobody, is told of no other.
  const alone = await world.worker('arranging', { unitIds: [] });
  await changedTo(worker, aino, '/relationship/own-worker', { ownWorkerId: alone.userId });
  await act(worker, aino, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
  expect((await alone.call('GET', caseAt(aino, caseId))).json).toMatchObject({ otherClients: [] });
});
