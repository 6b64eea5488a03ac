import { expect, test } from 'vitest';
import * as z from 'zod';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { changedTo, recordPerson } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const AINO = {
  name: { family: 'Esimerkki', given: 'Aino Maria' },
  personalIdentityCode: '010190-900P',
};

const headOf = async (world: World, clientId: string): Promise<ClientHead> => {
  const key = clientKeys.head(world.controller, ClientId.parse(clientId));
  const head = await getItem(world.services.tables, world.controller, 'records', key, ClientHead);
  if (head === undefined) throw new Error('no head');
  return head;
};

test('at the start of a relationship the system asks whether the client was informed, and records it [J-8.2]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const start = { startedOn: '2026-11-20', responsibleUnitId: world.units.families };
  const started = await changedTo(worker, aino, '/relationship/start', start);
  expect(started).toMatchObject({ status: 200, json: { findings: ['client.informed'] } });
  await changedTo(worker, aino, '/relationship/informing', { informedOn: '2026-11-24' });
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    relationship: { startedOn: '2026-11-20', informedOn: '2026-11-24' },
  });
  const other = await recordPerson(world, worker, {
    name: { family: 'Toinen', given: 'Nimi' },
    birthDate: '1980-01-01',
  });
  const told = await changedTo(worker, other, '/relationship/start', { ...start, informedOn: '2026-11-20' });
  expect(told.json).toMatchObject({ findings: [] });
});

test('an ended relationship stays as a period with its ground when another begins', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { duties: ['onCall'] });
  const aino = await recordPerson(world, worker, AINO);
  const start = {
    startedOn: '2026-01-10',
    responsibleUnitId: world.units.families,
    ownWorkerId: worker.userId,
  };
  await changedTo(worker, aino, '/relationship/start', start);
  const end = { endedOn: '2026-06-30', ground: 'moved', explanation: 'Muutti Turkuun' };
  expect(
    (await changedTo(worker, aino, '/relationship/end', { ...end, endedOn: '2026-01-09' })).json,
  ).toMatchObject({
    status: 422,
    findings: [{ rule: 'client.periodInOrder' }],
  });
  await changedTo(worker, aino, '/relationship/end', end);
  expect(await headOf(world, aino)).not.toHaveProperty('g1pk');
  const restarted = await changedTo(worker, aino, '/relationship/start', {
    ...start,
    startedOn: '2026-10-01',
  });
  expect(restarted).toMatchObject({ status: 200 });
  expect(await headOf(world, aino)).toHaveProperty('g1pk');
  expect((await worker.call('GET', `/v1/clients/${aino}/relationship/periods`)).json).toMatchObject({
    periods: [
      {
        startedOn: '2026-01-10',
        endedOn: '2026-06-30',
        endGround: 'moved',
        explanation: 'Muutti Turkuun',
        endedBy: worker.userId,
      },
    ],
  });
});

test('a death gives the base data their due month two years on, and is taken back if it was a mistake', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const source = { kind: 'populationRegister', channel: 'register' };
  const future = await changedTo(worker, aino, '/death', { diedOn: '2026-11-25', source });
  expect(future.json).toMatchObject({ status: 422, findings: [{ rule: 'client.diedAfterBirth' }] });
  await changedTo(worker, aino, '/death', { diedOn: '2026-11-20', source });
  expect(await headOf(world, aino)).toMatchObject({
    diedOn: '2026-11-20',
    dueMonth: '2028-12',
    g4pk: expect.stringContaining('2028-12'),
  });
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    diedOn: '2026-11-20',
    sources: { diedOn: { source } },
  });
  await changedTo(worker, aino, '/death', { diedOn: null, source });
  const head = z.record(z.string(), z.unknown()).parse(await headOf(world, aino));
  for (const gone of ['diedOn', 'dueMonth', 'g4pk', 'g4sk']) expect(head).not.toHaveProperty(gone);
  expect((await worker.call('GET', `/v1/clients/${aino}/base-data/history`)).json).toMatchObject({
    versions: [{ diedOn: '2026-11-20' }, { changedFields: ['diedOn'] }],
  });
});

