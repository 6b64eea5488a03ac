import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import {
  done,
  handler,
  letter as letterOf,
  recorded,
  requestsOf,
  rulesOf,
  step,
  waitingOf,
} from '../support/subject-requests.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** What is put right, removed, kept beside or restricted at a person's demand. */

const IN_WRITING = { form: 'written', receivedOn: '2026-11-20' };
const REASON = { ground: 'erroneous', initiator: 'client', words: 'Päivä oli väärä.' };
const VIEW = 'En ollut silloin kotona, vaan siskoni luona.';

const noteAt = (clientId: string, noteId: string, rest = ''): string =>
  `/v1/case-notes/clients/${clientId}/notes/${noteId}${rest}`;
const besideAt = (clientId: string, noteId: string, what: string): string =>
  `/v1/data-subject-requests/clients/${clientId}/notes/${noteId}/${what}`;

type Place = { world: World; head: Worker; worker: Worker; clientId: ClientId; noteId: string };

async function placeOf(
  letter: 'L' | 'J' | 'K' | 'U',
  role: 'management' | 'dataProtectionOfficer',
): Promise<Place> {
  const world = await worldOf(PROFILES[letter]);
  const [head, worker] = await Promise.all([
    handler(world, role),
    world.worker('broadResponsibility', { specialRights: ['correctRecord'] }),
  ]);
  const clientId = await newClient(world, worker);
  return { world, head, worker, clientId, noteId: text(await write(worker, clientId), 'noteId') };
}

const corrected = (by: Worker, { clientId, noteId }: Place, reason: object = REASON): Promise<Told> => {
  const { caseId: _caseId, ...entry } = {
    caseId: undefined,
    ...anEntry({}, { text: 'Kotikäynti oli maanantaina.' }),
  };
  return by.call('POST', noteAt(clientId, noteId, '/correct'), { body: { entry, reason }, version: 1 });
};

describe('Loimaa: rectification', () => {
  let place: Place;
  let path: string;
  beforeAll(async () => {
    place = await placeOf('L', 'management');
    path = await recorded(place.worker, place.clientId, {
      ...IN_WRITING,
      kind: 'rectification',
      targets: [{ kind: 'caseNote', id: place.noteId }],
      words: 'Käynti oli maanantaina.',
    });
  });
  const targets = () => ({ targets: [{ kind: 'caseNote', id: place.noteId }] });

  test('is asked in writing, identity checked, decided by the head of social work and by nobody else [L-11.2, L-11.3, L-11.4]', async () => {
    const { world, head, worker, clientId } = place;
    const spoken = await recorded(worker, clientId, { kind: 'rectification', form: 'visit' });
    expect(await step(head, spoken, 'decide', { outcome: 'granted' })).toMatchObject({
      json: { code: 'subjectRequest.formPending' },
    });
    const officer = await handler(world, 'dataProtectionOfficer');
    expect(await step(officer, path, 'decide', { outcome: 'granted' })).toMatchObject({
      json: { code: 'subjectRequest.otherDecides', details: { office: 'headOfSocialWork' } },
    });
    await done(head, path, 'identity', { result: 'identityDocument' });
    expect(rulesOf(await step(head, path, 'identity', { result: 'notNeeded' }))).toContain(
      'subjectRequest.identityRequired',
    );
    await done(head, path, 'decide', { outcome: 'granted' });
  });

  test('is made by who wrote the entry, both versions stay, and the request ends when it has been made [L-11.1, L-11.5, L-11.8, L-11.9]', async () => {
    const { world, head, worker, clientId, noteId } = place;
    expect(rulesOf(await step(head, path, 'carried-out', targets()))).toEqual([
      422,
      'subjectRequest.putRight',
    ]);
    const other = await world.worker('broadResponsibility');
    expect((await corrected(other, place)).status).toBe(403);
    world.clock.advance(1);
    expect((await corrected(worker, place)).status).toBe(200);
    await done(head, path, 'carried-out', targets());
    expect((await head.call('GET', path)).json).toMatchObject({
      state: 'done',
      carriedOut: [{ target: { id: noteId }, what: 'corrected', version: 2 }],
    });
    expect((await worker.call('GET', noteAt(clientId, noteId))).json).toMatchObject({
      state: 'corrected',
      correctedBy: { name: 'Työntekijä Testi', post: 'sosiaalityöntekijä' },
      reason: { ground: 'erroneous', initiator: 'client', words: REASON.words },
    });
    expect((await worker.call('GET', noteAt(clientId, noteId, '/versions'))).json).toMatchObject({
      versions: [{ content: { text: 'Kotikäynti sujui hyvin.' } }],
    });
    expect((await head.call('GET', `${path}/recipients`)).json).toEqual({ recipients: [] });
  });
});

