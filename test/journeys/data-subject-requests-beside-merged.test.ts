import { beforeEach, describe, expect, test } from 'vitest';
import { StoredFact } from '../../shared/statistics-fact.ts';
import { attachmentAt, partOf, pdfOf, sentIn } from '../support/attachments.ts';
import { newClient, write } from '../support/case-notes.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import {
  type MergedPlace,
  marked,
  mergedPlace,
  NOT_NEEDED,
  RIGHT,
  VIEW,
  WRONG,
} from '../support/merged-place.ts';
import { changedTo, text } from '../support/people.ts';
import { REASON } from '../support/put-right.ts';
import { found, saying } from '../support/search.ts';
import { done, packaged, rulesOf, step } from '../support/subject-requests.ts';

/** What is kept beside, removed, restricted or marked as others' in a file that was merged into another. */

let m: MergedPlace;
beforeEach(async () => {
  m = await mergedPlace();
});

test('what the client says of an entry of a merged file is kept beside it, in that file, and read through the one that remains', async () => {
  const path = await m.asked('rectification', [m.note()]);
  await done(m.head, path, 'statements', { target: m.note(), words: VIEW });
  await done(m.head, path, 'statements', { target: m.document(), words: VIEW });
  expect((await m.worker.call('GET', m.noteAt())).json).toMatchObject({ statements: 1 });
  for (const place of [`/notes/${m.noteId}/statements`, `/documents/${m.documentId}/statements`]) {
    expect((await m.worker.call('GET', m.besideAt(place))).json).toMatchObject({
      statements: [{ words: VIEW }],
    });
  }
  const line = (await linesOf(m.world.services)).find(({ eventName }) => eventName === 'ClientStatementKept');
  expect([line?.clients, line?.resources.map(({ client }) => client)]).toEqual([
    [m.target, m.source],
    [m.target, m.source],
  ]);
  // It lies with the entry: it is there also when the merge was a mistake.
  await m.undo();
  const own = `/v1/data-subject-requests/clients/${m.source}/notes/${m.noteId}/statements`;
  expect((await m.worker.call('GET', own)).json).toMatchObject({ statements: [{ words: VIEW }] });
});

test('an entry of a merged file is removed as not needed, and a mark stays of it', async () => {
  const path = await m.granted('erasure', [m.note()]);
  const removed = await marked(m.worker, m.noteAt(), 'remove', { reason: NOT_NEEDED });
  expect(removed.status, removed.body).toBe(200);
  await done(m.head, path, 'carried-out', { targets: [m.note()] });
  expect((await m.head.call('GET', path)).json).toMatchObject({
    state: 'done',
    carriedOut: [{ what: 'removed' }],
  });
  const left = await m.worker.call('GET', m.noteAt());
  expect(left.json).toMatchObject({ state: 'removed', removedBy: { name: 'Työntekijä Testi' } });
  expect(left.json).not.toHaveProperty('content');
});

