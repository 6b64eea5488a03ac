import { expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { dumpOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT, inventedCode } from '../support/people.ts';
import { approved, at, closedFile, died, disposed, gathered, listAt, rowsOf } from '../support/retention.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** What is said of a person holds for all that is held of the person, whichever file it lies in. */

const headOf = async (world: World, caseId: string) =>
  (await dumpOf(world.services, 'records')).find(
    (item) => item['entity'] === 'case' && item['caseId'] === caseId,
  );

const holdOn = (by: Worker, clientId: ClientId, more: object = {}) =>
  by.call('POST', `/v1/retention/clients/${clientId}/holds`, {
    body: { ground: 'courtCase', reviewBy: '2037-11-30', ...more },
  });

test('a hold on who remains of two merges holds the case of the first file, and a hold on a case that is not there is refused', async () => {
  const world = await testWorld();
  const { clientId, caseId } = await closedFile(world, { nth: 912 });
  const merger = await world.worker('broadResponsibility', {
    serviceTasks: [],
    specialRights: ['mergeClients'],
  });
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const between = await newClient(world, merger, { name: 'Välissä Sanni' });
  const remains = await newClient(world, merger, { name: 'Viimeinen Sanni' });
  done(await changedTo(merger, clientId, '/merge', { into: between }));
  done(await changedTo(merger, between, '/merge', { into: remains }));

  at(world, '2036-12-05');
  const unknown = await holdOn(archivist, remains, { caseId: remains });
  expect(unknown.json).toMatchObject({ code: 'request.notFound' });
  done(await holdOn(archivist, remains, { caseId }));
  expect(await gathered(world)).toMatchObject({ listed: 0, excepted: 1 });
  expect(await rowsOf(archivist, '2036-12')).toMatchObject([{ exception: 'legalHold' }]);
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-13');
  expect(await disposed(world)).toMatchObject({ destroyed: 0, failed: 0 });
});

test('a birth date that is corrected and a death that is taken back are counted again', async () => {
  const world = await testWorld();
  const law = await closedFile(world, {
    tasks: ['familyLaw'],
    born: '2014-05-09',
    nth: 913,
    name: 'Lapsi Laki',
  });
  expect(await headOf(world, law.caseId)).toMatchObject({ dueMonth: '2134-06' });
  const personalIdentityCode = inventedCode(LocalDate.parse('2015-02-01'), 914);
  const body = { changes: { personalIdentityCode }, source: FROM_CLIENT };
  done(await changedTo(law.worker, law.clientId, '/base-data', body, 'PATCH'));
  await world.drained();
  expect(await headOf(world, law.caseId)).toMatchObject({ dueMonth: '2135-03' });

  const child = await closedFile(world, {
    tasks: ['childWelfare'],
    born: '2013-05-09',
    nth: 915,
    name: 'Elossa Eeli',
  });
  await died(child, '2026-11-24');
  expect(await headOf(world, child.caseId)).toMatchObject({ dueMonth: '2028-12' });
  const source = { kind: 'populationRegister', channel: 'register' };
  done(await changedTo(child.worker, child.clientId, '/death', { diedOn: null, source }));
  await world.drained();
  expect(await headOf(world, child.caseId)).not.toHaveProperty('dueMonth');

  // The row says why, and not the day on which the child was born.
  at(world, '2135-03-05');
  expect(await gathered(world)).toMatchObject({ listed: 0, excepted: 1, failed: 0 });
  const rows = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'disposalRow');
  expect(rows).toMatchObject([{ exception: 'archiveNotSet', reasons: [{ event: 'childBorn', years: 120 }] }]);
  expect(JSON.stringify(rows)).not.toContain('2015-02-01');
});

test('a unit that is kept until a day is kept on that day too', async () => {
  const world = await testWorld();
  await closedFile(world, { nth: 916 });
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  at(world, '2036-12-05');
  await gathered(world);
  const [row] = await rowsOf(archivist, '2036-12');
  const keep = { ground: 'neededForMatter', until: '2037-01-10' };
  const path = `${listAt('2036-12')}/units/${String(row?.unitId)}/keep`;
  done(await archivist.call('POST', path, { body: keep, version: row?.version ?? 0 }));
  await approved(archivist, manager, '2036-12');
  at(world, '2037-01-10');
  expect(await gathered(world)).toMatchObject({ listed: 0 });
  at(world, '2037-01-11');
  expect(await gathered(world)).toMatchObject({ listed: 1 });
});