describe('Loimaa: a demand that is refused', () => {
  test('has a certificate that the head of social work issues, with the ground and the remedies [L-11.12]', async () => {
    const { world, head, worker, clientId } = await placeOf('L', 'management');
    const path = await recorded(worker, clientId, { ...IN_WRITING, kind: 'rectification' });
    const refusal = { outcome: 'refused', grounds: ['notErroneous'], reasons: 'Merkintä vastaa havaittua.' };
    const officer = await handler(world, 'dataProtectionOfficer');
    expect((await step(officer, path, 'decide', refusal)).status).toBe(403);
    await done(head, path, 'decide', refusal);
    const page = await letterOf(head, path);
    for (const said of ['Todistus pyynnön epäämisestä', refusal.reasons, '16 art.', 'valitus']) {
      expect(page).toContain(said);
    }
  });
});

describe('Joutsa', () => {
  let place: Place;
  beforeAll(async () => {
    place = await placeOf('J', 'dataProtectionOfficer');
  });
  const asked = (kind: string) =>
    recorded(place.worker, place.clientId, {
      ...IN_WRITING,
      kind,
      targets: [{ kind: 'caseNote', id: place.noteId }],
    });

  test('the party’s own view is kept beside the datum, also where it was not corrected [J-9.2, J-9.9]', async () => {
    const { world, head, worker, clientId, noteId } = place;
    const path = await asked('rectification');
    const target = { kind: 'caseNote', id: noteId };
    await done(head, path, 'statements', { target, words: VIEW });
    expect((await worker.call('GET', noteAt(clientId, noteId))).json).toMatchObject({ statements: 1 });
    expect((await worker.call('GET', besideAt(clientId, noteId, 'statements'))).json).toMatchObject({
      statements: [{ givenOn: '2026-11-24', words: VIEW }],
    });
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    expect((await stranger.call('GET', besideAt(clientId, noteId, 'statements'))).status).toBe(403);
  });

  test('processing is restricted: kept, and neither read, changed nor found but on a ground of the law, until it is lifted and told [J-9.13]', async () => {
    const { world, head, worker, clientId, noteId } = place;
    const path = await asked('restriction');
    expect((await step(head, path, 'limit')).status).toBe(409);
    await done(head, path, 'decide', { outcome: 'granted' });
    await done(head, path, 'limit');
    const read = await worker.call('GET', noteAt(clientId, noteId));
    expect(read.json).toMatchObject({ limited: { since: '2026-11-24' } });
    expect(read.json).not.toHaveProperty('content');
    const version = Number(read.json['version']);
    const removed = { body: { reason: { ...REASON, ground: 'unnecessary' } }, version };
    expect(await worker.call('POST', noteAt(clientId, noteId, '/remove'), removed)).toMatchObject({
      json: { code: 'processing.limited' },
    });
    const found = await worker.call('POST', `/v1/search/clients/${clientId}`, {
      body: { words: 'kotikäynti' },
    });
    expect(found.json).toMatchObject({ hits: [] });
    const forced = await worker.call('GET', besideAt(clientId, noteId, 'limited?ground=publicInterest'));
    expect(forced.json).toMatchObject({ content: { text: 'Kotikäynti sujui hyvin.' } });
    expect((await worker.call('GET', besideAt(clientId, noteId, 'limited'))).status).toBe(400);
    const lines = await linesOf(world.services);
    expect(
      lines.find(({ eventName, reasonCode }) => eventName === 'LimitedNoteRead' && reasonCode !== undefined),
    ).toMatchObject({
      reasonCode: 'publicInterest',
    });

    expect((await step(head, path, 'lift', { toldOn: '2026-12-24' })).status).toBe(409);
    await done(head, path, 'lift', { toldOn: '2026-11-23' });
    expect((await worker.call('GET', noteAt(clientId, noteId))).json).toMatchObject({
      content: { text: 'Kotikäynti sujui hyvin.' },
    });
  });

  test('a person may ask to be forgotten: what is not needed is removed, and a mark stays of it [J-9.12]', async () => {
    const { world, head, worker, clientId, noteId } = place;
    const path = await asked('erasure');
    await done(head, path, 'decide', { outcome: 'granted' });
    world.clock.advance(1);
    const { json } = await worker.call('GET', noteAt(clientId, noteId));
    const body = { reason: { ...REASON, ground: 'unnecessary' } };
    const removed = await worker.call('POST', noteAt(clientId, noteId, '/remove'), {
      body,
      version: Number(json['version']),
    });
    expect(removed.status, removed.body).toBe(200);
    await done(head, path, 'carried-out', { targets: [{ kind: 'caseNote', id: noteId }] });
    expect((await head.call('GET', path)).json).toMatchObject({ carriedOut: [{ what: 'removed' }] });
    expect((await worker.call('GET', noteAt(clientId, noteId))).json).toMatchObject({
      state: 'removed',
      removedBy: { name: 'Työntekijä Testi' },
    });
  });
});

