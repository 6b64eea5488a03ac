import { beforeAll, describe, expect, test } from 'vitest';
import { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anyClient, logPageOf } from '../support/access-log.ts';
import { asCitizen } from '../support/citizen.ts';
import { aMinorsBan, forbid, minorWithCustodians } from '../support/disclosures.ts';
import { changedTo, inventedCode, recordPerson, text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Whoever is not to have a client's log tries to get at it by the requests for it. */
const RIGHT = ['readAccessLog'] as const;

let world: World;
let worker: Worker;
let officer: Worker;
let clientId: string;
let other: string;
let requestId: string;

const at = (id: string, rest = ''): string => `/v1/log-requests/clients/${id}/requests${rest}`;
const asked = { receivedOn: '2026-11-24', channel: 'letter', asker: 'client' };

async function request(id: string, by = officer, more: object = {}): Promise<string> {
  const told = await by.call('POST', at(id), { body: { ...asked, identity: 'identityDocument', ...more } });
  expect(told.status, told.body).toBe(201);
  return String(told.json['requestId']);
}

const answer = (id: string, one: string, body: object = { outcome: 'given' }): Promise<Told> =>
  officer.call('POST', at(id, `/${one}/answer`), { body, version: 1 });

beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: [...RIGHT] });
  clientId = await anyClient(world, worker);
  other = await anyClient(world, worker);
  requestId = await request(clientId);
  expect((await answer(clientId, requestId)).status).toBe(200);
});

describe('an answer that was given to a client', () => {
  const paths = (id: string) => ['', '/extract', '/letter'].map((rest) => at(id, `/${requestId}${rest}`));

  test('is not there under another client, nor for another controller', async () => {
    const { otherController: controller } = world;
    const stranger = await world.worker('dataProtectionOfficer', {
      controller,
      unitIds: [],
      specialRights: [...RIGHT],
    });
    for (const path of paths(other)) expect((await officer.call('GET', path)).status, path).toBe(404);
    for (const path of paths(clientId)) expect((await stranger.call('GET', path)).status, path).toBe(404);
  });

  test('is not read, answered or searched for by a worker of the client without the duty', async () => {
    const supervisor = await world.worker('supervisor');
    for (const by of [worker, supervisor]) {
      for (const path of paths(clientId)) expect((await by.call('GET', path)).status, path).toBe(403);
      for (const rest of ['/answer', '/older', '/withdraw']) {
        const body = rest === '/answer' ? { outcome: 'given' } : undefined;
        const told = await by.call('POST', at(clientId, `/${requestId}${rest}`), {
          version: 2,
          ...(body === undefined ? {} : { body }),
        });
        expect(told.status, rest).toBe(403);
      }
    }
  });

  test('goes on by no cursor of another request, of another client, or of somebody else', async () => {
    for (let count = 0; count < 30; count += 1) await worker.call('GET', `/v1/clients/${clientId}`);
    const first = await officer.call('GET', at(clientId, `/${requestId}/extract`));
    const cursor = String(first.json['next']);
    const second = await request(clientId);
    await answer(clientId, second);
    const others = await request(other);
    await answer(other, others);
    const colleague = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: [...RIGHT] });
    for (const [by, path] of [
      [officer, at(clientId, `/${second}/extract`)],
      [officer, at(other, `/${others}/extract`)],
      [colleague, at(clientId, `/${requestId}/extract`)],
    ] as const) {
      expect((await by.call('GET', `${path}?cursor=${cursor}`)).status, path).toBe(400);
    }
    expect(
      (await officer.call('GET', `${at(clientId, `/${requestId}/extract`)}?cursor=${cursor}`)).status,
    ).toBe(200);
  });
});

describe('a request', () => {
  test('that is sent twice under one key is one, and under the same key with other words is none', async () => {
    const key = 'repeated-log-request';
    const [one, two] = [
      await officer.call('POST', at(clientId), { body: asked, key }),
      await officer.call('POST', at(clientId), { body: asked, key }),
    ];
    expect([one?.status, two?.json['requestId']]).toEqual([201, one?.json['requestId']]);
    const changed = { ...asked, words: 'Jotain muuta.' };
    expect((await officer.call('POST', at(clientId), { body: changed, key })).status).toBe(422);
  });

  test('is answered once: stale, repeated or at the same moment', async () => {
    const one = await request(clientId);
    const path = at(clientId, `/${one}/answer`);
    const body = { outcome: 'given' };
    expect((await officer.call('POST', path, { body, version: 7 })).status).toBe(412);
    const both = await Promise.all([1, 1].map((version) => officer.call('POST', path, { body, version })));
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect((await officer.call('POST', path, { body, version: 2 })).json).toMatchObject({
      code: 'logRequest.notOpen',
    });
  });
});

