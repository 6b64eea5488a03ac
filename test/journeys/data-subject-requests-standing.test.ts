import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aMinorsBan, forbid, minorWithCustodians } from '../support/disclosures.ts';
import { FROM_CLIENT, inventedCode, text } from '../support/people.ts';
import { corrected, placeOf } from '../support/put-right.ts';
import {
  AS_MINOR,
  done,
  handler,
  letter,
  packaged,
  recorded,
  requestsOf,
  rulesOf,
  step,
} from '../support/subject-requests.ts';
import type { Told, Worker } from '../support/world.ts';

/** Whose right to ask still stands: custody and powers end, a child comes of age, a client dies, and a way of giving is decided. */

const GRANT = { outcome: 'granted', delivery: { mode: 'writing' } };
const CUSTODIAN = {
  asker: 'guardianOfMinor',
  askerName: 'Keksitty Äiti',
  rightToAct: 'Huoltaja väestötietojen mukaan.',
};
const ask = (worker: Worker, clientId: string, more: object): Promise<Told> =>
  worker.call('POST', requestsOf(clientId), {
    body: {
      kind: 'inspection',
      receivedOn: '2026-11-20',
      form: 'signedDocument',
      words: 'Haluan nähdä tiedot.',
      ...more,
    },
  });

test('a minor asks as a minor whose ability was judged, a guardian for a minor alone, and by a relation that gives the right', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const { clientId, mother } = await minorWithCustodians(world, worker);
  const adult = await newClient(world, worker, {
    name: 'Aikuinen Antti',
    code: inventedCode(LocalDate.parse('1980-02-02'), 971),
  });
  expect(rulesOf(await ask(worker, clientId, { asker: 'client' }))).toEqual([
    422,
    'subjectRequest.askerOfAge',
  ]);
  expect((await ask(worker, clientId, AS_MINOR)).status).toBe(201);
  expect(rulesOf(await ask(worker, adult, AS_MINOR))).toEqual([422, 'subjectRequest.askerOfAge']);
  expect(rulesOf(await ask(worker, adult, CUSTODIAN))).toEqual([422, 'subjectRequest.askerOfAge']);
  expect((await ask(worker, clientId, { ...CUSTODIAN, relationId: mother })).status).toBe(201);
  const authorised = { ...CUSTODIAN, asker: 'authorised', relationId: mother };
  expect(rulesOf(await ask(worker, clientId, authorised))).toEqual([422, 'subjectRequest.askerOfRelation']);
});

test('whom a child has shut out is refused by a certificate that names the law, and the child is not refused so', async () => {
  const world = await worldOf(PROFILES.U);
  const [head, worker] = [await handler(world, 'management'), await world.worker('broadResponsibility')];
  const { clientId, father } = await minorWithCustodians(world, worker);
  expect((await forbid(worker, clientId, aMinorsBan([father]))).status).toBe(201);
  const refusal = { outcome: 'refused', grounds: ['minorsBan'], reasons: 'Tietoja ei anneta isälle.' };
  const his = await recorded(worker, clientId, { ...CUSTODIAN, relationId: father });
  await done(head, his, 'decide', refusal);
  expect(await letter(head, his)).toContain('703/2023 51 §');
  const own = await recorded(worker, clientId, AS_MINOR);
  expect(rulesOf(await step(head, own, 'decide', refusal))).toEqual([422, 'subjectRequest.groundOfKind']);
});

test('what a custodian asked for is not given once the custody has ended', async () => {
  const world = await worldOf(PROFILES.U);
  const [head, worker] = [await handler(world, 'management'), await world.worker('broadResponsibility')];
  const { clientId, mother, father } = await minorWithCustodians(world, worker);
  const released = async (relationId: string): Promise<string> => {
    const path = await recorded(worker, clientId, { ...CUSTODIAN, relationId });
    await done(head, path, 'identity', { result: 'identityDocument' });
    await done(head, path, 'decide', GRANT);
    await packaged(head, path);
    return path;
  };
  const [hers, his] = [await released(mother), await released(father)];
  const given = (path: string) => head.call('GET', `${path}/package/parts/0/given`);
  expect([(await given(hers)).status, (await given(his)).status]).toEqual([200, 200]);

  const at = `/v1/clients/${clientId}/network/${mother}`;
  const { json } = await worker.call('GET', `/v1/clients/${clientId}/network`);
  const relations: { relationId: string; version: number }[] = json['relations'] ?? [];
  const version = Number(relations.find(({ relationId }) => relationId === mother)?.version);
  const ended = await worker.call('POST', `${at}/end`, {
    body: { to: '2026-11-23', source: FROM_CLIENT },
    version,
  });
  expect(ended.status, ended.body).toBe(200);
  const over = { status: 409, json: { code: 'subjectRequest.rightEnded' } };
  expect(await given(hers)).toMatchObject(over);
  expect(await step(head, hers, 'deliver', { on: '2026-11-24', mode: 'writing' })).toMatchObject(over);
  expect((await given(his)).status).toBe(200);
});