/** What is erroneous is demanded, decided, corrected and looked at. @returns the state of the request. */
async function rectified(letter: 'U' | 'K', form: string): Promise<unknown> {
  const place = await placeOf(letter, 'management');
  const { world, head, worker, clientId, noteId } = place;
  const targets = [{ kind: 'caseNote', id: noteId }];
  const path = await recorded(worker, clientId, {
    receivedOn: '2026-11-20',
    kind: 'rectification',
    form,
    targets,
  });
  expect(await waitingOf(head, clientId)).toMatchObject([{ receivedOn: '2026-11-20', late: false }]);
  await done(head, path, 'decide', { outcome: 'granted' });
  world.clock.advance(1);
  expect((await corrected(worker, place)).status).toBe(200);
  await done(head, path, 'carried-out', { targets });
  expect(await waitingOf(head, clientId)).toEqual([]);
  return (await head.call('GET', path)).json['state'];
}

describe('Uusikaupunki', () => {
  test('what is erroneous is rectified on demand, and waits by its age until it has been [U-10.3]', async () => {
    expect(await rectified('U', 'signedDocument')).toBe('done');
  });

  test('a request is a signed or verified document to the data-protection officer; erasure may be asked and granted [U-10.5, U-10.6]', async () => {
    const { head, worker, clientId, noteId } = await placeOf('U', 'management');
    const body = { kind: 'erasure', receivedOn: '2026-11-20', asker: 'client', words: 'Poistakaa tietoni.' };
    for (const [form, formAccepted] of [
      ['signedDocument', true],
      ['verifiedDocument', true],
      ['visit', false],
    ] as const) {
      const told = await worker.call('POST', requestsOf(clientId), { body: { ...body, form } });
      expect(told.json).toMatchObject({ formAccepted, addressee: 'dataProtectionOfficer' });
    }
    const targets = [{ kind: 'caseNote', id: noteId }];
    const path = await recorded(worker, clientId, { ...body, form: 'signedDocument', targets });
    await done(head, path, 'decide', { outcome: 'granted' });
    expect((await head.call('GET', path)).json).toMatchObject({ state: 'decided', form: 'signedDocument' });
  });
});

describe('Keski-Uusimaa', () => {
  test('what is erroneous is rectified on demand, and waits by its age until it has been [K-15.1]', async () => {
    expect(await rectified('K', 'form')).toBe('done');
  });

  test('what is incomplete is completed by an additional statement, kept with the data [K-15.2]', async () => {
    const place = await placeOf('K', 'management');
    const { head, worker, clientId, noteId } = place;
    const path = await recorded(worker, clientId, {
      receivedOn: '2026-11-20',
      kind: 'rectification',
      form: 'form',
      targets: [{ kind: 'caseNote', id: noteId }],
    });
    await done(head, path, 'statements', { target: { kind: 'caseNote', id: noteId }, words: VIEW });
    await done(head, path, 'decide', {
      outcome: 'refused',
      grounds: ['notErroneous'],
      reasons: 'Merkintä vastaa sitä, mitä käynnillä havaittiin.',
    });
    expect((await worker.call('GET', besideAt(clientId, noteId, 'statements'))).json).toMatchObject({
      statements: [{ words: VIEW }],
    });
  });
});
