import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient } from '../support/access-log.ts';
import { dumpOf } from '../support/dump.ts';
import {
  decide,
  grantFor,
  newUnit,
  newUser,
  organisation,
  propose,
  proposedOf,
} from '../support/organisation.ts';
import { personBody, text } from '../support/people.ts';
import { rulesOf } from '../support/subject-requests.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** Tietoturvaloukkausten rekisteri: the 72 hours, whom a breach concerns, who was told. */

const BREACHES = '/v1/data-subject-requests/breaches';
const FACTS = 'Työntekijä katsoi naapuriensa tietoja ilman tehtävää.';
const KNOWN = '2026-11-24T08:00:00.000Z';

let world: World;
let officer: Worker;
let snoop: Worker;
let clients: string[];
beforeAll(async () => {
  world = await testWorld();
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  snoop = await world.worker('broadResponsibility');
  const worker = await world.worker('broadResponsibility');
  clients = [await anyClient(world, worker), await anyClient(world, worker), await anyClient(world, worker)];
  world.clock.advance(1);
  for (const clientId of clients.slice(0, 2)) {
    expect((await snoop.call('GET', `/v1/clients/${clientId}`)).status).toBe(200);
  }
});

async function onRecord(knownAt = KNOWN): Promise<string> {
  const body = { kinds: ['confidentiality'], knownAt, facts: FACTS };
  const told = await officer.call('POST', BREACHES, { body });
  expect(told.status, told.body).toBe(201);
  return `${BREACHES}/${String(told.json['breachId'])}`;
}
async function act(path: string, what: string, body?: object): Promise<Told> {
  const { json } = await officer.call('GET', path);
  return officer.call('POST', `${path}/${what}`, {
    version: Number(json['version']),
    ...(body === undefined ? {} : { body }),
  });
}
const ASSESSED = {
  risk: 'high',
  riskReasons: 'Tiedot kertovat perheiden asioista.',
  consequences: 'Tiedot ovat voineet levitä naapurustossa.',
  measures: 'Työntekijän oikeudet päätettiin.',
  toClients: 'Työntekijä katsoi tietojasi ilman työtehtävää.',
};