describe('what is restricted in a merged file', () => {
  test('is neither read, changed nor found but on a ground of the law, which both clients’ logs name, until it is lifted', async () => {
    const path = await m.asked('restriction', [m.note(), m.document()]);
    await done(m.head, path, 'decide', { outcome: 'granted' });
    await done(m.head, path, 'limit');
    const read = await m.worker.call('GET', m.noteAt());
    expect(read.json).toMatchObject({ limited: { since: '2026-11-24' } });
    expect(read.json).not.toHaveProperty('content');
    expect((await m.corrected(m.worker)).json).toMatchObject({ code: 'processing.limited' });
    expect(await found(m.worker, m.target, 'päihtynyt')).toEqual([]);
    for (const place of [`/notes/${m.noteId}/limited`, `/documents/${m.documentId}/limited`]) {
      expect((await m.worker.call('GET', m.besideAt(place))).status).toBe(400);
      const forced = await m.worker.call('GET', m.besideAt(`${place}?ground=legalClaims`));
      expect(forced.body).toContain(WRONG);
    }
    const lines = await linesOf(m.world.services);
    expect(lines.find(({ eventName }) => eventName === 'ProcessingLimited')?.clients).toEqual([
      m.target,
      m.source,
    ]);
    for (const event of ['LimitedMergedNoteRead', 'LimitedMergedDocumentRead']) {
      expect(
        lines.find(({ eventName, reasonCode }) => eventName === event && reasonCode !== undefined),
        event,
      ).toMatchObject({
        clients: [m.target, m.source],
        reasonCode: 'legalClaims',
        resources: [{ client: m.source }],
      });
    }
    await done(m.head, path, 'lift', { toldOn: '2026-11-24' });
    expect((await m.worker.call('GET', m.noteAt())).json).toMatchObject({ content: { text: WRONG } });
  });

  test('is lifted also when the merge was undone meanwhile: nothing stays shut that nobody can open', async () => {
    const path = await m.asked('restriction', [m.note()]);
    await done(m.head, path, 'decide', { outcome: 'granted' });
    await done(m.head, path, 'statements', { target: m.note(), words: VIEW });
    await done(m.head, path, 'limit');
    expect((await m.head.call('GET', path)).json).toMatchObject({
      carriedOut: [{ what: 'statement' }, { what: 'restricted', clientId: m.source }],
    });
    await m.undo();
    const own = `/v1/case-notes/clients/${m.source}/notes/${m.noteId}`;
    expect((await m.worker.call('GET', own)).json).toHaveProperty('limited');
    await done(m.head, path, 'lift', { toldOn: '2026-11-24' });
    expect((await m.worker.call('GET', own)).json).toMatchObject({ content: { text: WRONG } });
  });

  test('is of one person in the figures, whichever of the files it stands in', async () => {
    const ownId = text(await write(m.worker, m.target, saying(WRONG)), 'noteId');
    for (const note of [m.note(), { kind: 'caseNote', id: ownId }]) {
      const path = await m.asked('restriction', [note]);
      await done(m.head, path, 'decide', { outcome: 'granted' });
      await done(m.head, path, 'limit');
    }
    const facts = (await dumpOf(m.world.services, 'records')).flatMap(
      ({ fact }) => StoredFact.safeParse(fact).data ?? [],
    );
    const persons = facts.flatMap(({ kind, person }) => (kind.startsWith('subjectRequest') ? [person] : []));
    expect([persons.length, new Set(persons).size]).toEqual([6, 1]);
  });

  test('may stand in several merged files: what is too much for one act is refused before anything is marked', async () => {
    const notes: object[] = [];
    for (const name of ['Kuusela Liisa', 'Nivala Liisa', 'Peltola Liisa']) {
      const another = await newClient(m.world, m.worker, { name });
      for (let nth = 0; nth < 6; nth += 1) {
        notes.push({ kind: 'caseNote', id: text(await write(m.worker, another, saying(WRONG)), 'noteId') });
      }
      m.world.clock.advance(1);
      expect((await changedTo(m.worker, another, '/merge', { into: m.target })).status).toBe(200);
    }
    const limited = async (targets: object[]) => {
      const path = await m.asked('restriction', targets);
      await done(m.head, path, 'decide', { outcome: 'granted' });
      return rulesOf(await step(m.head, path, 'limit'));
    };
    expect(await limited(notes)).toEqual([422, 'subjectRequest.limitedNamed']);
    expect(await limited(notes.slice(3))).toEqual([200]);
  });

  test('has its file read in the same way', async () => {
    await m.undo();
    const belongsTo = { kind: 'caseNote', id: m.noteId };
    const { attachmentId } = await sentIn(m.world, m.worker, m.source, await pdfOf(1), {
      belongsTo,
      serviceTasks: [],
    });
    expect((await partOf(m.worker, attachmentAt(m.source, attachmentId))).status).toBe(200);
    await m.merge();
    const path = await m.asked('restriction', [m.note()]);
    await done(m.head, path, 'decide', { outcome: 'granted' });
    await done(m.head, path, 'limit');
    const told = await m.worker.call(
      'GET',
      m.besideAt(`/attachments/${attachmentId}/limited?ground=rightsOfOthers`),
      { headers: { accept: 'application/octet-stream' } },
    );
    expect([told.status, (told.bytes ?? new Uint8Array()).length > 0]).toEqual([200, true]);
  });
});

test('a file attached in a merged file is invalidated and removed; others who are told of in its entries are marked there, and go out of every version', async () => {
  await m.undo();
  const { attachmentId } = await sentIn(m.world, m.worker, m.source, await pdfOf(1), {
    belongsTo: m.note(),
    serviceTasks: [],
  });
  await m.merge();
  const file = m.at('attachments', `/attachments/${attachmentId}`);
  for (const [version, what] of [
    [1, 'invalidate'],
    [2, 'remove'],
  ] as const) {
    const told = await m.worker.call('POST', `${file}/${what}`, { body: { reason: NOT_NEEDED }, version });
    expect(told.status, told.body).toBe(200);
  }
  expect((await m.worker.call('GET', m.at('attachments', ''))).json).toMatchObject({
    attachments: [{ attachmentId, state: 'removed' }],
  });
  const passage = 'Naapuri oli soittanut.';
  const { caseId: _case, ...marking } = {
    caseId: undefined,
    ...saying(`${RIGHT} ${passage}`),
  };
  for (const thirdPersons of [[], [{ passage, about: 'naapuri' }]]) {
    const content = { ...marking.content, thirdPersons };
    const body = { entry: { ...marking, content }, reason: REASON };
    expect((await marked(m.worker, m.noteAt(), 'correct', body)).status).toBe(200);
  }
  const path = await m.asked('inspection', []);
  await done(m.head, path, 'identity', { result: 'identityDocument' });
  await done(m.head, path, 'decide', { outcome: 'granted', delivery: { mode: 'onSite' } });
  await packaged(m.head, path);
  const given = await m.head.call('GET', `${path}/package/parts/0/given`);
  expect(given.status, given.body).toBe(200);
  expect(given.body).toContain(RIGHT);
  expect(given.body).not.toContain(passage);
});
