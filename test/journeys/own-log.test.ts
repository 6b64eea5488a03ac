import { beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { subjectOf } from '../../shared/domain/citizens/sign-in.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import {
  makePersonalIdentityCode,
  PersonalIdentityCode,
} from '../../shared/kernel/personal-identity-code.ts';
import { asCitizen } from '../support/citizen.ts';
import { choose } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const ADULT = makePersonalIdentityCode({ birthDate: LocalDate.parse('1980-01-01'), individualNumber: 901 });
const CHILD = makePersonalIdentityCode({ birthDate: LocalDate.parse('2012-01-01'), individualNumber: 902 });
const OTHER = makePersonalIdentityCode({ birthDate: LocalDate.parse('1981-01-01'), individualNumber: 903 });

let world: World;
let worker: Worker;
let officer: Worker;
let clientId: ClientId;
let childId: ClientId;

async function client(code: string, family: string): Promise<ClientId> {
  const more = { personalIdentityCode: code, birthDate: undefined };
  return (await newClient(world, worker, { family, given: 'Testi' }, more)).clientId;
}

const call = (code: string, method: string, path: string, body?: unknown) =>
  asCitizen(world, code, method, `/v1/access-log/me${path}`, body);

beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility', { name: 'Ville Virta' });
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  clientId = await client(ADULT, 'Oma');
  await client(OTHER, 'Toinen');
  childId = await client(CHILD, 'Lapsi');
});