describe('a personal-data breach', () => {
  test('concerns those whom the log shows, who are each told by a letter; it is closed when all that its risk asks for is done', async () => {
    const path = await onRecord();
    const find = {
      userIds: [snoop.userId],
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-24T23:00:00.000Z',
    };
    const found = await act(path, 'find', find);
    expect(found).toMatchObject({ status: 200, json: { found: 2 } });
    expect((await act(path, 'find', find)).json).toMatchObject({ found: 0 });
    const page = await officer.call('GET', `${path}/affected-pages/0`);
    const rows: { clientId: string }[] = page.json['clients'] ?? [];
    const affected = rows.map(({ clientId }) => clientId);
    expect(affected.toSorted()).toEqual(clients.slice(0, 2).toSorted());

    expect(rulesOf(await act(path, 'close'))).toEqual([422, 'breach.documented']);
    expect((await officer.call('GET', `${path}/affected/${affected[0]}/letter`)).status).toBe(409);
    expect((await act(path, 'assess', ASSESSED)).status).toBe(200);
    expect(rulesOf(await act(path, 'close'))).toEqual([422, 'breach.authorityTold', 'breach.clientsTold']);
    expect((await act(path, 'authority', { toldAt: KNOWN })).status).toBe(200);
    for (const [language, said] of [
      ['fi', 'tietoturvaloukkauksesta'],
      ['sv', 'personuppgiftsincident'],
      ['en', 'breach of your personal data'],
    ] as const) {
      const letter = await officer.call('GET', `${path}/affected/${affected[0]}/letter?language=${language}`);
      expect(letter.body).toContain(said);
      expect(letter.body).toContain(ASSESSED.toClients);
      expect(letter.body).not.toContain(FACTS);
    }
    expect((await officer.call('GET', `${path}/affected/${clients[2]}/letter`)).status).toBe(404);
    for (const clientId of affected) {
      const told = await act(path, `affected/${clientId}/told`, {
        on: '2026-11-24',
        way: 'letter',
      });
      expect(told.status, told.body).toBe(200);
    }
    expect((await act(path, 'close')).status).toBe(200);
    expect((await officer.call('GET', path)).json).toMatchObject({ state: 'closed', late: false });
  });

  test('of a high risk is not closed before somebody has looked for whom it concerns, and the first telling of the authority stays', async () => {
    const path = await onRecord();
    expect((await act(path, 'assess', ASSESSED)).status).toBe(200);
    expect((await act(path, 'authority', { toldAt: KNOWN })).status).toBe(200);
    expect((await act(path, 'authority', { toldAt: world.clock.now() })).status).toBe(200);
    expect((await officer.call('GET', path)).json).toMatchObject({ authorityToldAt: KNOWN });
    expect(rulesOf(await act(path, 'close'))).toEqual([422, 'breach.clientsFound']);
  });

  test('is not closed while a search that was begun has more to look through, whoever carries it on', async () => {
    const path = await onRecord();
    expect((await act(path, 'assess', ASSESSED)).status).toBe(200);
    expect((await act(path, 'authority', { toldAt: KNOWN })).status).toBe(200);
    const find = {
      userIds: [officer.userId, snoop.userId],
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-24T23:00:00.000Z',
    };
    const first = await act(path, 'find', find);
    expect(first.json).toMatchObject({ next: expect.any(String) });
    expect((await officer.call('GET', path)).json).toMatchObject({ unfinished: [find] });
    expect(rulesOf(await act(path, 'close'))).toContain('breach.searchFinished');
    let cursor: unknown = first.json['next'];
    for (let calls = 0; cursor !== undefined && calls < 20; calls += 1) {
      cursor = (await act(path, 'find', { ...find, cursor })).json['next'];
    }
    expect((await officer.call('GET', path)).json).toMatchObject({ unfinished: [] });
    expect(rulesOf(await act(path, 'close'))).toEqual([422, 'breach.clientsTold']);
    const { json } = await officer.call('GET', `${path}/affected-pages/0`);
    const rows: { clientId: string }[] = json['clients'] ?? [];
    const told = `affected/${rows[0]?.clientId}/told`;
    expect((await act(path, told, { on: '2026-11-23', way: 'letter' })).status).toBe(409);
    expect((await act(path, told, { on: '2026-11-24', way: 'letter' })).status).toBe(200);
  });

  test('told in time is told more of later, without reasons of a delay that there was not', async () => {
    const path = await onRecord('2026-11-20T08:00:00.000Z');
    const first = '2026-11-21T08:00:00.000Z';
    expect((await act(path, 'authority', { toldAt: first })).status).toBe(200);
    expect((await act(path, 'authority', { toldAt: KNOWN })).status).toBe(200);
    expect((await officer.call('GET', path)).json).toMatchObject({ authorityToldAt: first, late: false });
  });

  test('is told to the authority in 72 hours, or with the reasons of the delay; until then it shows as late', async () => {
    const path = await onRecord('2026-11-18T08:00:00.000Z');
    expect((await officer.call('GET', path)).json).toMatchObject({
      authorityDueAt: '2026-11-21T08:00:00.000Z',
      late: true,
    });
    const toldAt = '2026-11-24T08:00:00.000Z';
    expect(rulesOf(await act(path, 'authority', { toldAt }))).toEqual([422, 'breach.delayReasoned']);
    const delayReasons = 'Loukkauksen laajuus selvisi vasta lokista.';
    expect((await act(path, 'authority', { toldAt, delayReasons })).status).toBe(200);
    expect((await officer.call('GET', path)).json).toMatchObject({ late: false, content: { delayReasons } });
  });

  test('is nobody’s but who supervises the log, and no word of it lies in clear', async () => {
    expect((await snoop.call('GET', BREACHES)).status).toBe(403);
    expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain('naapuriensa');
  });
});

