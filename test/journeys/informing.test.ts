import { expect, test } from 'vitest';
import * as z from 'zod';
import { OWN, PROFILES, worldOf } from '../support/controllers.ts';
import { publicPage, publishedNotice } from '../support/notices.ts';
import { changedTo, recordPerson } from '../support/people.ts';
import { readPdf } from '../support/read-pdf.ts';
import type { Worker } from '../support/world.ts';

const AINO = { name: { family: 'Esimerkki', given: 'Aino Maria' }, personalIdentityCode: '010190-900P' };
const OTHER = { name: { family: 'Toinen', given: 'Nimi' }, birthDate: '1980-01-01' };

const Clients = z.object({ clients: z.array(z.looseObject({ clientId: z.string() })) });
const ownClientsOf = async (worker: Worker) =>
  Clients.parse((await worker.call('GET', '/v1/cases/worklist/clients')).json).clients;

test('what a client was told at the start is recorded: when, how, in which language, from which notice and by whom; until then the own worker is reminded [J-8.2]', async () => {
  const world = await worldOf(PROFILES.J);
  const [worker, officer] = [
    await world.worker('broadResponsibility'),
    await world.worker('dataProtectionOfficer'),
  ];
  const start = {
    startedOn: '2026-11-20',
    responsibleUnitId: world.units.families,
    ownWorkerId: worker.userId,
  };
  const aino = await recordPerson(world, worker, AINO);
  expect((await changedTo(worker, aino, '/relationship/start', start)).json).toMatchObject({
    findings: ['client.informed'],
  });
  expect((await worker.call('GET', '/v1/cases/worklist/clients')).json).toMatchObject({
    clients: [{ clientId: aino, uninformed: true }],
  });
  const informing = { channel: 'paper', language: 'sv' };
  const told = (more: object) =>
    changedTo(worker, aino, '/relationship/informing', {
      informedOn: '2026-11-24',
      informing: { ...informing, ...more },
    });
  expect((await told({ noticeNumber: 1 })).json).toMatchObject({
    findings: [{ rule: 'client.noticePublished' }],
  });
  await publishedNotice(officer, await world.worker('mainUser'));
  expect((await told({})).status).toBe(200);
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    relationship: {
      informedOn: '2026-11-24',
      informing: { ...informing, noticeNumber: 1, by: worker.userId },
    },
  });
  expect(await ownClientsOf(worker)).toEqual([expect.not.objectContaining({ uninformed: true })]);

  // Of a day on which the notice was not published it is not said to be the one; nor of a day that is to come.
  const onDay = (informedOn: string, more: object = { informing }) =>
    changedTo(worker, aino, '/relationship/informing', { informedOn, ...more });
  expect((await onDay('2026-11-23', { informing: { ...informing, noticeNumber: 1 } })).json).toMatchObject({
    findings: [{ rule: 'client.noticePublished' }],
  });
  expect((await onDay('2026-11-25')).json).toMatchObject({ findings: [{ rule: 'client.informedAlready' }] });
  expect((await onDay('2026-11-23')).status).toBe(200);
  const toldOn = async () => (await worker.call('GET', `/v1/clients/${aino}`)).json['relationship'];
  expect(await toldOn()).toMatchObject({ informedOn: '2026-11-23', informing });
  expect(JSON.stringify(await toldOn())).not.toContain('noticeNumber');
  // How it was on one day does not stand for another.
  expect((await onDay('2026-11-22', {})).status).toBe(200);
  expect(await toldOn()).toMatchObject({ informedOn: '2026-11-22' });
  expect(JSON.stringify(await toldOn())).not.toContain('paper');
});

test('a controller that informs in another way is not reminded', async () => {
  const world = await worldOf({
    ...PROFILES.J,
    informing: { ...PROFILES.J.informing, atRelationshipStart: false },
  });
  const worker = await world.worker('broadResponsibility');
  const other = await recordPerson(world, worker, OTHER);
  const start = {
    startedOn: '2026-11-20',
    responsibleUnitId: world.units.families,
    ownWorkerId: worker.userId,
  };
  expect((await changedTo(worker, other, '/relationship/start', start)).json).toMatchObject({ findings: [] });
  expect(await ownClientsOf(worker)).toEqual([expect.not.objectContaining({ uninformed: true })]);
});

test('forms to see, rectify or erase data, and for log data, are had by everybody, with the controller’s own data, and printed [U-10.7]', async () => {
  const world = await worldOf(PROFILES.U);
  const mainUser = await world.worker('mainUser');
  await mainUser.call('PUT', OWN, {
    body: {
      name: { fi: 'Uudenkaupungin kaupunki', sv: 'Nystads stad' },
      address: 'Keksitty katu 5',
      phones: [],
    },
    version: 1,
  });
  const form = async (path: string) => (await publicPage(world, path)).body ?? '';
  for (const [kind, title, law] of [
    ['inspection', 'Henkilötietojen tarkastuspyyntö', '15 artikla'],
    ['rectification', 'Henkilötietojen oikaisupyyntö', '16 artikla'],
    ['erasure', 'Henkilötietojen poistamispyyntö', '17 artikla'],
    ['logData', 'Lokitietopyyntö', '703/2023, 11 §'],
  ] as const) {
    const page = await form(`KEUSOTE/forms/${kind}`);
    for (const said of [title, law, 'Uudenkaupungin kaupunki, tietosuojavastaava, Keksitty katu 5']) {
      expect(page).toContain(said);
    }
    expect(page).toContain('<p class="blank">');
  }
  expect(await form('KEUSOTE/forms/inspection')).toContain('omakätisesti allekirjoitetulla asiakirjalla');
  expect(await form('KEUSOTE/forms/logData')).toContain('kahden kuukauden kuluessa');
  const swedish = await form('KEUSOTE/forms/erasure?language=sv');
  expect(swedish).toContain('Nystads stad, dataskyddsombudet');
  expect(swedish).toContain('<html lang="sv">');
  const pdf = await publicPage(world, 'KEUSOTE/forms/inspection?form=pdf', 'application/pdf');
  expect((await readPdf(pdf.bytes ?? new Uint8Array())).pages).toHaveLength(1);
  expect((await publicPage(world, 'KEUSOTE/forms/other')).status).toBe(400);
  // A form of erasure is had where erasure may be asked for, and where it is refused by law or handled elsewhere is not.
  for (const [chosen, status] of [
    [PROFILES.L, 200],
    [PROFILES.K, 404],
    [PROFILES.H, 404],
  ] as const) {
    const elsewhere = await worldOf(chosen);
    expect((await publicPage(elsewhere, 'KEUSOTE/forms/erasure')).status).toBe(status);
    expect((await publicPage(elsewhere, 'KEUSOTE/forms/rectification')).status).toBe(200);
  }
});

test('of Loimaa: a client gets the blank forms of an inspection and of a demand to correct, for its own office and in its own way [L-10.13, L-11.11]', async () => {
  const world = await worldOf(PROFILES.L);
  for (const [kind, title, way] of [
    ['inspection', 'Henkilötietojen tarkastuspyyntö', 'henkilökohtaisesti käymällä'],
    ['rectification', 'Henkilötietojen oikaisupyyntö', 'kirjallisesti'],
  ] as const) {
    const page = (await publicPage(world, `KEUSOTE/forms/${kind}`)).body ?? '';
    for (const said of [title, 'johtava sosiaalityöntekijä', way, '<p class="blank">']) {
      expect(page).toContain(said);
    }
  }
});