test('what was kept back of a file stays kept back when it is merged into another, at the door and in the extract', async () => {
  const code = inventedCode(LocalDate.parse('1985-04-03'));
  const source = await recordPerson(world, worker, {
    name: { family: 'Virtanen', given: 'Liisa' },
    temporaryId: 'TILAP-2026-7',
  });
  const target = await recordPerson(world, worker, {
    name: { family: 'Wirtanen', given: 'Elisabet' },
    personalIdentityCode: code,
  });
  const kept = await request(source);
  const words = 'Esitutkinta on kesken.';
  const refused = await answer(source, kept, {
    outcome: 'refused',
    decision: 'Tietojen antaminen vaarantaisi rikoksen selvittämisen.',
    withheld: [{ ground: 'crime', withheld: { what: 'lines', scope: { of: 'all' } }, words }],
  });
  expect(refused.status, refused.body).toBe(200);
  expect((await changedTo(worker, source, '/merge', { into: target })).status).toBe(200);
  const sourceId = ClientId.parse(source);

  const own = await asCitizen(world, code, 'GET', '/v1/access-log/me/extract');
  const pages = [own];
  for (let next = own.json['next']; next !== undefined; next = pages.at(-1)?.json['next']) {
    pages.push(await asCitizen(world, code, 'GET', `/v1/access-log/me/extract?cursor=${String(next)}`));
  }
  const given: unknown[] = pages.flatMap(({ json }) => [
    ...(json['unsealed'] ?? []),
    ...(json['lines'] ?? []),
  ]);
  expect(given).toEqual([]);
  expect(pages.some(({ json }) => Number(json['withheld']) > 0)).toBe(true);
  expect(own.json['clientIds']).toContain(sourceId);
  // Whoever answers the next request hears that not all can be given.
  const again = await request(target);
  const findings: { rule: string }[] = (await answer(target, again)).json['findings'] ?? [];
  expect(findings.map(({ rule }) => rule)).toContain('logRequest.notWhole');
});

test('a minor’s ban of a file that was merged keeps the log from whoever may be meant, after that of the remaining file was lifted', async () => {
  const source = await minorWithCustodians(world, worker);
  const target = await minorWithCustodians(world, worker);
  const ban = (id: string, towards: string) => forbid(worker, ClientId.parse(id), aMinorsBan([towards]));
  const [, ofTarget] = [await ban(source.clientId, source.father), await ban(target.clientId, target.father)];
  const [ofMother, ofClient] = [
    await request(target.clientId, officer, {
      asker: 'guardianOfMinor',
      relationId: target.mother,
      rightToAct: 'Huoltaja väestötietojen mukaan.',
    }),
    await request(target.clientId, officer, { asker: 'minor', rightToAct: 'Ymmärtää, mitä pyytää.' }),
  ];
  for (const one of [ofMother, ofClient]) expect((await answer(target.clientId, one)).status, one).toBe(200);
  const read = async (one: string) =>
    Promise.all(
      ['/extract', '/letter'].map(async (rest) => {
        const { status, json } = await officer.call('GET', at(target.clientId, `/${one}${rest}`));
        return [status, json['code']];
      }),
    );
  const GIVEN = [
    [200, undefined],
    [200, undefined],
  ];
  // The ban of this file is not aimed at her.
  expect(await read(ofMother)).toEqual(GIVEN);
  expect((await changedTo(worker, source.clientId, '/merge', { into: target.clientId })).status).toBe(200);
  const lifted = await worker.call(
    'POST',
    `/v1/disclosures/clients/${target.clientId}/minors-bans/${text(ofTarget, 'banId')}/lift`,
    { body: { because: 'judgedAnew' }, version: 1 },
  );
  expect(lifted.status, lifted.body).toBe(200);
  // That of the merged file names a relation of that file: she may be the one.
  const unnamed = [409, 'disclosure.representativeUnnamed'];
  expect(await read(ofMother)).toEqual([unnamed, unnamed]);
  expect(await read(ofClient)).toEqual(GIVEN);
});

test('a line of a file that was merged is named for an explanation, as one of the file that remains; one of another client is not', async () => {
  const source = await anyClient(world, worker);
  const target = await anyClient(world, worker);
  const snoop = await world.worker('broadResponsibility');
  await snoop.call('GET', `/v1/clients/${source}`);
  await snoop.call('GET', `/v1/clients/${other}`);
  const lineOf = async (id: string): Promise<string> => {
    const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${id}`));
    return lines.find(({ userIdentity }) => userIdentity.userId === snoop.userId)?.eventId ?? '';
  };
  const [ofSource, ofOther] = [await lineOf(source), await lineOf(other)];
  expect((await changedTo(worker, source, '/merge', { into: target })).status).toBe(200);
  const suspect = (eventIds: string[]) =>
    officer.call('POST', `/v1/log-requests/clients/${target}/misuse`, {
      body: { ...asked, origin: 'client', words: 'Miksi tietoni avattiin?', suspected: { eventIds } },
    });
  const told = await suspect([ofSource]);
  expect(told.status, told.body).toBe(201);
  const path = `/v1/log-requests/clients/${target}/misuse/${text(told, 'misuseId')}`;
  expect((await officer.call('GET', path)).json).toMatchObject({
    suspected: { userIds: [snoop.userId], eventIds: [ofSource] },
  });
  expect(await suspect([ofSource, ofOther])).toMatchObject({
    status: 409,
    json: { code: 'logRequest.lineUnknown' },
  });
});
