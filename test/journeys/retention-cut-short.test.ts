import { expect, test } from 'vitest';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { approved, at, closedFile, disposed, gathered, rowsOf } from '../support/retention.ts';
import { testWorld } from '../support/world.ts';

/** A night of disposal that ended in the middle: up to the first destroyed key there is a way back. */

test('what a court asks for after a night that was cut short before the first key is kept, and opens', async () => {
  const world = await testWorld();
  const { clientId, caseId, worker } = await closedFile(world);
  const archivist = await world.worker('archive', { name: 'Arvo Arkisto', duties: ['disposal'] });
  const manager = await world.worker('management', { name: 'Johanna Johtaja' });
  at(world, '2036-12-05');
  await gathered(world);
  await approved(archivist, manager, '2036-12');

  at(world, '2036-12-12');
  const { keys } = world.services.tables;
  const between = betweenStore(world.services, async (call) => {
    if (call.name === 'TransactWriteCommand' && call.tables.includes(keys))
      throw named('InternalServerError');
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ destroyed: 0, failed: 1 });
  between.mend();
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ state: 'destroying' }]);

  const holds = `/v1/retention/clients/${clientId}/holds`;
  const body = { ground: 'courtCase', reference: 'HAO/812/2036', reviewBy: '2037-11-30' };
  expect((await archivist.call('POST', holds, { body })).status).toBe(201);
  at(world, '2036-12-13');
  expect(await disposed(world)).toMatchObject({ destroyed: 0, heldBack: 1, failed: 0 });
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ state: 'excepted', exception: 'legalHold' }]);
  const kept = (await dumpOf(world.services, 'keys')).filter((key) => JSON.stringify(key).includes(caseId));
  expect(kept).toHaveLength(1);
  expect((await worker.call('GET', `/v1/cases/clients/${clientId}/cases/${caseId}`)).status).toBe(200);
});

test('a night cut short after the keys is carried to its end, whatever anybody asks for by then', async () => {
  const world = await testWorld();
  const { clientId, caseId } = await closedFile(world);
  const archivist = await world.worker('archive', { name: 'Arvo Arkisto', duties: ['disposal'] });
  const manager = await world.worker('management', { name: 'Johanna Johtaja' });
  at(world, '2036-12-05');
  await gathered(world);
  await approved(archivist, manager, '2036-12');

  at(world, '2036-12-12');
  const between = betweenStore(world.services, async (call) => {
    if (call.name === 'DeleteCommand') throw named('InternalServerError');
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ destroyed: 0, failed: 1 });
  between.mend();

  const holds = `/v1/retention/clients/${clientId}/holds`;
  const body = { ground: 'courtCase', reference: 'HAO/812/2036', reviewBy: '2037-11-30' };
  const late = { status: 409, code: 'retention.tooLate' };
  expect((await archivist.call('POST', holds, { body: { ...body, caseId } })).json).toMatchObject(late);
  // Of the rest of the file the hold holds, and it says what it came too late for.
  expect((await archivist.call('POST', holds, { body })).json).toMatchObject({
    version: 1,
    cameTooLate: [`case-${caseId}-${clientId}`],
  });
  at(world, '2036-12-13');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  const left = (await dumpOf(world.services, 'keys')).filter((key) => JSON.stringify(key).includes(caseId));
  expect(left).toEqual([]);
});

test('a hold that comes between the last look and the first key holds: nothing of the case is gone', async () => {
  const world = await testWorld();
  const { clientId, caseId, worker } = await closedFile(world);
  const archivist = await world.worker('archive', { name: 'Arvo Arkisto', duties: ['disposal'] });
  const manager = await world.worker('management', { name: 'Johanna Johtaja' });
  at(world, '2036-12-05');
  await gathered(world);
  await approved(archivist, manager, '2036-12');

  at(world, '2036-12-12');
  const { keys } = world.services.tables;
  const body = { ground: 'supervision', reviewBy: '2037-11-30' };
  let placed: number | undefined;
  const between = betweenStore(world.services, async (call) => {
    if (placed === undefined && call.name === 'TransactWriteCommand' && call.tables.includes(keys)) {
      between.mend();
      const holds = `/v1/retention/clients/${clientId}/holds`;
      placed = (await archivist.call('POST', holds, { body })).status;
    }
    return call.send();
  });
  expect(await disposed(world)).toMatchObject({ destroyed: 0, heldBack: 1, failed: 0 });
  expect(placed).toBe(201);
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ state: 'excepted', exception: 'legalHold' }]);
  expect((await worker.call('GET', `/v1/cases/clients/${clientId}/cases/${caseId}`)).status).toBe(200);
});
