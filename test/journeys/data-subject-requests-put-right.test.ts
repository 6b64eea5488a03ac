import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentAt, partOf, pdfOf, sentIn } from '../support/attachments.ts';
import { aRequest, onProvision, prepare, requested } from '../support/disclosures.ts';
import { linesOf } from '../support/dump.ts';
import { besideAt, corrected, noteAt, type Place, placeOf, REASON } from '../support/put-right.ts';
import { done, handler, letter as letterOf, recorded, rulesOf, step } from '../support/subject-requests.ts';

/** What is put right, removed, kept beside or restricted at a person's demand. */

const IN_WRITING = { form: 'written', receivedOn: '2026-11-20' };
const VIEW = 'En ollut silloin kotona, vaan siskoni luona.';

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
      json: {
        code: 'subjectRequest.otherDecides',
        details: { office: 'headOfSocialWork', roles: ['management'] },
      },
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
    expect(page).not.toContain('art..');
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
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1), {
      belongsTo: { kind: 'caseNote', id: noteId },
      serviceTasks: [],
    });
    const file = attachmentAt(clientId, attachmentId);
    expect((await partOf(worker, file)).status).toBe(200);
    await done(head, path, 'decide', { outcome: 'granted' });
    await done(head, path, 'limit');
    const read = await worker.call('GET', noteAt(clientId, noteId));
    expect(read.json).toMatchObject({ limited: { since: '2026-11-24' } });
    expect(read.json).not.toHaveProperty('content');
    const version = Number(read.json['version']);
    const removed = { body: { reason: { ...REASON, ground: 'unnecessary' } }, version };
    expect((await partOf(worker, file)).status).toBe(404);
    for (const at of [file, `${file}/versions`]) expect((await worker.call('GET', at)).status, at).toBe(404);
    expect((await worker.call('GET', `/v1/attachments/clients/${clientId}`)).json).toMatchObject({
      attachments: [],
    });
    expect(await worker.call('POST', noteAt(clientId, noteId, '/remove'), removed)).toMatchObject({
      json: { code: 'processing.limited' },
    });
    const pieces = [{ kind: 'note', id: noteId }];
    const disclosure = await requested(worker, clientId, aRequest());
    expect((await prepare(worker, disclosure, onProvision('policeThreat', pieces))).json).toMatchObject({
      code: 'processing.limited',
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

    // Told once it is restricted, and before it is lifted: not the day before, and not tomorrow (art. 18(3)).
    for (const toldOn of ['2026-11-23', '2026-11-25', '2026-12-24']) {
      const early = await step(head, path, 'lift', { toldOn });
      expect(rulesOf(early), toldOn).toEqual([422, 'subjectRequest.toldBeforeLifted']);
    }
    expect((await worker.call('GET', noteAt(clientId, noteId))).json).toHaveProperty('limited');
    await done(head, path, 'lift', { toldOn: '2026-11-24' });
    expect((await partOf(worker, file)).status).toBe(200);
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
