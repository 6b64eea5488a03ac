import { expect, test } from 'vitest';
import { dumpOf, linesOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { recordPerson } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const REASON = 'Asiakas on yksikön sosiaaliohjaajan puoliso.';
const AINO = { name: { family: 'Esimerkki', given: 'Aino' }, personalIdentityCode: '010190-900P' };

const manager = (world: World): Promise<Worker> =>
  world.worker('broadResponsibility', { specialRights: ['manageRestrictedFiles', 'mergeClients'] });

/** A client of the families' unit, two who may restrict, and a colleague of the same unit. */
async function family() {
  const world = await testWorld();
  const [boss, deputy] = [await manager(world), await manager(world)];
  const colleague = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, boss, AINO);
  return { world, boss, deputy, colleague, aino };
}

const restricts = (worker: Worker, clientId: string, version: number, body: Record<string, unknown>) =>
  worker.call('POST', `/v1/clients/${clientId}/restriction`, { version, body: { reason: REASON, ...body } });

test('a restricted file is open to its named readers and does not exist for the unit, for those on call, or in a search', async () => {
  const { world, boss, deputy, colleague, aino } = await family();
  expect((await colleague.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
  expect(await restricts(boss, aino, 1, { readers: [boss.userId, deputy.userId] })).toMatchObject({
    status: 200,
    json: { version: 2, findings: [] },
  });
  for (const reader of [boss, deputy]) {
    expect((await reader.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ restricted: true });
  }
  const onCall = await world.worker('broadResponsibility', { duties: ['onCall'] });
  for (const worker of [colleague, onCall]) {
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
      status: 404,
      code: 'request.notFound',
    });
    const search = await worker.call('POST', '/v1/clients/search', {
      body: { personalIdentityCode: AINO.personalIdentityCode },
    });
    expect(search.json).toEqual({ hits: [] });
  }
});

test('readers are changed and the restriction is lifted by a reader who holds the right, each change with its reason', async () => {
  const { world, boss, deputy, colleague, aino } = await family();
  await restricts(boss, aino, 1, { readers: [boss.userId, deputy.userId] });
  world.clock.advance(1);
  const readers = [boss.userId, deputy.userId, colleague.userId];
  expect(await restricts(deputy, aino, 2, { readers, reason: 'Perhetyö alkaa.' })).toMatchObject({
    status: 200,
  });
  expect((await colleague.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
  expect(await restricts(colleague, aino, 3, { readers })).toMatchObject({ status: 403 });
  expect((await colleague.call('GET', `/v1/clients/${aino}/restriction`)).status).toBe(403);
  world.clock.advance(1);
  const body = { reason: 'Työntekijä on siirtynyt muualle.' };
  const lift = `/v1/clients/${aino}/restriction/lift`;
  expect(await boss.call('POST', lift, { version: 3, body })).toMatchObject({ status: 200 });
  expect((await boss.call('POST', lift, { version: 4, body })).json).toMatchObject({
    code: 'client.notRestricted',
  });
  const outsider = await world.worker('broadResponsibility');
  expect((await outsider.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ restricted: false });
  const { json } = await boss.call('GET', `/v1/clients/${aino}/restriction`);
  expect(json).not.toHaveProperty('restriction');
  expect(json).toMatchObject({
    changes: [
      { reason: body.reason, changedBy: boss.userId },
      { reason: 'Perhetyö alkaa.', changedBy: deputy.userId, readers },
      { reason: REASON, changedBy: boss.userId, readers: [boss.userId, deputy.userId] },
    ],
  });
});

test('every change is in the client’s log with its readers, and its reason in no log and no item in clear', async () => {
  const { world, boss, deputy, aino } = await family();
  await restricts(boss, aino, 1, { readers: [boss.userId, deputy.userId] });
  const line = (await linesOf(world.services)).find(({ eventName }) => eventName === 'FileRestricted');
  expect(line).toMatchObject({
    clients: [aino],
    changedFields: ['restriction'],
    resources: [
      { kind: 'client', id: aino },
      { kind: 'user', id: boss.userId },
      { kind: 'user', id: deputy.userId },
    ],
  });
  for (const table of ['records', 'trail'] as const) {
    expect(leaksOf([REASON, 'puoliso'], await dumpOf(world.services, table))).toEqual([]);
  }
});

test('nobody is shut out by mistake: the restricter stays or says otherwise, and some reader can name others', async () => {
  const { world, boss, deputy, colleague, aino } = await family();
  const stranger = await world.worker('broadResponsibility', { controller: world.otherController });
  const told = await restricts(boss, aino, 1, { readers: [colleague.userId, stranger.userId] });
  expect(told).toMatchObject({ status: 422, json: { code: 'client.restrictionNotValid' } });
  expect(told.json).toMatchObject({
    findings: [
      { rule: 'client.readerKnown', path: '/body/readers/1' },
      { rule: 'client.restricterReads' },
      { rule: 'client.readersManage' },
    ],
  });
  expect((await restricts(boss, aino, 1, { readers: [boss.userId] })).json).toMatchObject({
    version: 2,
    findings: ['client.oneManager'],
  });
  const aside = { readers: [deputy.userId, colleague.userId], stepsAside: true };
  expect(await restricts(boss, aino, 2, aside)).toMatchObject({ status: 200 });
  expect((await boss.call('GET', `/v1/clients/${aino}`)).status).toBe(404);
  expect((await deputy.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
});

test('the files merged into a restricted one are restricted with it, and open again with it', async () => {
  const { world, boss, deputy, colleague, aino } = await family();
  const twin = await recordPerson(world, boss, {
    name: { family: 'Esimerkki', given: 'Aino Maria' },
    temporaryId: 'TILAP-2026-7',
  });
  const merge = { version: 1, body: { into: aino } };
  expect(await boss.call('POST', `/v1/clients/${twin}/merge`, merge)).toMatchObject({ status: 200 });
  const network = `/v1/clients/${twin}/network`;
  expect((await colleague.call('GET', network)).status).toBe(200);
  expect(await restricts(boss, aino, 2, { readers: [boss.userId, deputy.userId] })).toMatchObject({
    status: 200,
  });
  expect((await colleague.call('GET', network)).status).toBe(404);
  expect((await deputy.call('GET', `/v1/clients/${aino}/merged/${twin}`)).status).toBe(200);
  const lift = { version: 3, body: { reason: 'Ei enää tarpeen.' } };
  expect(await boss.call('POST', `/v1/clients/${aino}/restriction/lift`, lift)).toMatchObject({
    status: 200,
  });
  expect((await colleague.call('GET', network)).status).toBe(200);
});

test('an open file is not merged into a restricted one: it is restricted first', async () => {
  const { world, boss, deputy, aino } = await family();
  const twin = await recordPerson(world, boss, {
    name: { family: 'Esimerkki', given: 'Aino Maria' },
    temporaryId: 'TILAP-2026-7',
  });
  await restricts(boss, aino, 1, { readers: [boss.userId, deputy.userId] });
  const merge = (version: number) =>
    boss.call('POST', `/v1/clients/${twin}/merge`, { version, body: { into: aino } });
  expect((await merge(1)).json).toMatchObject({ status: 409, code: 'client.restrictionOnlyThere' });
  await restricts(boss, twin, 1, { readers: [boss.userId, deputy.userId] });
  expect(await merge(2)).toMatchObject({ status: 200 });
});
