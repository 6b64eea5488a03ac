import { beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { anyClient } from '../support/access-log.ts';
import { choose } from '../support/controllers.ts';
import { aMinorsBan, forbid, minorWithCustodians } from '../support/disclosures.ts';
import { done, rulesOf, step } from '../support/subject-requests.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** To whom log data are given: who asks is known, and may still ask for the client when they are given. */

const OF_GUARDIAN = { asker: 'guardianOfMinor', rightToAct: 'Huoltajuus tarkistettu VTJ-otteesta.' };
const DECISION = 'Lokitietoja ei anneta, koska pyytäjälle ei saa antaa lapsen tietoja.';

let world: World;
let worker: Worker;
let officer: Worker;
beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
});

const of = (clientId: string): string => `/v1/log-requests/clients/${clientId}/requests`;

const record = (clientId: string, more: object = {}) =>
  officer.call('POST', of(clientId), {
    body: { receivedOn: '2026-11-24', channel: 'letter', asker: 'client', ...more },
  });
async function asked(clientId: string, more: object = {}): Promise<string> {
  const told = await record(clientId, more);
  expect(told.status, told.body).toBe(201);
  return `${of(clientId)}/${String(told.json['requestId'])}`;
}

const given = (path: string) =>
  Promise.all(
    ['/extract', '/letter'].map(async (rest) => {
      const { status, json } = await officer.call('GET', `${path}${rest}`);
      return [status, json['code']];
    }),
  );
const GIVEN = [
  [200, undefined],
  [200, undefined],
];
const refusedAs = (status: number, code: string) => [
  [status, code],
  [status, code],
];

describe('log data', () => {
  test('are not given before who asks has been identified, however long ago the request was answered', async () => {
    const path = await asked(await anyClient(world, worker));
    await done(officer, path, 'answer', { outcome: 'given' });
    expect(await given(path)).toEqual(refusedAs(409, 'logRequest.identityPending'));
    await done(officer, path, 'identity', { result: 'identityDocument' });
    expect(await given(path)).toEqual(GIVEN);
    expect((await officer.call('GET', path)).json).toMatchObject({
      identity: { state: 'checked', way: 'identityDocument', on: '2026-11-24', by: officer.userId },
    });
    // Whoever is known is not asked again, and a request that was withdrawn gives nothing.
    expect(await step(officer, path, 'identity', { result: 'knownPersonally' })).toMatchObject({
      status: 409,
    });
    const dropped = await asked(await anyClient(world, worker));
    await done(officer, dropped, 'withdraw');
    expect(await step(officer, dropped, 'identity', { result: 'knownPersonally' })).toMatchObject({
      status: 409,
    });
  });

  test('are given without a check where the controller checks on need alone, and where it always checks they are not', async () => {
    const clientId = await anyClient(world, worker);
    expect(rulesOf(await record(clientId, { identity: 'notNeeded' }))).toEqual([
      422,
      'subjectRequest.identityRequired',
    ]);
    const lax = await testWorld();
    const { dataSubjectRequests } = defaultSettings;
    await choose(lax, lax.controller, {
      ...defaultSettings,
      dataSubjectRequests: { ...dataSubjectRequests, identityCheck: 'onNeed' },
    });
    const theirs = await lax.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    const told = await theirs.call(
      'POST',
      of(await anyClient(lax, await lax.worker('broadResponsibility'))),
      { body: { receivedOn: '2026-11-24', channel: 'letter', asker: 'client', identity: 'notNeeded' } },
    );
    expect(told.status, told.body).toBe(201);
  });

  test('of a child are asked by the child, whose ability was judged, or a guardian; of an adult by no guardian of a minor', async () => {
    const { clientId, mother } = await minorWithCustodians(world, worker);
    expect(rulesOf(await record(clientId))).toEqual([422, 'subjectRequest.askerOfAge']);
    expect(rulesOf(await record(clientId, { asker: 'minor' }))).toEqual([422, 'logRequest.rightToAct']);
    await asked(clientId, { asker: 'minor', rightToAct: 'Ymmärtää, mitä pyytää.' });
    await asked(clientId, { ...OF_GUARDIAN, relationId: mother });
    expect(
      rulesOf(await record(clientId, { ...OF_GUARDIAN, asker: 'authorised', relationId: mother })),
    ).toEqual([422, 'subjectRequest.askerOfRelation']);
  });

  test('are not given to a guardian whose child has come of age since', async () => {
    const own = await testWorld();
    const [theirs, social] = [
      await own.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] }),
      await own.worker('broadResponsibility'),
    ];
    const { clientId, mother } = await minorWithCustodians(own, social);
    const body = {
      receivedOn: '2026-11-24',
      channel: 'letter',
      identity: 'identityDocument',
      ...OF_GUARDIAN,
      relationId: mother,
    };
    const { json } = await theirs.call('POST', of(clientId), { body });
    const path = `${of(clientId)}/${String(json['requestId'])}`;
    await done(theirs, path, 'answer', { outcome: 'given' });
    expect((await theirs.call('GET', `${path}/extract`)).status).toBe(200);
    // Born on 24 March 2010.
    own.clock.advance(500 * 24 * 60);
    for (const rest of ['/extract', '/letter']) {
      expect(await theirs.call('GET', `${path}${rest}`), rest).toMatchObject({
        status: 409,
        json: { code: 'logRequest.rightEnded' },
      });
    }
  });

  test('are refused to a guardian whom the child has shut out by a decision with its law, and nothing is kept back from the child', async () => {
    const { clientId, father } = await minorWithCustodians(world, worker);
    const ofFather = { ...OF_GUARDIAN, identity: 'identityDocument', relationId: father };
    const path = await asked(clientId, ofFather);
    expect((await forbid(worker, clientId, aMinorsBan([father]))).status).toBe(201);
    const refusal = { outcome: 'refused', askerRefused: 'minorsBan', decision: DECISION };
    for (const body of [
      { ...refusal, outcome: 'given' },
      { ...refusal, withheld: [{ ground: 'crime', withheld: ALL, words: DECISION }] },
    ]) {
      expect(rulesOf(await step(officer, path, 'answer', body))).toEqual([422, 'logRequest.askerRefused']);
    }
    const { decision: _none, ...silent } = refusal;
    expect(rulesOf(await step(officer, path, 'answer', silent))).toEqual([422, 'logRequest.decisionWritten']);
    await done(officer, path, 'answer', refusal);
    const letter = await officer.call('GET', `${path}/letter`);
    expect(letter.status, letter.body).toBe(200);
    for (const word of ['703/2023 51 §', DECISION, 'tietosuojavaltuutetun'])
      expect(letter.body).toContain(word);
    expect((await officer.call('GET', `${path}/extract`)).status).toBe(409);
    expect((await officer.call('GET', of(clientId))).json).toMatchObject({ withholdings: [] });
    const own = { asker: 'minor', rightToAct: 'Ymmärtää, mitä pyytää.', identity: 'knownPersonally' };
    const childs = await asked(clientId, own);
    expect(rulesOf(await step(officer, childs, 'answer', refusal))).toEqual([422, 'logRequest.askerRefused']);
    await done(officer, childs, 'answer', { outcome: 'given' });
    expect(await given(childs)).toEqual(GIVEN);
  });
});

const ALL = { what: 'lines', scope: { of: 'all' } };