test('the relationship document says in national form what is held, and names what is not', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, {
    ...AINO,
    motherTongue: 'fi',
    phones: ['+358 40 000 0000'],
  });
  const path = `/v1/clients/${aino}/relationship-document`;
  expect((await worker.call('GET', path)).json).toMatchObject({ code: 'client.noRelationship' });
  const start = { startedOn: '2026-11-20', responsibleUnitId: world.units.families };
  await changedTo(worker, aino, '/relationship/start', start);
  await worker.call('POST', `/v1/clients/${aino}/network`, {
    body: {
      relation: {
        roles: ['guardian', 'sibling', 'contactPerson'],
        powers: 'Taloudelliset asiat',
        from: '2026-01-01',
        person: { name: { family: 'Edustaja', given: 'Eeva' }, safetyBan: {} },
        contacts: { addresses: [{ street: 'Salakatu 3' }], contactAddress: { street: 'PL 7' } },
      },
      source: { kind: 'authority', channel: 'paper' },
    },
  });
  const told = await worker.call('GET', path);
  expect(told.json).toMatchObject({
    definition: '1.2.246.537.6.1505.1.2023.6.1',
    content: {
      asiakkuusasiakirja: {
        asiakas: {
          sukunimi: 'Esimerkki',
          henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010190-900P' },
          turvakielto: false,
        },
        asiakkaaseen_liittyvat_henkilot: [
          {
            sukunimi: 'Edustaja',
            turvakielto: true,
            yhteystiedot: { osoite: [{ lahiosoite: 'PL 7' }] },
            rooli: [{ code: '32' }, { code: '99' }],
            roolin_kuvaus: 'Sisarus',
            yhteyshenkilo: true,
            toimivalta: 'Taloudelliset asiat',
          },
        ],
        sosiaalihuollon_asiakkuus: { asiakkuuden_alkamispvm: '2026-11-20' },
      },
    },
  });
  expect(told.body).not.toContain('Salakatu');
  const Findings = z.object({ findings: z.array(z.object({ rule: z.string(), path: z.string() })) });
  const { findings } = Findings.parse(told.json);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    new Set(['document.missingConditional', 'document.listNotLoaded']),
  );
});

test('the day on which a relationship began is put right while it is in force and after it ended: what stood there is kept, and the figures take the wrong day back [L-11.5, L-11.8]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { duties: ['onCall'] });
  const colleague = await world.worker('broadResponsibility', { duties: ['onCall'] });
  const reader = await world.worker('broadResponsibility', {
    duties: ['onCall'],
    specialRights: ['correctRecord'],
  });
  const aino = await recordPerson(world, worker, AINO);
  const start = { responsibleUnitId: world.units.families, ownWorkerId: worker.userId };
  await changedTo(worker, aino, '/relationship/start', { ...start, startedOn: '2026-11-20' });
  const words = 'Asiakkuus alkoi jo arvioinnin valmistuttua.';
  const correct = (by: Worker, startedOn: string, more: object = {}) =>
    changedTo(by, aino, '/relationship/correct', {
      startedOn,
      ...more,
      reason: { ground: 'erroneous', initiator: 'ownInitiative', words },
    });
  expect((await correct(worker, '2026-11-20')).json).toMatchObject({
    status: 422,
    findings: [{ rule: 'client.sameStart' }],
  });
  expect((await correct(worker, '2026-11-25')).json).toMatchObject({
    findings: [{ rule: 'client.startInOrder' }],
  });
  expect((await correct(worker, '2026-11-01', { periodFrom: '2026-11-20' })).json).toMatchObject({
    code: 'client.noSuchPeriod',
  });
  expect((await correct(colleague, '2026-10-30')).json).toMatchObject({ code: 'note.notTheAuthor' });
  expect(await correct(worker, '2026-10-30')).toMatchObject({ status: 200, json: { findings: [] } });
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    relationship: { startedOn: '2026-10-30', corrected: { ground: 'erroneous' } },
  });
  const end = { endedOn: '2026-11-24', ground: 'moved', explanation: 'Muutti Turkuun' };
  await changedTo(worker, aino, '/relationship/end', end);
  world.clock.advance(1);
  expect(await correct(worker, '2026-11-02', { periodFrom: '2026-10-30' })).toMatchObject({ status: 200 });
  expect((await worker.call('GET', `/v1/clients/${aino}/relationship/periods`)).json).toMatchObject({
    periods: [{ startedOn: '2026-11-02', endedOn: '2026-11-24', explanation: 'Muutti Turkuun' }],
  });
  expect(await headOf(world, aino)).toMatchObject({ relationship: { startedOn: '2026-11-02' } });

  // Another period cannot reach back into this one.
  await changedTo(worker, aino, '/relationship/start', { ...start, startedOn: '2026-11-24' });
  expect((await correct(worker, '2026-11-10')).json).toMatchObject({
    findings: [{ rule: 'client.startOverlaps' }],
  });
  const at = `/v1/clients/${aino}/relationship/corrections`;
  expect((await worker.call('GET', at)).status).toBe(403);
  expect((await reader.call('GET', at)).json).toMatchObject({
    corrections: [
      { was: { startedOn: '2026-11-20' }, is: { startedOn: '2026-10-30' }, reason: { words } },
      { was: { startedOn: '2026-10-30' }, is: { startedOn: '2026-11-02' }, by: { userId: worker.userId } },
    ],
  });
  expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain(words);
  const facts = [...(await factsOf(world, '2026-10')), ...(await factsOf(world, '2026-11'))].filter(
    ({ kind }) => kind === 'relationshipStarted' || kind === 'relationshipEnded',
  );
  const started = (on: string) => expect.objectContaining({ kind: 'relationshipStarted', on });
  expect(facts).toEqual(
    expect.arrayContaining([
      started('2026-11-02'),
      started('2026-11-24'),
      expect.objectContaining({ kind: 'relationshipStarted', on: '2026-11-20', undoes: true }),
      expect.objectContaining({ kind: 'relationshipStarted', on: '2026-10-30', undoes: true }),
      expect.objectContaining({ kind: 'relationshipEnded', days: 25, undoes: true }),
      expect.objectContaining({ kind: 'relationshipEnded', days: 22 }),
    ]),
  );
});
