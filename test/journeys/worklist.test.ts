import { expect, test } from 'vitest';
import * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { linesOf } from '../support/dump.ts';
import { changedTo, restrictTo } from '../support/people.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';

const Clients = z.object({
  clients: z.array(z.looseObject({ clientId: z.string(), family: z.string() })),
  next: z.string().optional(),
});
const Cases = z.object({
  cases: z.array(z.looseObject({ caseId: z.string(), clientId: z.string() })),
  next: z.string().optional(),
});

const Drafts = z.object({ drafts: z.array(z.looseObject({ client: z.looseObject({}) })) });

const myClients = (worker: Worker, query = ''): Promise<Told> =>
  worker.call('GET', `/v1/cases/worklist/clients${query}`);
const myCases = (worker: Worker, query = ''): Promise<Told> =>
  worker.call('GET', `/v1/cases/worklist/cases${query}`);

test('my clients are those whose own worker I am, a page at a time, each page on the log with all it named', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const colleague = await world.worker('broadResponsibility');
  const own = [];
  for (const name of ['Mallila Aino', 'Koeniemi Eino', 'Oletto Irja']) {
    own.push(await newClient(world, worker, { name }));
    world.clock.advance(1);
  }
  await newClient(world, colleague, { name: 'Vieras Oiva' });
  await newClient(world, worker, { name: 'Kirjattu Vain', related: false });
  const first = Clients.parse((await myClients(worker, '?limit=2')).json);
  world.clock.advance(1);
  const second = Clients.parse((await myClients(worker, `?limit=2&cursor=${first.next}`)).json);
  expect([...first.clients, ...second.clients].map(({ clientId }) => clientId)).toEqual(own);
  expect(first.clients[0]).toMatchObject({
    family: 'Mallila',
    given: 'Aino',
    responsibleUnitId: world.units.families,
    startedOn: '2026-11-20',
    safetyBan: false,
  });
  expect(second.next).toBeUndefined();
  const lines = (await linesOf(world.services)).filter(({ eventName }) => eventName === 'OwnClientsListed');
  expect(lines.map(({ clients, basis }) => ({ clients, kind: basis.kind }))).toEqual([
    { clients: own.slice(0, 2), kind: 'ownMatters' },
    { clients: own.slice(2), kind: 'ownMatters' },
  ]);
  expect((await myClients(colleague, `?limit=2&cursor=${first.next}`)).json).toMatchObject({
    code: 'request.invalid',
    findings: [{ rule: 'input.cursor' }],
  });
});

test('a list shows no municipality under a safety ban, and no restricted file but to its readers', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const banned = await newClient(world, worker, { name: 'Turvattu Aino' });
  const source = { kind: 'client', channel: 'visit' };
  const base = { changes: { homeMunicipality: '430' }, source };
  await changedTo(worker, banned, '/base-data', base, 'PATCH');
  expect((await myClients(worker)).json).toMatchObject({ clients: [{ municipality: '430' }] });
  const entry = { entryType: 'other', serviceTasks: [], content: { text: 'Kesken.' } };
  await worker.call('POST', '/v1/case-notes/drafts', { body: { clientId: banned, entry } });
  const myDrafts = (): Promise<Told> => worker.call('GET', '/v1/case-notes/drafts');
  expect((await myDrafts()).json).toMatchObject({ drafts: [{ client: { municipality: '430' } }] });
  await changedTo(worker, banned, '/safety-ban', { source });
  const { drafts } = Drafts.parse((await myDrafts()).json);
  expect(drafts).toEqual([
    expect.objectContaining({ client: expect.objectContaining({ family: 'Turvattu' }) }),
  ]);
  expect(drafts[0]?.client).not.toHaveProperty('municipality');
  const restricted = await newClient(world, worker, { name: 'Rajattu Eino' });
  for (const clientId of [banned, restricted]) {
    await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId });
  }
  const reader = await world.worker('broadResponsibility');
  await restrictTo(world, restricted, [reader.userId]);
  const { clients } = Clients.parse((await myClients(worker)).json);
  expect(clients).toEqual([expect.objectContaining({ clientId: banned, safetyBan: true })]);
  expect(clients[0]).not.toHaveProperty('municipality');
  for (const list of [myCases(worker), worker.call('GET', `/v1/cases/units/${world.units.families}/cases`)]) {
    const told = await list;
    expect(Cases.parse(told.json).cases.map(({ clientId }) => clientId)).toEqual([banned]);
    expect(told.body).not.toMatch(/430|Rajattu/);
  }
  const toReader = await reader.call('GET', `/v1/cases/units/${world.units.families}/cases`);
  expect(Cases.parse(toReader.json).cases).toHaveLength(2);
});

test('my cases are the active ones I am responsible for: the closed are gone, the suspended are not', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  const mine = { responsibleWorkerId: worker.userId };
  const opened = async () => {
    world.clock.advance(1);
    return openedCase(world, worker, clientId, mine);
  };
  const [open, suspended, closed, given] = [await opened(), await opened(), await opened(), await opened()];
  await act(worker, clientId, suspended, 'suspend', { suspendedOn: '2026-11-24' });
  await act(worker, clientId, closed, 'close', { closedOn: '2026-11-24', ground: 'needEnded' });
  const successor = await world.worker('arranging');
  await act(worker, clientId, given, 'assign', { responsibleWorkerId: successor.userId });
  const { cases } = Cases.parse((await myCases(worker)).json);
  expect(cases).toEqual([
    expect.objectContaining({
      caseId: suspended,
      clientId,
      state: 'suspended',
      suspendedOn: '2026-11-24',
      client: { family: 'Mallila', given: 'Aino' },
    }),
    expect.objectContaining({ caseId: open, state: 'open' }),
  ]);
  const theirs = Cases.parse((await myCases(successor)).json);
  expect(theirs.cases.map(({ caseId }) => caseId)).toEqual([given]);
  expect((await myCases(worker)).body).not.toContain('Perheen tuen tarve');
});

test('the cases of a unit are listed to its own workers, of the tasks their rights cover, and to its supervisor', async () => {
  const world = await testWorld();
  const { families, adults } = world.units;
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const ofFamilies = await openedCase(world, worker, clientId);
  world.clock.advance(1);
  const ofSubstance = await openedCase(world, worker, clientId, { serviceTasks: ['substance'] });
  const elsewhere = await openedCase(world, worker, clientId, { unitId: adults });
  const listed = async (by: Worker, unitId: string): Promise<string[]> =>
    Cases.parse((await by.call('GET', `/v1/cases/units/${unitId}/cases`)).json).cases.map(
      ({ caseId }) => caseId,
    );
  expect(await listed(worker, families)).toEqual([ofFamilies]);
  const supervisor = await world.worker('supervisor', {
    unitIds: [families, adults],
    serviceTasks: ['families', 'substance'],
  });
  expect(await listed(supervisor, families)).toEqual([ofSubstance, ofFamilies]);
  expect(await listed(supervisor, adults)).toEqual([elsewhere]);
  const stranger = await world.worker('broadResponsibility', { unitIds: [adults] });
  expect(await stranger.call('GET', `/v1/cases/units/${families}/cases`)).toMatchObject({
    status: 403,
    json: { code: 'access.notAllowed' },
  });
  expect(CASE_ACTIONS.listUnitCases.roles).not.toContain('mainUser');
});