test('of who has died nothing is given as of the living, and of the living nothing as of the dead', async () => {
  const place = await placeOf('L', 'management');
  const { head, worker, clientId } = place;
  const path = await recorded(worker, clientId);
  await done(head, path, 'identity', { result: 'identityDocument' });
  await done(head, path, 'decide', GRANT);
  await packaged(head, path);
  const given = () => head.call('GET', `${path}/package/manifest`);
  expect((await given()).status).toBe(200);
  const { json } = await worker.call('GET', `/v1/clients/${clientId}`);
  const body = { diedOn: '2026-11-23', source: { kind: 'authority', channel: 'paper' } };
  const died = await worker.call('POST', `/v1/clients/${clientId}/death`, {
    body,
    version: Number(json['version']),
  });
  expect(died.status, died.body).toBe(200);
  expect(await given()).toMatchObject({ status: 409, json: { code: 'subjectRequest.rightEnded' } });
});

test('data are given in the way that was decided, and not before they were released', async () => {
  const { head, worker, clientId } = await placeOf('L', 'management');
  const path = await recorded(worker, clientId);
  await done(head, path, 'identity', { result: 'identityDocument' });
  await done(head, path, 'decide', GRANT);
  await packaged(head, path);
  for (const [said, rules] of [
    [{ on: '2026-11-23', mode: 'writing' }, ['subjectRequest.deliveredSince']],
    [{ on: '2026-11-25', mode: 'writing' }, ['subjectRequest.deliveredSince']],
    [{ on: '2026-11-24', mode: 'electronic' }, ['subjectRequest.deliveredAsDecided']],
  ] as const) {
    expect(rulesOf(await step(head, path, 'deliver', said))).toEqual([422, ...rules]);
  }
  await done(head, path, 'deliver', { on: '2026-11-24', mode: 'writing' });
});

test('statements of the client leave room for what is carried out: so many are kept of one request', async () => {
  const { head, worker, clientId, noteId } = await placeOf('L', 'management');
  const target = { kind: 'caseNote', id: noteId };
  const path = await recorded(worker, clientId, {
    kind: 'rectification',
    form: 'written',
    targets: [target],
  });
  await done(head, path, 'identity', { result: 'identityDocument' });
  let told: Told | undefined;
  for (let nth = 0; nth < 41; nth += 1) {
    told = await step(head, path, 'statements', { target, words: `Olen eri mieltä, ${nth}.` });
  }
  expect(told).toMatchObject({ status: 409, json: { code: 'subjectRequest.notNow' } });
  expect((await head.call('GET', path)).status).toBe(200);
});

test('a demand that was met in part is not refused after it', async () => {
  const place = await placeOf('L', 'management');
  const { world, head, worker, clientId, noteId } = place;
  const other = text(await write(worker, clientId), 'noteId');
  const targets = [noteId, other].map((id) => ({ kind: 'caseNote', id }));
  const path = await recorded(worker, clientId, { kind: 'rectification', form: 'written', targets });
  await done(head, path, 'identity', { result: 'identityDocument' });
  await done(head, path, 'decide', { outcome: 'granted' });
  world.clock.advance(1);
  expect((await corrected(worker, place)).status).toBe(200);
  await done(head, path, 'carried-out', { targets: targets.slice(0, 1) });
  const refusal = { outcome: 'refused', grounds: ['notErroneous'], reasons: 'Merkintä vastaa havaittua.' };
  expect(await step(head, path, 'decide', refusal)).toMatchObject({
    status: 409,
    json: { code: 'subjectRequest.notNow' },
  });
  await done(head, path, 'decide', { ...refusal, outcome: 'partly' });
});