describe('a client over the citizens’ door', () => {
  test('sees who has used the client’s data and on what ground, and the look itself is the next line', async () => {
    const told = await call(ADULT, 'GET', '');
    expect(told.status, told.body).toBe(200);
    const created = {
      eventName: 'ClientCreated',
      who: { name: 'Ville Virta', post: 'sosiaalityöntekijä' },
      basis: { legalGround: expect.any(String) },
    };
    expect(told.json['lines']).toEqual(
      expect.arrayContaining([expect.objectContaining({ eventName: 'ClientCreated' })]),
    );
    const lines: { eventName: string }[] = told.json['lines'] ?? [];
    expect(lines.find(({ eventName }) => eventName === created.eventName)).toMatchObject(created);
    expect(told.body).toContain('Ville Virta');
    expect(told.body).not.toMatch(/sourceIPAddress|userAgent|requestId|"userId"/);
    world.clock.advance(1);
    const again: { eventName: string }[] = (await call(ADULT, 'GET', '')).json['lines'] ?? [];
    expect(again.find(({ eventName }) => eventName === 'OwnLogRead')).toMatchObject({
      eventName: 'OwnLogRead',
      who: { name: 'Asiakas itse' },
      basis: { kind: 'ownMatters', legalGround: '703/2023 § 11' },
    });
  });

  test('sees nothing of another client, and the token says nothing of the person', async () => {
    const told = await call(OTHER, 'GET', '');
    expect(told.body).not.toContain(clientId);
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), await linesOf(world.services)]);
    expect(stored).not.toContain(ADULT);
  });

  test('asks in writing, and reads the controller’s answer', async () => {
    const made = await call(ADULT, 'POST', '/requests', { words: 'Pyydän lokitietoni.' });
    expect(made).toMatchObject({ status: 201, json: { dueOn: '2027-01-25' } });
    const requestId = String(made.json['requestId']);
    const path = `/v1/log-requests/clients/${clientId}/requests/${requestId}/answer`;
    const decision = 'Tietojen antaminen vaarantaisi rikoksen selvittämisen.';
    const withheld = [
      { ground: 'crime', withheld: { what: 'lines', scope: { of: 'all' } }, words: 'Esitutkinta on kesken.' },
    ];
    const answer = await officer.call('POST', path, {
      body: { outcome: 'refused', decision, withheld },
      version: 1,
    });
    expect(answer.status, answer.body).toBe(200);
    expect((await call(ADULT, 'GET', `/requests/${requestId}`)).json).toMatchObject({
      state: 'answered',
      outcome: 'refused',
      answer: { decision },
    });
    // A withholding in force holds here too.
    expect((await call(ADULT, 'GET', '')).json['lines']).toEqual([]);
    const [withholdingId] = answer.json['withholdingIds'] ?? [];
    await officer.call('POST', `/v1/log-requests/clients/${clientId}/withholdings/${withholdingId}/lift`, {
      version: 1,
    });
    expect((await call(ADULT, 'GET', '')).json['lines']).not.toEqual([]);
    expect((await call(OTHER, 'GET', `/requests/${requestId}`)).status).toBe(404);
  });

  test('asks for an explanation of a line, and reads the reasoned answer but not the hearing', async () => {
    const lines: { eventId: string }[] = (await call(ADULT, 'GET', '')).json['lines'] ?? [];
    const eventIds = lines.slice(-1).map(({ eventId }) => eventId);
    const asked = await call(ADULT, 'POST', '/explanations', { eventIds, words: 'Miksi tietoni avattiin?' });
    expect(asked.status, asked.body).toBe(201);
    const misuseId = String(asked.json['misuseId']);
    const path = `/v1/log-requests/clients/${clientId}/misuse/${misuseId}`;
    const said = { userId: worker.userId, heardOn: '2026-11-24', words: 'Kirjasin asiakkaan tiedot.' };
    await officer.call('POST', `${path}/hear`, { body: said, version: 1 });
    const body = {
      view: 'lawful',
      grounds: 'Asiakas kirjattiin.',
      reasons: 'Työntekijän tehtävä edellytti sitä.',
    };
    expect((await officer.call('POST', `${path}/answer`, { body, version: 2 })).status).toBe(200);
    const read = await call(ADULT, 'GET', `/explanations/${misuseId}`);
    expect(read.json).toMatchObject({ state: 'answered', view: 'lawful', reasons: body.reasons });
    expect(read.body).not.toContain(said.words);
    expect(
      (await call(OTHER, 'POST', '/explanations', { eventIds, words: 'Miksi tietoni avattiin?' })).status,
    ).toBe(409);
  });

  test('who is a minor is refused, and the try is a line', async () => {
    const told = await call(CHILD, 'GET', '');
    expect(told).toMatchObject({ status: 403, json: { code: 'citizen.minor' } });
    const refused = (await linesOf(world.services)).filter(({ outcome }) => outcome.code === 'citizen.minor');
    expect(refused).toMatchObject([{ eventName: 'OwnLogRead', clients: [expect.any(String)] }]);
  });

  test('who is a minor is let in when an official has judged it, for as long as that holds, and by the controller’s choice', async () => {
    const { json } = await officer.call('GET', `/v1/log-requests/clients/${childId}/requests`);
    expect(json['doorPermits']).toEqual([]);
    const permits = `/v1/log-requests/clients/${childId}/door-permits`;
    const words = 'Nuori on 14-vuotias ja ymmärtää, mitä lokitiedot kertovat.';
    const permit = (until: string) =>
      officer.call('POST', permits, { body: { from: '2026-11-24', until, words } });
    expect((await permit('2027-05-31')).json).toMatchObject({ code: 'doorPermit.doorClosed' });

    await choose(world, world.controller, { ...defaultSettings, citizens: { minors: 'judged' } });
    expect((await call(CHILD, 'GET', '')).json).toMatchObject({ code: 'citizen.minor' });
    expect((await permit('2029-01-01')).json).toMatchObject({ code: 'doorPermit.days' });
    const given = await permit('2027-05-31');
    expect(given.status, given.body).toBe(201);
    const seen = await call(CHILD, 'GET', '');
    expect(seen.status, seen.body).toBe(200);
    expect(seen.body).not.toContain(clientId);
    expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain(words);

    const end = `${permits}/${String(given.json['permitId'])}/end`;
    expect((await officer.call('POST', end, { version: 1 })).status).toBe(200);
    expect((await call(CHILD, 'GET', '')).json).toMatchObject({ code: 'citizen.minor' });
    expect(await officer.call('POST', end, { version: 2 })).toMatchObject({ status: 409 });
  });

  test('whom no code leads to has no subject, and a subject that is tied to nobody is refused', async () => {
    const nobody = makePersonalIdentityCode({
      birthDate: LocalDate.parse('1999-01-01'),
      individualNumber: 950,
    });
    expect(
      await subjectOf(world.services, world.controller, PersonalIdentityCode.parse(nobody)),
    ).toBeUndefined();
  });
});

describe('the two doors', () => {
  test('an official’s token opens nothing at the citizens’ door, nor a citizen’s at the officials’', async () => {
    for (const by of [worker, officer]) {
      expect(await by.call('GET', '/v1/access-log/me')).toMatchObject({ status: 401 });
    }
    const userId = await subjectOf(world.services, world.controller, PersonalIdentityCode.parse(ADULT));
    if (userId === undefined) throw new Error('no client');
    const token = await world.tokenFor({ userId, controller: world.controller, citizen: true });
    const headers = { authorization: `Bearer ${token}` };
    for (const path of [`/v1/clients/${clientId}`, `/v1/access-log/clients/${clientId}`]) {
      expect(await worker.call('GET', path, { headers })).toMatchObject({ status: 401 });
    }
  });

  test('no act of citizens has a role, and each names its ground', () => {
    const own = modules
      .filter(({ audience }) => audience === 'citizens')
      .flatMap((module) => [...module.routes]);
    expect(own.length).toBeGreaterThan(5);
    for (const { action } of own) {
      expect(action).toMatchObject({ audience: 'citizens', roles: [], legalGround: '703/2023 § 11' });
    }
  });
});