describe('whom a breach concerns, and who is not told one by one', () => {
  test('an exception stands on record with its reasons, a public communication with its day and place, and a new assessment ends it', async () => {
    const path = await onRecord();
    const waiver = {
      exception: 'unintelligible',
      reasons: 'Varmuuskopio oli salattu, avain ei ollut mukana.',
    };
    expect((await act(path, 'waive-telling', waiver)).status).toBe(409);
    expect((await act(path, 'assess', ASSESSED)).status).toBe(200);
    expect((await act(path, 'authority', { toldAt: KNOWN })).status).toBe(200);
    const inPublic = {
      exception: 'publicCommunication',
      reasons: 'Asiakkaita on 40 000, osoitteita ei ole.',
    };
    expect(rulesOf(await act(path, 'waive-telling', inPublic))).toEqual([422, 'breach.toldInPublic']);
    const published = { on: '2026-11-24', where: 'Kunnan verkkosivut ja Maakunnan Sanomat' };
    expect(rulesOf(await act(path, 'waive-telling', { ...waiver, published }))).toEqual([
      422,
      'breach.toldInPublic',
    ]);
    const late = { ...inPublic, published: { ...published, on: '2026-12-24' } };
    expect(rulesOf(await act(path, 'waive-telling', late))).toEqual([422, 'breach.toldInPublic']);
    expect((await act(path, 'waive-telling', { ...inPublic, published })).status).toBe(200);
    expect((await officer.call('GET', path)).json).toMatchObject({
      waived: { exception: 'publicCommunication', by: officer.userId, publishedOn: '2026-11-24' },
      content: { waiverReasons: inPublic.reasons, publishedWhere: published.where },
    });
    expect((await act(path, 'assess', ASSESSED)).status).toBe(200);
    expect((await officer.call('GET', path)).json).not.toHaveProperty('waived');
    expect(rulesOf(await act(path, 'close'))).toEqual([422, 'breach.clientsFound']);
    expect((await act(path, 'waive-telling', waiver)).status).toBe(200);
    // Nothing stands there of the communication in public that this one does not rest on.
    expect((await officer.call('GET', path)).json['content']).not.toHaveProperty('publishedWhere');
    expect((await act(path, 'close')).status).toBe(200);
  });

  test('they are found by a worker who has left, and by those who worked in a unit on the days, whatever they do now', async () => {
    const made = await organisation(await testWorld());
    const { mainUser, unitId, postId, userId: kaisa } = made;
    const lent = await newUnit(mainUser, 'Perhetyö');
    const head = await made.world.worker('supervisor', { unitIds: [unitId, lent] });
    const given = async (userId: typeof kaisa, more: object = {}): Promise<string> => {
      const grantId = proposedOf(
        await propose(head, userId, grantFor(unitId, { unitIds: [unitId, lent], ...more })),
      );
      expect(await decide(mainUser, userId, grantId, 'grant', 1)).toMatchObject({ status: 200 });
      return grantId;
    };
    await given(kaisa);
    const opened = await made.world.signedIn(kaisa).call('POST', '/v1/clients', {
      body: personBody(made.world, { birthDate: '1980-01-01' }, { unitId }),
    });
    const clientId = text(opened, 'clientId');
    made.world.clock.advance(24 * 60);
    const left = await mainUser.call('GET', `/v1/access-rights/users/${kaisa}`);
    const ended = await mainUser.call('POST', `/v1/access-rights/users/${kaisa}/end-employment`, {
      version: Number(left.json['version']),
    });
    expect(ended.status, ended.body).toBe(200);
    // Another came into the unit after the days; the unit was never that of her own post.
    await given(await newUser(mainUser, postId, 'Leena Laaja'), { range: { from: '2026-11-25' } });
    const dpo = await made.world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    const days = { from: '2026-11-24T00:00:00.000Z', to: '2026-11-24T22:00:00.000Z' };
    for (const whose of [{ userIds: [kaisa] }, { unitId: lent }]) {
      const body = { kinds: ['confidentiality'], knownAt: KNOWN, facts: FACTS };
      const one = `${BREACHES}/${text(await dpo.call('POST', BREACHES, { body }), 'breachId')}`;
      let cursor: string | undefined;
      do {
        const version = Number((await dpo.call('GET', one)).json['version']);
        const asked = { ...whose, ...days, ...(cursor === undefined ? {} : { cursor }) };
        const told = await dpo.call('POST', `${one}/find`, { body: asked, version });
        expect(told.status, told.body).toBe(200);
        cursor = told.json['next'] === undefined ? undefined : String(told.json['next']);
      } while (cursor !== undefined);
      expect((await dpo.call('GET', `${one}/affected-pages/0`)).json).toMatchObject({
        clients: [{ clientId }],
      });
    }
  });
});
