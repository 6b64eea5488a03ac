import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aClient,
  aConsent,
  aRequest,
  declared,
  onConsent,
  prepare,
  requested,
  send,
} from '../support/disclosures.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { dumpOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { changedTo, inventedCode } from '../support/people.ts';
import { approved, at, closedFile, disposed, gathered, rowsOf } from '../support/retention.ts';
import { testWorld, type World } from '../support/world.ts';

/** When a closed case is due: by every task it ever had, by the child it is about, by the person's last case. */

const CLOSED = { closedOn: '2026-11-24', ground: 'needEnded' };

const headsOf = async (world: World, caseId: string) =>
  (await dumpOf(world.services, 'records')).filter(
    (item) => item['entity'] === 'case' && item['caseId'] === caseId,
  );
const dueMonths = async (world: World, caseId: string) =>
  (await headsOf(world, caseId)).map(({ dueMonth }) => dueMonth);

test('a matter of family law in an adult’s file is due by the child it is about, and where nobody has said by the last day on which a child of it can have been born', async () => {
  const world = await testWorld();
  const adult = (nth: number, name: string, childrenBorn?: string[]) =>
    closedFile(world, {
      tasks: ['familyLaw'],
      nth,
      name,
      ...(childrenBorn === undefined ? {} : { childrenBorn }),
    });
  const unsaid = await adult(921, 'Aikuinen Aino');
  expect(await dueMonths(world, unsaid.caseId)).toEqual(['2147-10']);
  expect(await dueMonths(world, (await adult(922, 'Riitainen Rauha', [])).caseId)).toEqual(['2036-12']);
  const ofTwo = await adult(923, 'Sopuisa Soili', ['2020-05-09', '2017-02-03']);
  expect(await dueMonths(world, ofTwo.caseId)).toEqual(['2140-06']);
  // Births are sealed with the case.
  expect(JSON.stringify(await headsOf(world, ofTwo.caseId))).not.toContain('2020-05-09');

  // A case that the adult shares with the child is about that child.
  const { worker } = unsaid;
  const code = inventedCode(LocalDate.parse('2014-05-09'), 924);
  const child = await newClient(world, worker, { name: 'Lapsi Liisa', code });
  const parent = await newClient(world, worker, { name: 'Vanhempi Veera' });
  const tasks = { serviceTasks: ['familyLaw'], otherClientIds: [child] };
  const shared = await openedCase(world, worker, parent, tasks);
  done(await act(worker, parent, shared, 'close', CLOSED));
  await world.drained();
  expect(await dueMonths(world, shared)).toEqual(['2134-06', '2134-06']);
  // So is one of which somebody said that it is about none.
  const denied = await openedCase(world, worker, parent, { ...tasks, childrenBorn: [] });
  done(await act(worker, parent, denied, 'close', CLOSED));
  await world.drained();
  expect(await dueMonths(world, denied)).toEqual(['2134-06', '2134-06']);

  at(world, '2147-10-02');
  await gathered(world);
  const archivist = await world.worker('archive');
  const rows = await rowsOf(archivist, '2147-10');
  expect(rows.find(({ unitId }) => unitId.includes(unsaid.caseId))?.reasons).toMatchObject([
    { event: 'childBornAtLatest', years: 120, on: '2027-09-24' },
  ]);
});

test('a case that was one of child welfare is kept as one, whatever its tasks are when it is closed and however often it is opened', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const clientId = await newClient(world, worker, { name: 'Vaihtuva Ville' });
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['families', 'childWelfare'] });
  const path = `/v1/cases/clients/${clientId}/cases/${caseId}`;
  done(await worker.call('PATCH', path, { version: 1, body: { serviceTasks: ['families'] } }));
  done(await act(worker, clientId, caseId, 'close', CLOSED));
  expect(await dueMonths(world, caseId)).toEqual([undefined]);
  done(await act(worker, clientId, caseId, 'reopen'));
  done(await act(worker, clientId, caseId, 'close', CLOSED));
  const source = { kind: 'populationRegister', channel: 'register' };
  done(await changedTo(worker, clientId, '/death', { diedOn: '2026-11-24', source }));
  await world.drained();
  // The families’ thirty years from the closing are the longer of the two.
  expect(await dueMonths(world, caseId)).toEqual(['2056-12']);
});

test('of disability services the last case of the person counts, in whichever of the merged files it lies', async () => {
  const world = await testWorld();
  const first = await closedFile(world, { tasks: ['disability'], nth: 925, name: 'Toimiva Toini' });
  expect(await dueMonths(world, first.caseId)).toEqual(['2036-12']);
  const merger = await world.worker('broadResponsibility', {
    serviceTasks: [],
    specialRights: ['mergeClients'],
  });
  const remains = await newClient(world, merger, { name: 'Muuttunut Maija' });
  const open = await openedCase(world, merger, remains, { serviceTasks: ['disability'] });
  done(await changedTo(merger, first.clientId, '/merge', { into: remains }));
  at(world, '2028-02-03');
  done(await act(merger, remains, open, 'close', { ...CLOSED, closedOn: '2028-02-03' }));
  await world.drained();
  expect(await dueMonths(world, first.caseId)).toEqual(['2038-03']);
  expect(await dueMonths(world, open)).toEqual(['2038-03']);
});

test('a copy that was disclosed ends with the case that it tells of, and the record of the disclosure stays', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const clientId = await aClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['workingAge'] });
  const ofCase = { caseId, serviceTasks: ['workingAge'] };
  const content = summaryOf('Perhe on saanut kotipalvelua.');
  const documentId = await finished(worker, clientId, aDraft({ ...ofCase, content }));
  const covers = { scope: { of: 'serviceTasks', serviceTasks: ['workingAge'] } };
  const consent = await declared(worker, clientId, aConsent(covers));
  const path = await requested(worker, clientId, aRequest());
  done(await prepare(worker, path, onConsent(consent, [{ kind: 'document', id: documentId }])));
  done(await send(worker, path));
  done(await act(worker, clientId, caseId, 'close', CLOSED));
  await world.drained();

  at(world, '2036-12-02');
  await gathered(world);
  await approved(archivist, manager, '2036-12');
  expect(JSON.stringify((await worker.call('GET', `${path}/copy`)).json)).toContain('kotipalvelua');
  at(world, '2036-12-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  // The copy was sealed under the client, whose key stays: it is gone for good when the tables keep no copy of it.
  expect(await rowsOf(archivist, '2036-12', '?finished=true')).toMatchObject([{ finalOn: '2037-01-15' }]);
  expect((await worker.call('GET', `${path}/copy`)).json).toMatchObject({ code: 'disclosure.copyEnded' });
  const record = await worker.call('GET', path);
  expect(record.json).toMatchObject({ state: 'sent', prepared: { pieces: [{ id: documentId }] } });
});
