import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { linesOf } from '../support/dump.ts';
import { changedTo, FROM_CLIENT, inventedCode, personBody, recordPerson, text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const CODE = inventedCode(LocalDate.parse('1985-04-03'));

/** The same woman recorded twice: in a hurry under a temporary id, and properly. */
async function twice(world: World, worker: Worker): Promise<{ source: string; target: string }> {
  const source = await recordPerson(world, worker, {
    name: { family: 'Virtanen', given: 'Liisa' },
    temporaryId: 'TILAP-2026-7',
    occupation: 'kokki',
  });
  const target = await recordPerson(world, worker, {
    name: { family: 'Wirtanen', given: 'Elisabet' },
    personalIdentityCode: CODE,
  });
  return { source, target };
}

const merger = (world: World): Promise<Worker> =>
  world.worker('broadResponsibility', { specialRights: ['mergeClients'] });

test('a merged client is found by her old code and name, and answers with the one that remains', async () => {
  const world = await testWorld();
  const worker = await merger(world);
  const { source, target } = await twice(world, worker);
  expect(await changedTo(worker, source, '/merge', { into: target })).toMatchObject({ status: 200 });

  const byCode = await worker.call('POST', '/v1/clients/search', { body: { temporaryId: 'TILAP-2026-7' } });
  expect(byCode.json).toMatchObject({ hits: [{ clientId: source, state: 'merged', mergedInto: target }] });
  const byName = await worker.call('POST', '/v1/clients/search', { body: { name: 'liisa virta' } });
  expect(byName.json).toMatchObject({ hits: [{ mergedInto: target }] });
  const opened = await worker.call('GET', `/v1/clients/${source}`);
  expect(opened.json).toMatchObject({ status: 409, code: 'client.merged', details: { clientId: target } });
  const again = await worker.call('POST', '/v1/clients', {
    body: personBody(world, { name: { family: 'Uusi', given: 'Nimi' }, temporaryId: 'TILAP-2026-7' }),
  });
  expect(again.json).toMatchObject({ code: 'client.duplicate', details: { clientIds: [target] } });
});

test('both histories stay: what the merged client held is read through the other, and logged for both', async () => {
  const world = await testWorld();
  const worker = await merger(world);
  const { source, target } = await twice(world, worker);
  await changedTo(
    worker,
    source,
    '/base-data',
    { changes: { occupation: 'leipuri' }, source: FROM_CLIENT },
    'PATCH',
  );
  await changedTo(worker, source, '/merge', { into: target });

  const through = `/v1/clients/${target}/merged/${source}`;
  const file = await worker.call('GET', through);
  expect(file.json).toMatchObject({ clientId: source, state: 'merged', baseData: { occupation: 'leipuri' } });
  const history = await worker.call('GET', `${through}/base-data/history`);
  expect(history.json).toMatchObject({ versions: [{ baseData: { occupation: 'kokki' } }] });
  expect((await worker.call('GET', `${through}/notes`)).json).toEqual({ clientId: source, notes: [] });
  expect((await worker.call('GET', `${through}/cases`)).json).toEqual({ clientId: source, cases: [] });
  const lines = await linesOf(world.services);
  for (const event of ['ClientsMerged', 'MergedFileOpened', 'MergedHistoryRead', 'MergedNotesRead']) {
    const line = lines.find(({ eventName }) => eventName === event);
    expect(line?.clients.toSorted()).toEqual([source, target].toSorted());
  }
  const stranger = await recordPerson(world, worker, {
    name: { family: 'Muu', given: 'Toinen' },
    birthDate: '1970-01-01',
  });
  expect(await worker.call('GET', `/v1/clients/${stranger}/merged/${source}`)).toMatchObject({ status: 404 });
});

test('undoing a merge makes both clients exactly what they were', async () => {
  const world = await testWorld();
  const worker = await merger(world);
  const { source, target } = await twice(world, worker);
  const before = await Promise.all([source, target].map((id) => worker.call('GET', `/v1/clients/${id}`)));
  await changedTo(worker, source, '/merge', { into: target });
  const undone = await changedTo(worker, target, `/merged/${source}/undo`, undefined);
  expect(undone).toMatchObject({ status: 200 });
  const after = await Promise.all([source, target].map((id) => worker.call('GET', `/v1/clients/${id}`)));
  expect(after.map(({ json }) => ({ ...json, version: 0 }))).toEqual(
    before.map(({ json }) => ({ ...json, version: 0 })),
  );
  const search = await worker.call('POST', '/v1/clients/search', { body: { temporaryId: 'TILAP-2026-7' } });
  expect(search.json).toMatchObject({ hits: [{ clientId: source, state: 'active' }] });
  const twiceUndone = await changedTo(worker, target, `/merged/${source}/undo`, undefined);
  expect(twiceUndone.json).toMatchObject({ code: 'client.notMerged' });
});

test('a chain of merges is read through the client at its end', async () => {
  const world = await testWorld();
  const worker = await merger(world);
  const { source, target } = await twice(world, worker);
  const third = await recordPerson(world, worker, {
    name: { family: 'Kolmas', given: 'Kirja' },
    birthDate: '1985-04-03',
  });
  await changedTo(worker, source, '/merge', { into: target });
  await changedTo(worker, target, '/merge', { into: third });
  expect((await worker.call('GET', `/v1/clients/${third}/merged/${source}`)).json).toMatchObject({
    baseData: { occupation: 'kokki' },
  });
});

test('merging needs the special right and a tie to both, and nothing is written into a merged file', async () => {
  const world = await testWorld();
  const worker = await merger(world);
  const plain = await world.worker('broadResponsibility');
  const elsewhere = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const { source, target } = await twice(world, worker);
  expect((await changedTo(plain, source, '/merge', { into: target })).json).toMatchObject({ status: 403 });
  const theirs = await elsewhere.call('POST', '/v1/clients', {
    body: personBody(
      world,
      { name: { family: 'Toisen', given: 'Yksikön' }, birthDate: '1985-04-03' },
      { unitId: world.units.adults },
    ),
  });
  const untied = await changedTo(worker, source, '/merge', { into: text(theirs, 'clientId') });
  expect(untied.json).toMatchObject({ status: 403, code: 'access.noTie' });
  expect((await changedTo(worker, source, '/merge', { into: source })).json).toMatchObject({
    code: 'client.sameClient',
  });

  await changedTo(worker, source, '/merge', { into: target });
  const late = await worker.call('PATCH', `/v1/clients/${source}/base-data`, {
    body: { changes: { occupation: 'lääkäri' }, source: FROM_CLIENT },
    version: 2,
  });
  expect(late.json).toMatchObject({ code: 'client.merged', details: { clientId: target } });
});

test('neither an active relationship nor a safety ban is lost in a merge', async () => {
  const world = await testWorld();
  const worker = await merger(world);
  const { source, target } = await twice(world, worker);
  await changedTo(worker, source, '/safety-ban', { source: FROM_CLIENT });
  const banned = await changedTo(worker, source, '/merge', { into: target });
  expect(banned.json).toMatchObject({ code: 'client.protectionOnlyHere' });
  await changedTo(worker, target, '/safety-ban', { source: FROM_CLIENT });
  await changedTo(worker, source, '/relationship/start', {
    startedOn: '2026-11-01',
    responsibleUnitId: world.units.families,
  });
  const related = await changedTo(worker, source, '/merge', { into: target });
  expect(related.json).toMatchObject({ code: 'client.relationshipOnlyHere' });
});
