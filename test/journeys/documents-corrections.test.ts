import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import {
  aDraft,
  documentsAt,
  finished,
  listed,
  opened,
  storedBodies,
  summaryOf,
} from '../support/documents.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let author: Worker;
let colleague: Worker;
let corrector: Worker;
let clientId: ClientId;
beforeEach(async () => {
  world = await testWorld();
  author = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
  colleague = await world.worker('broadResponsibility');
  corrector = await world.worker('broadResponsibility', {
    name: 'Reijo Rekisteri',
    specialRights: ['correctRecord'],
  });
  clientId = await newClient(world, author);
});

const reason = { ground: 'erroneous', initiator: 'client', words: 'Jakso oli kirjattu väärin.' };
const mark = { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asiaan.' } };

const correct = (
  by: Worker,
  documentId: string,
  { text = 'Oikea teksti.', version = 1, of = clientId, more = {} } = {},
): Promise<Told> =>
  by.call('POST', `${documentsAt(of)}/${documentId}/correct`, {
    version,
    body: {
      document: { serviceTasks: ['families'], content: summaryOf(text) },
      reason: { ...reason, ...more },
    },
  });
const act = (by: Worker, documentId: string, what: string, version = 1, of = clientId): Promise<Told> =>
  by.call('POST', `${documentsAt(of)}/${documentId}/${what}`, { version, body: mark });

describe('a correction of a document', () => {
  test('stands in its place with corrector, post, time and ground; both versions stay readable', async () => {
    const documentId = await finished(author, clientId);
    const before = await opened(author, clientId, documentId);
    world.clock.advance(60);
    expect(await correct(author, documentId)).toMatchObject({ status: 200, json: { version: 2 } });
    const after = await opened(author, clientId, documentId);
    expect(after.json).toMatchObject({
      state: 'corrected',
      correction: 1,
      finalAt: before.json['finalAt'],
      documentAt: before.json['documentAt'],
      correctedBy: { userId: author.userId, name: 'Kaisa Niemi', post: 'sosiaalityöntekijä' },
      reason: { ground: 'erroneous', initiator: 'client', words: 'Jakso oli kirjattu väärin.' },
      content: {
        sosiaalihuollon_yhteenveto: {
          yhteenveto: { asiasisalto: 'Oikea teksti.' },
          laatija: [{ sukunimi: 'Niemi', etunimet: 'Kaisa' }],
        },
      },
    });
    expect(after.json['sha256']).not.toBe(before.json['sha256']);
    await correct(author, documentId, {
      text: 'Vielä oikeampi.',
      version: 2,
      more: { words: 'Toinen kerta.' },
    });
    const versions = await corrector.call('GET', `${documentsAt(clientId)}/${documentId}/versions`);
    expect(versions.json['versions']).toMatchObject([
      { correction: 0, sha256: before.json['sha256'], content: before.json['content'] },
      { correction: 1, sha256: after.json['sha256'], reason: { words: 'Jakso oli kirjattu väärin.' } },
    ]);
    expect((await author.call('GET', `${documentsAt(clientId)}/${documentId}/versions`)).status).toBe(403);
    expect((await listed(author, clientId)).documents).toMatchObject([{ documentId, state: 'corrected' }]);
  });

  test('is made by the author, or by who has the special right in the presence of another; made twice, by one', async () => {
    const documentId = await finished(author, clientId);
    expect(await correct(colleague, documentId)).toMatchObject({
      status: 403,
      json: { code: 'note.notTheAuthor' },
    });
    expect((await correct(corrector, documentId)).json['code']).toBe('note.presenceNeeded');
    const present = { presentUserId: colleague.userId };
    const told = await Promise.all([
      correct(author, documentId),
      correct(corrector, documentId, { more: present }),
    ]);
    expect(told.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('that is not valid, or is about a mark, changes nothing', async () => {
    const documentId = await finished(author, clientId);
    const told = await author.call('POST', `${documentsAt(clientId)}/${documentId}/correct`, {
      version: 1,
      body: {
        document: { serviceTasks: ['families'], content: { sosiaalihuollon_yhteenveto: { outo: 1 } } },
        reason,
      },
    });
    expect(told).toMatchObject({
      status: 422,
      json: {
        code: 'document.notValid',
        findings: expect.arrayContaining([
          expect.objectContaining({
            rule: 'document.unknownField',
            path: '/content/sosiaalihuollon_yhteenveto/outo',
          }),
        ]),
      },
    });
    expect((await opened(author, clientId, documentId)).json).toMatchObject({ state: 'final', version: 1 });
    await act(author, documentId, 'remove');
    expect((await correct(author, documentId, { version: 2 })).json['code']).toBe('document.isMark');
    expect((await act(author, documentId, 'invalidate', 2)).json['code']).toBe('document.isMark');
  });

  test('is not made so often that the document could no longer be removed whole', async () => {
    const documentId = await finished(author, clientId);
    let version = 1;
    let told = await correct(author, documentId, { version });
    while (told.status === 200) told = await correct(author, documentId, { version: (version += 1) });
    expect([told.status, told.json['code'], version]).toEqual([409, 'document.tooManyVersions', 7]);
    expect((await act(author, documentId, 'remove', version)).status).toBe(200);
  });
});

test('an invalidated document stays readable and says that it does not hold', async () => {
  const documentId = await finished(author, clientId);
  expect((await act(author, documentId, 'invalidate')).status).toBe(200);
  expect((await opened(author, clientId, documentId)).json).toMatchObject({
    state: 'invalidated',
    invalidatedBy: { userId: author.userId, name: 'Kaisa Niemi' },
    reason: { words: 'Ei kuulu asiaan.' },
    content: summaryOf('Perhe on saanut kotipalvelua syksyn ajan.'),
  });
  expect((await correct(author, documentId, { version: 2 })).json['code']).toBe('document.isInvalidated');
});

test('a removed document leaves a mark of what, who, when and why, and its content is gone in every version', async () => {
  const documentId = await finished(author, clientId);
  await correct(author, documentId);
  expect(await storedBodies(world)).toBe(2);
  expect((await act(author, documentId, 'remove', 2)).status).toBe(200);
  const { json } = await opened(author, clientId, documentId);
  expect(json).toMatchObject({
    state: 'removed',
    removedBy: { userId: author.userId, name: 'Kaisa Niemi' },
    reason: { ground: 'unnecessary', words: 'Ei kuulu asiaan.' },
  });
  expect(json).not.toHaveProperty('content');
  expect(await storedBodies(world)).toBe(0);
  const versions = await corrector.call('GET', `${documentsAt(clientId)}/${documentId}/versions`);
  expect(versions.json['versions']).toEqual([]);
  const national = await author.call('GET', `${documentsAt(clientId)}/${documentId}/national`);
  expect([national.status, national.json['code']]).toEqual([409, 'document.isMark']);
  expect((await act(author, documentId, 'remove', 3)).json['code']).toBe('document.isMark');
});

test('a document of siblings is corrected, invalidated and removed in the file of each', async () => {
  const eino = await newClient(world, author, { name: 'Esimerkki Eino' });
  const caseId = await openedCase(world, author, clientId, { otherClientIds: [eino] });
  const documentId = await finished(author, clientId, aDraft({ caseId }), {
    draftVersion: 1,
    alsoOf: [eino],
  });
  await correct(author, documentId, { of: eino });
  for (const of of [clientId, eino]) {
    expect((await opened(author, of, documentId)).json).toMatchObject({
      clientId: of,
      version: 2,
      content: summaryOf('Oikea teksti.'),
      reason: { words: 'Jakso oli kirjattu väärin.' },
    });
    const versions = await corrector.call('GET', `${documentsAt(of)}/${documentId}/versions`);
    expect(versions.json['versions']).toHaveLength(1);
  }
  await act(author, documentId, 'invalidate', 2);
  await act(author, documentId, 'remove', 3, eino);
  for (const of of [clientId, eino]) {
    expect((await opened(author, of, documentId)).json).toMatchObject({ state: 'removed', version: 4 });
  }
  expect(await storedBodies(world)).toBe(0);
});

test('a document of three siblings that was corrected as often as may be is removed in another month too', async () => {
  const others = [
    await newClient(world, author, { name: 'Esimerkki Eino' }),
    await newClient(world, author, { name: 'Esimerkki Elli' }),
  ];
  const caseId = await openedCase(world, author, clientId, { otherClientIds: others });
  const final = { draftVersion: 1, alsoOf: others };
  const documentId = await finished(author, clientId, aDraft({ caseId }), final);
  let version = 1;
  let told = await correct(author, documentId, { version });
  while (told.status === 200) told = await correct(author, documentId, { version: (version += 1) });
  expect(told.json['code']).toBe('document.tooManyVersions');
  world.clock.advance(10 * 24 * 60);
  expect(await act(author, documentId, 'remove', version)).toMatchObject({ status: 200 });
});
